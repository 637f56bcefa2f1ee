import { getDocumentProxy } from 'unpdf';

/** An element of a tagged PDF, as those hear it who let it be read aloud. */
export interface ReadElement {
  readonly role: string;
  readonly children: readonly ReadElement[];
}

/** A PDF as read back by another library than the one that wrote it. */
export interface ReadPdf {
  /** For each page, its pieces of text in the order in which they were set. */
  readonly pages: readonly (readonly string[])[];
  readonly language: string | null;
  readonly title: string;
  /** For each page, the elements on it. */
  readonly elements: readonly ReadElement[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: string[][] = [];
  const elements: ReadElement[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])));
    elements.push(readElement(await page.getStructTree()));
  }
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title: string; Language: string | null };
  await document.loadingTask.destroy();
  return { pages, elements, title: Title, language: Language };
}

function readElement(node: unknown): ReadElement {
  const { role = '', children = [] } = node as { role?: string; children?: unknown[] };
  return { role, children: children.filter((child) => hasRole(child)).map(readElement) };
}

function hasRole(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'role' in node;
}

/** Every element of a kind, wherever it stands. */
export function elementsOf(element: ReadElement, role: string): ReadElement[] {
  const own = element.role === role ? [element] : [];
  return [...own, ...element.children.flatMap((child) => elementsOf(child, role))];
}
