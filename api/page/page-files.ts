import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the built page, or undefined where nobody has built it: then the program is served without a page.
 * `npm ci` and `npm start` build it.
 */
export async function builtPage(): Promise<string | undefined> {
  const folder = fileURLToPath(new URL('../../web/dist/', import.meta.url));
  return access(`${folder}index.html`).then(
    () => folder,
    () => undefined,
  );
}
