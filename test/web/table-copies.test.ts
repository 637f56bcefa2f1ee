import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../tables/csv/read-csv.ts';
import { cellsOf, downloaded } from './kit/files.ts';
import { site } from './kit/open-site.ts';

const NAME = 'Basispriser';
const table = (page: Page) => page.locator('.data-table', { has: page.getByRole('table', { name: NAME }) });

/** The amounts of the table as the page shows them. */
async function shownAmounts(page: Page): Promise<string[]> {
  return (await cellsOf(page.getByRole('table', { name: NAME }))).map(([, , amount = '']) => amount);
}

async function copied(page: Page, button = 'Kopiér'): Promise<string[][]> {
  await table(page).getByRole('button', { name: button, exact: true }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return text.split('\r\n').map((line) => line.split('\t'));
}

describe('a table that is taken along', () => {
  it('is pasted by Excel into its columns: tabs between cells, Danish decimals, no thousands marks', async () => {
    const page = await site.open('/data');
    const [heading, ...rows] = await copied(page);
    await table(page)
      .getByRole('button', { name: /^Vis alle \d+ rækker$/ })
      .click();
    expect(heading).toEqual(['Løsning', 'Budgetdel', 'Basispris, kr.', 'Lønandel', 'Kilde']);
    for (const row of rows) expect(row).toHaveLength(5);
    for (const [, , amount] of rows) expect(amount).toMatch(/^\d+,\d\d$/);
    const grouped = rows.map(([, , amount = '']) => amount.replace(/\B(?=(\d{3})+(?!\d))(?=.*,)/g, '.'));
    expect(grouped).toEqual(await shownAmounts(page));
    // 40 % of Aula's operations are wages.
    expect(rows[0]).toEqual(expect.arrayContaining(['Aula', 'Drift', '30740000,00', '0,40']));
    await page.context().close();
  });

  it('has English decimals on the English page', async () => {
    const page = await site.open('/data', { language: 'en' });
    const name = page.getByRole('table', { name: 'Base prices' });
    await page
      .locator('.data-table', { has: name })
      .getByRole('button', { name: 'Copy', exact: true })
      .click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('\t30740000.00\t0.40\t');
    await page.context().close();
  });

  it('opens in Danish Excel as CSV: a mark for UTF-8, semicolons, decimal commas', async () => {
    const page = await site.open('/data');
    const { name, bytes } = await downloaded(page, table(page).getByRole('button', { name: 'CSV' }));
    expect(name).toBe('Basispriser.csv');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const read = readCsv(bytes);
    expect(read.ok && read.value[0]).toEqual(['Løsning', 'Budgetdel', 'Basispris, kr.', 'Lønandel', 'Kilde']);
    expect(read.ok && read.value[1]?.slice(0, 4)).toEqual(['Aula', 'Drift', '30740000,00', '0,40']);
    await page.context().close();
  });

  it('opens as a workbook in which amounts are numbers, and codes keep their zeros', async () => {
    const page = await site.open('/data');
    const prices = await downloaded(page, table(page).getByRole('button', { name: 'Excel' }));
    expect(prices.name).toBe('Basispriser.xlsx');
    const [, first] = await readSheet(prices.bytes);
    expect(first?.slice(0, 4)).toEqual(['Aula', 'Drift', 30_740_000, 0.4]);
    const municipalities = page.locator('.data-table', {
      has: page.getByRole('table', { name: 'Kommuner' }),
    });
    const codes = await downloaded(page, municipalities.getByRole('button', { name: 'Excel' }));
    const [, copenhagen] = await readSheet(codes.bytes);
    expect(copenhagen?.slice(0, 4)).toEqual(['København', '0101', '64942212', 671_714]);
    await page.context().close();
  });

  it('is what is in sight: searched, sorted', async () => {
    const page = await site.open('/data');
    await table(page).getByRole('searchbox').fill('Aula');
    await table(page).getByRole('button', { name: 'Basispris, kr.' }).click();
    const [, ...rows] = await copied(page);
    expect(rows.map(([solution]) => solution)).toEqual(rows.map(() => 'Aula'));
    const amounts = rows.map(([, , amount = '']) => Number(amount.replace(',', '.')));
    expect(amounts).toEqual(amounts.toSorted((first, second) => second - first));
    await page.context().close();
  });
});

describe('a number that is pasted from Excel', () => {
  it.each([
    ['1.234,50', '1.234,50'],
    ['1.234,50 kr.', '1.234,50'],
    ['1234,5', '1.234,50'],
    // A cell with its line's end, and one with the tab in front of it.
    ['\t1.234,50\r\n', '1.234,50'],
    ['1,234.50', '1.234,50'],
    ['−1.234,50', '-1.234,50'],
  ])('%j is read as what it says', async (copiedCell, shown) => {
    const page = await site.open('/scenarier');
    await page.getByLabel('Tilføj en ændring').selectOption({ label: 'En anden basispris' });
    const amount = page.getByLabel('Beløb');
    await page.evaluate((text) => navigator.clipboard.writeText(text), copiedCell);
    await amount.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await amount.blur();
    expect(await amount.inputValue()).toBe(shown);
    await page.context().close();
  });
});

it('nothing of it wrote an error to the console', () => {
  expect(site.complaints).toEqual([]);
});
