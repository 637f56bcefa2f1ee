import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { Seller } from '../../src/invoicing/seller.ts';
import { text, type XmlElement } from '../ubl/xml-document.ts';
import { fromCodelist, vatScheme } from './codelists.ts';

const DENMARK = { 'cbc:IdentificationCode': 'DK' };

export function sellerParty({ name, cvr, address, contact }: Seller): XmlElement {
  return {
    'cbc:EndpointID': cvrId(cvr),
    'cac:PartyName': { 'cbc:Name': text(name) },
    'cac:PostalAddress': {
      'cbc:AddressFormatCode': fromCodelist('addressformatcode', 'StructuredDK'),
      'cbc:StreetName': text(address.street),
      'cbc:BuildingNumber': text(address.building),
      'cbc:CityName': text(address.city),
      'cbc:PostalZone': address.postalCode,
      'cac:Country': DENMARK,
    },
    'cac:PartyTaxScheme': {
      'cbc:CompanyID': { '@schemeID': 'DK:SE', '#': `DK${cvr}` },
      'cac:TaxScheme': vatScheme(),
    },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': text(name), 'cbc:CompanyID': cvrId(cvr) },
    'cac:Contact': {
      'cbc:Name': text(contact.name),
      'cbc:Telephone': text(contact.phone),
      'cbc:ElectronicMail': text(contact.email),
    },
  };
}

/** The unit that receives the invoice. Its contact needs an id (F-INV051): the person, the order or the department. */
export function buyerParty({ payer, recipient }: Invoice): XmlElement {
  const { gln, department, personReference, orderReference, email } = recipient;
  return {
    'cbc:EndpointID': { '@schemeAgencyID': '9', '@schemeID': 'GLN', '#': gln },
    'cac:PartyName': { 'cbc:Name': text(department) ?? gln },
    'cac:PostalAddress': {
      'cbc:AddressFormatCode': fromCodelist('addressformatcode', 'StructuredLax'),
      'cbc:Department': text(department),
      'cac:Country': DENMARK,
    },
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': text(payer.name) ?? payer.municipality,
      'cbc:CompanyID': cvrId(payer.cvr),
    },
    'cac:Contact': {
      'cbc:ID': text(personReference) ?? text(orderReference) ?? text(department) ?? gln,
      'cbc:ElectronicMail': text(email),
    },
  };
}

function cvrId(cvr: string): XmlElement {
  return { '@schemeID': 'DK:CVR', '#': `DK${cvr}` };
}
