import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openSite, type Seat } from './site.ts';

/** `npm run screenshots`: the pictures of the documents, made of the page as it is now. */
const FOLDER = new URL('../../../docs/images/', import.meta.url);

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly seat?: Seat;
  readonly before?: (page: Page) => Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  { name: 'overview', path: '/overblik?aar=2027' },
  { name: 'overview-dark', path: '/overblik?aar=2027', seat: { theme: 'dark' } },
  { name: 'overview-phone', path: '/overblik?aar=2027', seat: { width: 360, height: 780 } },
  {
    name: 'scenarios',
    path: '/scenarier?aar=2027',
    before: async (page) => {
      const wage = page.getByRole('textbox', { name: 'Lønstigning 2027' });
      await wage.fill('4');
      await wage.press('Enter');
      await page.getByRole('combobox', { name: 'Din kommune' }).selectOption('Odense');
      await page.getByText('Odense betaler i 2027').waitFor();
    },
  },
  {
    name: 'comparison',
    path: '/scenarier/sammenlign?s=high-wage-growth,efficiency-two-percent,copenhagen-withdraws&aar=2028',
    before: (page) => page.getByRole('heading', { name: 'I ord' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'prioritisation',
    path: '/prioritering?aar=2026',
    before: (page) => page.getByRole('heading', { name: 'Vandlinjen i 2026' }).scrollIntoViewIfNeeded(),
  },
  { name: 'municipality', path: '/kommuner?kommune=0461&aar=2027' },
  {
    name: 'invoices',
    path: '/fakturaer',
    before: async (page) => {
      await page.getByRole('button', { name: 'Forhåndsvis' }).click();
      await page.getByText('Intet er gemt endnu.').waitFor();
    },
  },
  { name: 'rules', path: '/regler' },
  { name: 'audit', path: '/revision' },
  { name: 'data', path: '/data' },
  { name: 'explanation', path: '/forklar?tal=amount&aar=2027&loesning=aula&kommune=0461' },
];

const site = await openSite();
await mkdir(FOLDER, { recursive: true });
for (const { name, path, seat, before } of PICTURES) {
  const page = await site.open(path, { width: 1280, height: 860, ...seat });
  await before?.(page);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)) });
  await page.context().close();
}
await site.close();
