/** Byte order marks, and the encoding that each announces. */
const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark (Excel's "Unicode text"), and where neither fits Windows-1252, which
 * Danish Excel writes when asked for plain CSV. The mark is left out.
 */
export function decodedText(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, place) => bytes[place] === byte));
  if (marked !== undefined) return new TextDecoder(marked.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
