import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScrolling } from './kit/accessible.ts';
import { cellsOf, downloaded, loadTable } from './kit/files.ts';
import { site } from './kit/open-site.ts';

const LABEL = 'Ret planen i et regneark';

const plan = (page: Page) => page.getByRole('table', { name: 'Opsplitningsplan' });

/** The plan as its file has it: the heading, and the rows below. */
async function planFile(page: Page): Promise<{ name: string; lines: string[] }> {
  const { name, bytes } = await downloaded(page, page.getByRole('button', { name: 'CSV Opsplitningsplan' }));
  return { name, lines: bytes.toString().trimEnd().split('\r\n') };
}

/** An amount as the page shows it, in øre. */
const ore = (shown = '') => BigInt(shown.replace(/\D/g, ''));

it('a plan goes out, is changed, comes in again, stays after a reload, and its recipients sum to the line', async () => {
  const page = await site.open('/kommuner?kommune=0147');
  await plan(page).getByRole('row').nth(1).waitFor();
  // 62, 30 and 8 % of Aula.
  expect((await cellsOf(plan(page))).map(([, share]) => share)).toEqual(['62 %', '30 %', '8 %']);
  const { name, lines } = await planFile(page);
  expect(name).toBe('opsplitning-0147.csv');
  const changed = lines.map((line) => line.replace('0,62', '0,50').replace(';0,3;', ';0,42;'));
  await page.getByText(LABEL).click();
  await loadTable(page, LABEL, { name, content: changed.join('\r\n') });
  await page.getByText('Planen er gemt og gælder for de næste fakturaer.').waitFor();
  await page.reload();
  await expect
    .poll(async () => (await cellsOf(plan(page))).map(([, share]) => share))
    .toEqual(['50 %', '42 %', '8 %']);

  await page.getByRole('form', { name: 'Sådan bliver fakturaerne' }).getByRole('button').click();
  await page.getByText(/^Modtagernes beløb er tilsammen .* uden moms: kommunens rate, på øren\.$/).waitFor();
  await expectAccessible(page);
  const aula = (await cellsOf(page.getByRole('table', { name: 'Fakturaernes linjer' }))).filter(
    ([what]) => what === 'Aula',
  );
  const total = (rows: string[][]) => rows.reduce((sum, row) => sum + ore(row.at(-1)), 0n);
  const parts = Map.groupBy(aula, ([, , part]) => part);
  expect([...parts.keys()].toSorted()).toEqual(['dagtilbud', 'dagtilbud, login', 'skole']);
  // Half of the municipality's year for Aula, as the price has it, and half of that to the schools: to the øre.
  const price = await fetch(`${site.url}/v1/price`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenarioId: 'baseline' }),
  });
  const { years } = (await price.json()) as {
    years: {
      municipalities: { municipality: string; solutions: { solution: string; amount: string }[] }[];
    }[];
  };
  const own = years[0]?.municipalities.find(({ municipality }) => municipality === '0147');
  const annual = ore(own?.solutions.find(({ solution }) => solution === 'aula')?.amount);
  const line = total(aula);
  const school = total(parts.get('skole') ?? []);
  expect([-1n, 0n, 1n]).toContain(annual - 2n * line);
  expect([-1n, 0n, 1n]).toContain(line - 2n * school);
  await page.context().close();
});

it('a plan with errors changes nothing, and each is told with its row, its column and a remedy', async () => {
  const page = await site.open('/kommuner?kommune=0147', { theme: 'dark', width: 360 });
  await plan(page).getByRole('row').nth(1).waitFor();
  const before = await cellsOf(plan(page));
  const { name, lines } = await planFile(page);
  await page.getByText(LABEL).click();
  const errors = page.getByRole('table', { name: 'Fejl i filen' });
  const share = lines.findIndex((line) => line.includes(';0,08;'));
  const broken = lines.with(share, lines[share]?.replace('0,08', '0,07') ?? '');
  // The row of the default recipient comes first: here it is another municipality's.
  const stranger = lines[1]?.replace('0147', '0151');
  await loadTable(page, LABEL, {
    name,
    content: [...broken, stranger].join('\r\n'),
  });
  await page.getByText(/^\d fejl i filen\. Intet er gemt\.$/).waitFor();
  const rows = await cellsOf(errors);
  expect(rows.map(([row, column]) => `${row} ${column}`)).toContain(`${lines.length + 1} municipality`);
  expect(rows.find(([, column]) => column === 'municipality')?.[2]).toBe(
    'Rækken er for kommune 0151, men tabellen indlæses hos en anden kommune. Slet rækken, eller indlæs den hos den kommune, den er for.',
  );
  expect(rows.map(([, column]) => column)).toContain('share');
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await page.reload();
  await plan(page).getByRole('row').nth(1).waitFor();
  expect(await cellsOf(plan(page))).toEqual(before);
  await page.context().close();
});

it('a plan that somebody else has changed meanwhile is not written over', async () => {
  const page = await site.open('/kommuner?kommune=0153', { language: 'en' });
  const other = await site.open('/kommuner?kommune=0153');
  const { name, lines } = await planFile(other);
  const changed = lines.map((line) => line.replace(/;EKS-0153-60;/, ';ANDEN-KONTO;'));
  expect(changed).not.toEqual(lines);
  await other.getByText(LABEL).click();
  await loadTable(other, LABEL, { name, content: changed.join('\r\n') });
  await other.getByText('Planen er gemt').waitFor();

  await page.getByText('Change the plan in a spreadsheet').click();
  await loadTable(page, 'Change the plan in a spreadsheet', { name, content: lines.join('\r\n') });
  await page.getByRole('alert').waitFor();
  const answer = await fetch(`${site.url}/v1/split-plans/table?agreement=k98-example&municipality=0153`);
  expect(await answer.text()).toContain('ANDEN-KONTO');
  // What the page shows by then is the newest, so that loading again is a choice.
  await loadTable(page, 'Change the plan in a spreadsheet', { name, content: lines.join('\r\n') });
  await page.getByText('The plan has been kept and holds for the next invoices.').waitFor();
  await other.context().close();
  await page.context().close();
});

it('nothing of it wrote an error to the console but what was refused', () => {
  expect(site.complaints.filter((complaint) => !/status of 4(12|22)/.test(complaint))).toEqual([]);
});
