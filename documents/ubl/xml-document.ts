import XmlBuilder from 'fast-xml-builder';
import { plainText } from '../text/plain-text.ts';

/**
 * An XML element's content: text, or elements by name in the order in which they are to stand. Names that begin with
 * `@` are attributes, `#` is the text beside them; what is undefined is left out.
 */
export interface XmlElement {
  readonly [name: string]: XmlContent;
}
export type XmlContent = string | XmlElement | readonly XmlElement[] | undefined;

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressBooleanAttributes: false,
  format: true,
  indentBy: '  ',
});

const COMMON = 'urn:oasis:names:specification:ubl:schema:xsd';

/** A UBL 2.1 document of a kind as XML, in UTF-8. */
export function ublDocument(kind: 'Invoice' | 'CreditNote', content: XmlElement): string {
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    [kind]: {
      '@xmlns': `${COMMON}:${kind}-2`,
      '@xmlns:cac': `${COMMON}:CommonAggregateComponents-2`,
      '@xmlns:cbc': `${COMMON}:CommonBasicComponents-2`,
      ...content,
    },
  });
}

/** Text from people; none where nothing is left of it, since no element may be empty. */
export function text(value: string | undefined): string | undefined {
  const plain = plainText(value ?? '');
  return plain === '' ? undefined : plain;
}
