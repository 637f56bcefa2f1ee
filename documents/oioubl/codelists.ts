import type { XmlElement } from '../ubl/xml-document.ts';

/** The agency that keeps OIOUBL's code lists: the Danish Business Authority. */
const AGENCY = '320';

/** A code with the OIOUBL list that it is taken from. */
export function fromCodelist(
  list: 'invoicetypecode' | 'addressformatcode' | 'paymentchannelcode',
  code: string,
): XmlElement {
  return { '@listAgencyID': AGENCY, '@listID': `urn:oioubl:codelist:${list}-1.1`, '#': code };
}

/** Standard rate at 25 %, of Danish VAT. */
export const VAT_CATEGORY: XmlElement = {
  'cbc:ID': {
    '@schemeAgencyID': AGENCY,
    '@schemeID': 'urn:oioubl:id:taxcategoryid-1.1',
    '#': 'StandardRated',
  },
  'cbc:Percent': '25',
  'cac:TaxScheme': vatScheme(),
};

/** 63 is Danish VAT (*moms*). */
export function vatScheme(): XmlElement {
  return {
    'cbc:ID': { '@schemeAgencyID': AGENCY, '@schemeID': 'urn:oioubl:id:taxschemeid-1.1', '#': '63' },
    'cbc:Name': 'Moms',
  };
}
