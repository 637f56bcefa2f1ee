import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { Seller } from '../../src/invoicing/seller.ts';
import { text, type XmlElement } from '../ubl/xml-document.ts';

/** Electronic address schemes (EAS). */
const GLN = '0088';
const CVR = '0184';
const DENMARK = { 'cbc:IdentificationCode': 'DK' };

export function sellerParty({ name, cvr, address, contact }: Seller): XmlElement {
  return {
    'cbc:EndpointID': { '@schemeID': CVR, '#': cvr },
    'cac:PartyName': { 'cbc:Name': text(name) },
    'cac:PostalAddress': {
      'cbc:StreetName': text(`${address.street} ${address.building}`),
      'cbc:CityName': text(address.city),
      'cbc:PostalZone': address.postalCode,
      'cac:Country': DENMARK,
    },
    'cac:PartyTaxScheme': { 'cbc:CompanyID': `DK${cvr}`, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': text(name),
      'cbc:CompanyID': { '@schemeID': CVR, '#': cvr },
    },
    'cac:Contact': {
      'cbc:Name': text(contact.name),
      'cbc:Telephone': text(contact.phone),
      'cbc:ElectronicMail': text(contact.email),
    },
  };
}

/** The unit that receives the invoice, of the municipality that owes it. No address of units is known but their country. */
export function buyerParty({ payer, recipient }: Invoice): XmlElement {
  const email = text(recipient.email);
  const person = text(recipient.personReference);
  return {
    'cbc:EndpointID': { '@schemeID': GLN, '#': recipient.gln },
    'cac:PartyName': { 'cbc:Name': text(recipient.department) ?? recipient.gln },
    'cac:PostalAddress': { 'cac:Country': DENMARK },
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': text(payer.name) ?? payer.municipality,
      'cbc:CompanyID': { '@schemeID': CVR, '#': payer.cvr },
    },
    'cac:Contact':
      email === undefined && person === undefined
        ? undefined
        : { 'cbc:Name': person, 'cbc:ElectronicMail': email },
  };
}
