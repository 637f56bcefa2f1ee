/** A JSON pointer (RFC 6901) to the value at a path; the empty path is the whole document. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
