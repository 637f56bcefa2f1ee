import { SaxesParser } from 'saxes';

/** An element as it opens: its name and attributes without their prefixes. */
export interface OpenedElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
}

export interface XmlEvents {
  readonly open?: (element: OpenedElement) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through a document element by element; throws `SyntaxError` where it is not well-formed. */
export function walkXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    throw new SyntaxError(message);
  });
  parser.on('opentag', ({ local, attributes }) => {
    const attribute = (name: string) => Object.values(attributes).find((each) => each.local === name)?.value;
    events.open?.({ name: local, attribute });
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ local }) => events.close?.(local));
  parser.write(xml).close();
}
