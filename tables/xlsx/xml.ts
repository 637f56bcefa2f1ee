import XmlBuilder from 'fast-xml-builder';

/** An element's content by name: `@` begins an attribute, `#` is text, a list is the element several times. */
export type Xml = Readonly<Record<string, unknown>>;

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressBooleanAttributes: false,
});

/** A file of a spreadsheet's package. */
export function xmlPart(content: Xml): string {
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8', '@standalone': 'yes' },
    ...content,
  });
}
