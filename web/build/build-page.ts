import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/**
 * Builds the page into `web/dist`, unless what is there was built from the very same files: so it can run after every
 * install and before every start, and costs a start nothing but reading its own sources.
 */
const PROJECT = new URL('../../', import.meta.url);
const OUTPUT = new URL('web/dist/', PROJECT);
/** Beside the output, not in it: the server offers everything that is in it. */
const STAMP = new URL('web/dist.stamp', PROJECT);
const SOURCES = ['package-lock.json', 'web/**/*.{ts,tsx,css,html,svg,json}'];

const stamp = await fingerprint();
if ((await readFile(STAMP, 'utf8').catch(() => '')) !== stamp) {
  await rm(STAMP, { force: true });
  await buildPage();
  await compress();
  await writeFile(STAMP, stamp);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = await Array.fromAsync(glob(SOURCES, { cwd: PROJECT, exclude: ['web/dist/**'] }));
  for (const file of files.sort()) hash.update(file).update(await readFile(new URL(file, PROJECT)));
  return hash.digest('hex');
}

async function buildPage(): Promise<void> {
  // Not before it is needed: loading the bundler takes longer than everything else here.
  const { build } = await import('vite');
  await build({
    root: fileURLToPath(new URL('web/', PROJECT)),
    configFile: false,
    logLevel: 'error',
    // Its fonts and icons are files that the package does not export by name.
    resolve: { alias: { dkfds: fileURLToPath(new URL('node_modules/dkfds/', PROJECT)) } },
    build: { outDir: fileURLToPath(OUTPUT), emptyOutDir: true, modulePreload: { polyfill: false } },
  });
}

/** Once at the build instead of at every request. */
async function compress(): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  for await (const file of glob('**/*.{js,css,html,svg}', { cwd: OUTPUT })) {
    const bytes = await readFile(new URL(file, OUTPUT));
    await writeFile(new URL(`${file}.br`, OUTPUT), await promisify(brotliCompress)(bytes));
    await writeFile(new URL(`${file}.gz`, OUTPUT), await promisify(gzip)(bytes));
  }
}
