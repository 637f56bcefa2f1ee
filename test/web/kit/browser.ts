import { access, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Chromium as it comes in the npm package, with the system libraries and fonts it needs: nothing is installed. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  });
}

/** Unpacked once for this version of the package; several test files may ask at the same time. */
async function unpackedBrowser(): Promise<string> {
  const packageFile = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const {
    default: { version },
  } = await import(packageFile.href, { with: { type: 'json' } });
  const folder = join(tmpdir(), `k98-chromium-${version}`);
  if (await isThere(folder)) return folder;
  const fresh = await mkdtemp(join(tmpdir(), 'k98-unpacking-'));
  await unpackInto(fresh, new URL('bin/', packageFile));
  await rename(fresh, folder).catch(async (failure) => {
    // Somebody else was faster.
    await rm(fresh, { recursive: true });
    if (!(await isThere(folder))) throw failure;
  });
  return folder;
}

/** The package unpacks into the temporary folder and nowhere else. */
async function unpackInto(folder: string, bin: URL): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    await packed.executablePath();
    await inflate(fileURLToPath(new URL('al2023.tar.br', bin)));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

function isThere(folder: string): Promise<boolean> {
  return access(join(folder, 'chromium')).then(
    () => true,
    () => false,
  );
}
