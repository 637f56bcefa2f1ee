import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { xlsxOf } from '../../tables/xlsx/write-xlsx.ts';
import { expectAccessible, expectNoSidewaysScrolling } from './kit/accessible.ts';
import { cellsOf, chooseFile, downloaded, loadTable } from './kit/files.ts';
import { site } from './kit/open-site.ts';

const errorsIn = (page: Page) =>
  cellsOf(page.getByRole('table', { name: /^Fejl i filen|^Errors in the file/ }));

describe('amounts in fact paid', () => {
  const label = 'Indlæs faktisk betalte beløb';
  const table = (...rows: string[]) => ['municipality;solution;amount', ...rows].join('\r\n');

  it('are loaded as Excel saves them, after every error was told with its row and column, and are the year before', async () => {
    const page = await site.open('/data');
    const form = page.getByRole('form', { name: label });
    await form.getByLabel('Kilde').fill('Fakturaer 2025');
    const faulty = table('101;aula;1.234.567,50', '0147;valg;1.234', '0147;aula;på vej', '0101;valg;12,345');
    // As Excel writes it where it is not told to use UTF-8.
    await loadTable(page, label, { name: 'betalt.csv', content: Buffer.from(faulty, 'latin1') });
    await page.getByText('3 fejl i filen. Intet er gemt.').waitFor();
    expect(await errorsIn(page)).toEqual([
      [
        '3',
        'amount',
        expect.stringMatching(/^"1\.234" kan læses både som .* Skriv decimaltal med komma/),
        '0147 · valg · 1.234',
      ],
      [
        '4',
        'amount',
        '"på vej" er ikke et tal. Skriv tallet som 1234,50 eller 1.234,50.',
        '0147 · aula · på vej',
      ],
      ['5', 'amount', expect.stringContaining('mere end to decimaler'), '0101 · valg · 12,345'],
    ]);
    await expectAccessible(page);

    const mended = table('101;aula;1.234.567,50', '0147;valg;1234,00', '0101;valg;99,9 kr.');
    await loadTable(page, label, { name: 'betalt.csv', content: mended });
    await page.getByText('Beløb for 2 kommuner er indlæst i version 2026.2.').waitFor();
    const known = page.getByRole('table', { name: 'Faktisk betalt i 2025' });
    await expect
      .poll(() => cellsOf(known))
      .toEqual([
        ['København', 'Aula', '1.234.567,50'],
        ['København', 'Valg', '99,90'],
        ['Frederiksberg', 'Valg', '1.234,00'],
      ]);

    await page.getByRole('link', { name: 'Se, hvad det ændrer for en kommune' }).click();
    await page.getByLabel('Kommune', { exact: true }).selectOption({ label: 'København' });
    // 1.234.567,50 + 99,90
    await page.getByText('Faktisk betalt året før: 1.234.667,40 kr.').waitFor();
    await page.context().close();
  });

  it('with more errors than fit are told in full: counted, searched, and copied for whoever made the file', async () => {
    const page = await site.open('/data');
    await page.getByRole('form', { name: label }).getByLabel('Kilde').fill('Fakturaer 2025');
    const rows = Array.from({ length: 130 }, (_, place) => `0101;aula;forkert ${place + 1}`);
    await loadTable(page, label, { name: 'betalt.csv', content: table(...rows) });
    await page.getByText('130 fejl i filen. Intet er gemt.').waitFor();
    const errors = page.locator('.file-errors');
    await errors.getByRole('button', { name: 'Vis alle 130 rækker' }).click();
    expect((await errorsIn(page)).at(-1)?.slice(0, 2)).toEqual(['131', 'amount']);
    await errors.getByRole('button', { name: 'Kopiér' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\r\n')).toHaveLength(131);
    await errors.getByRole('searchbox').fill('"forkert 77"');
    await expect
      .poll(() => errorsIn(page))
      .toEqual([['78', 'amount', expect.stringContaining('"forkert 77"'), '0101 · aula · forkert 77']]);
    await page.context().close();
  });

  it('go out as an Excel file that comes in again', async () => {
    const page = await site.open('/data');
    const { name, bytes } = await downloaded(
      page,
      page.getByRole('button', { name: 'Excel Faktisk betalte beløb' }),
    );
    expect(name).toBe('faktiske-beloeb-2025.xlsx');
    await page.getByRole('form', { name: label }).getByLabel('Kilde').fill('Fakturaer 2025');
    await loadTable(page, label, { name, content: bytes });
    await page.getByText('Beløb for 2 kommuner er indlæst i version 2026.3.').waitFor();

    const rows = [['0101', 'aula', rateFromText('0.125')]];
    const wrong = xlsxOf({ header: ['municipality', 'solution', 'amount'], rows }, 'betalt');
    await loadTable(page, label, { name, content: wrong });
    await page.getByText('1 fejl i filen. Intet er gemt.').waitFor();
    expect(await errorsIn(page)).toEqual([['2', 'amount', expect.stringContaining('mere end to decimaler')]]);
    await page.context().close();
  });

  it('are read from what Excel calls Unicode text, too', async () => {
    const page = await site.open('/data');
    await page.getByRole('form', { name: label }).getByLabel('Kilde').fill('Fakturaer 2025');
    const text = `\uFEFF${table('0147;aula;på vej').replaceAll(';', '\t')}`;
    await loadTable(page, label, { name: 'betalt.txt', content: Buffer.from(text, 'utf16le') });
    await page.getByText('1 fejl i filen. Intet er gemt.').waitFor();
    expect(await errorsIn(page)).toEqual([['2', 'amount', expect.stringContaining('"på vej"')]]);
    await page.context().close();
  });

  it('can be pasted as rows from Excel, in English too', async () => {
    const page = await site.open('/data', { language: 'en', theme: 'dark', width: 768 });
    const form = page.getByRole('form', { name: 'Load amounts in fact paid' });
    await form.getByLabel('Source').fill('Invoices of 2025');
    await form.getByText('Paste rows from Excel instead of a file').click();
    await form
      .getByLabel('Rows from Excel')
      .fill('municipality\tsolution\tamount\n0999\taula\t1,00\n0101\tvalg\tx');
    await form.getByRole('button', { name: 'Load', exact: true }).click();
    await page.getByText('Errors in the file: 1. Nothing has been kept.').waitFor();
    expect(await errorsIn(page)).toEqual([
      ['3', 'amount', expect.stringContaining('"x" is not a number.'), '0101 · valg · x'],
    ]);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.context().close();
  });
});

/** The example agreement as somebody would write a real one: under another name, and every figure with a source. */
async function realAgreement(): Promise<AgreementDocument> {
  const example = await (await fetch(`${site.url}/v1/agreements/k98-example`)).text();
  const document: AgreementDocument = JSON.parse(example, (_, value) =>
    value?.kind === 'example' ? { kind: 'published', source: 'Bestyrelsens budget' } : value,
  );
  return {
    ...document,
    agreement: 'k98-real',
    version: '1.0',
    title: { da: 'K98 rigtig', en: 'K98 in earnest' },
  };
}

/** In lines, as an editor keeps it. */
const asFile = (document: unknown) => ({
  name: 'aftale.agreement.json',
  content: JSON.stringify(document, undefined, 2),
});

/** The same with three things wrong, each of which says where it is. */
function faulty(agreement: AgreementDocument) {
  const [first, ...others] = agreement.solutions;
  const [municipality, ...more] = agreement.municipalities;
  const { title: _, ...untitled } = agreement.components[0] ?? {};
  return {
    ...agreement,
    components: agreement.components.with(0, untitled as (typeof agreement.components)[number]),
    solutions: [{ ...first, reservedShare: '30 %' }, ...others],
    municipalities: [{ ...municipality, population: -5 }, ...more],
  };
}

describe('an agreement from a file', () => {
  async function load(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
    await chooseFile(page, page.getByLabel(/^Aftalefil|^Agreement file/), file);
    await page
      .getByRole('form', { name: /^Indlæs en aftale|^Load an agreement/ })
      .getByRole('button', { name: /^Indlæs$|^Load$/ })
      .click();
  }

  it.each([
    ['da', '3 fejl i filen. Intet er gemt.'],
    ['en', 'Errors in the file: 3. Nothing has been kept.'],
  ] as const)(
    'is refused in plain words (%s), each with its line and the way there',
    async (language, found) => {
      const page = await site.open('/data', { language, width: language === 'da' ? 360 : 1440 });
      const file = asFile(faulty(await realAgreement()));
      await load(page, file);
      await page.getByText(found).waitFor();
      const errors = await errorsIn(page);
      expect(errors.map(([, place]) => place)).toEqual([
        'components › operations › title',
        'solutions › aula › reservedShare',
        'municipalities › 0101 › population',
      ]);
      const lines = file.content.split('\n');
      const lineAt = (place: number) => lines[Number(errors[place]?.[0]) - 1];
      expect(lineAt(1)).toContain('"reservedShare": "30 %"');
      expect(lineAt(2)).toContain('"population": -5');
      for (const [, , message] of errors) expect(message).toMatch(/\S+\. \S+/);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      expect((await fetch(`${site.url}/v1/agreements/k98-real`)).status).toBe(404);
      await page.context().close();
    },
  );

  it('tells the line where it stops being JSON', async () => {
    const page = await site.open('/data');
    const { name, content } = asFile(await realAgreement());
    await load(page, { name, content: content.replace('"baseYear": 2025,', '"baseYear": 2025') });
    await page.getByText('1 fejl i filen. Intet er gemt.').waitFor();
    const [[line = '', , message] = []] = await errorsIn(page);
    const broken = content.split('\n').findIndex((text) => text.includes('"baseYear"')) + 1;
    // The comma is missed where the next line begins.
    expect(Number(line) - broken).toBe(1);
    expect(message).toContain('Filen er ikke JSON.');
    await page.context().close();
  });

  it('is loaded once it is mended: the page is about it, prices it, and no banner speaks of examples', async () => {
    const page = await site.open('/data');
    const banner = page.getByRole('complementary', { name: 'Eksempeltal' });
    await banner.waitFor();
    const real = await realAgreement();
    await load(page, asFile(faulty(real)));
    await page.getByText('3 fejl i filen. Intet er gemt.').waitFor();
    await page.getByLabel('Begrundelse').fill('Bestyrelsen har vedtaget budgettet.');
    await load(page, asFile(real));
    await page.getByText('»K98 rigtig«, version 1.0, er indlæst og vises nu.').waitFor();
    await banner.waitFor({ state: 'detached' });
    expect(page.url()).toContain('aftale=k98-real');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Se den i overblik' }).click();
    await page.getByText('761.575.593,67 kr.').first().waitFor();
    await page.getByLabel('Scenarie').getByText('Aftalen, som den er').waitFor({ state: 'attached' });
    for (const name of ['Scenarier', 'Prioritering', 'Kommuner', 'Fakturaer', 'Forklar']) {
      await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(page.url()).toContain('aftale=k98-real');
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await page.context().close();
  });

  it('is what the page is about from then on, and the example stays one click away', async () => {
    const page = await site.open('/data');
    const banner = page.getByRole('complementary', { name: 'Eksempeltal' });
    const agreements = page.getByRole('table', { name: 'Aftaler' });
    await agreements
      .getByRole('row', { name: /K98 rigtig/ })
      .getByText('Vises nu')
      .waitFor();
    expect(await banner.count()).toBe(0);
    await agreements.getByRole('link', { name: 'Vis', exact: true }).click();
    await banner.waitFor();
    expect(page.url()).toContain('aftale=k98-example');
    await page.context().close();
  });

  it('that was published over HTTP is made ready with one click', async () => {
    const document = { ...(await realAgreement()), agreement: 'k98-over-http' };
    const answer = await fetch(`${site.url}/v1/agreements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });
    expect(answer.status).toBe(201);
    const page = await site.open('/data');
    await page.getByRole('button', { name: 'Gør klar og vis' }).click();
    await expect.poll(() => page.url()).toContain('aftale=k98-over-http');
    await page.getByRole('link', { name: 'Overblik' }).click();
    await page.getByText('761.575.593,67 kr.').first().waitFor();
    await page.context().close();
  });
});

it('nothing of it wrote an error to the console but what was refused', () => {
  expect(site.complaints.filter((complaint) => !/status of (4\d\d)/.test(complaint))).toEqual([]);
});
