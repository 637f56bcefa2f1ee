import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScrolling } from './kit/accessible.ts';
import { keepAndOpenBallot } from './kit/ballot.ts';
import { cellsOf, downloaded, loadTable } from './kit/files.ts';
import { site } from './kit/open-site.ts';

it('the councils compare proposals and methods, and the choice is a link', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  const summary = page.getByRole('table', { name: 'Forslag og metoder i tal' });
  await summary.getByRole('rowheader', { name: 'Mindre tid på dokumentation' }).waitFor();
  await page.getByLabel('Metode: mest gavn pr. krone først').check();
  await summary.getByRole('rowheader', { name: 'Metode: mest gavn pr. krone først' }).waitFor();
  expect(decodeURIComponent(page.url())).toContain('planer=health-less-documentation,method/greedy');
  await page.getByText('Mindre tid på dokumentation – Metode: mest gavn pr. krone først').click();
  await page.getByText(/initiativer tilfælles/).waitFor();
  await page.context().close();
});

it('an initiative tells what the rules said of it and what it would take', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  await page.getByRole('link', { name: 'Fælles begreber på socialområdet' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Fælles begreber på socialområdet' });
  await drawer.getByText('Hvad skulle der til?').waitFor();
  await drawer.getByText('Loft for den enkelte løsning', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.context().close();
});

it('what is below the waterline says why, and opens what it would take', async () => {
  const page = await site.open('/prioritering?planer=benefits-automated-first&aar=2026');
  const below = page.locator('.waterline li').filter({ hasText: 'Kontrol af udbetalinger før de sendes' });
  await below.getByText('Loft for det enkelte område').waitFor();
  await below.getByRole('link').click();
  await page.getByRole('dialog', { name: 'Kontrol af udbetalinger før de sendes' }).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

it('a budget that is no amount is told so beside its field, as one writes amounts here', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  await page.getByText('Ny afstemning').click();
  await page.getByLabel('Hvad der stemmes om').fill('Puljen 2027');
  await page.getByLabel('Budget, kr.').fill('ti mio.');
  await page.getByRole('button', { name: 'Gem som kladde' }).click();
  await page.getByText('Skriv et beløb i kroner, for eksempel 1.250.000,00.').waitFor();
  await expectAccessible(page);
  await page.context().close();
});

it('an initiative that hangs on another one says which', async () => {
  const page = await site.open('/prioritering?planer=benefits-automated-first&initiativ=shared-income-data');
  await page
    .getByRole('dialog')
    .getByText(/^Forudsætter: .+\.$/)
    .waitFor();
  await page.context().close();
});

it('an example is copied to a proposal of one’s own, which is then sent on its way', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  const ways = page.locator('section').filter({ hasText: 'Forslagenes vej fra råd til bestyrelse' });
  await ways.locator('summary', { hasText: 'Mindre tid på dokumentation' }).click();
  await ways.getByRole('button', { name: 'Lav en kopi som eget forslag' }).click();
  await ways.locator('summary', { hasText: 'Mindre tid på dokumentation (kopi)' }).click();
  await ways.getByLabel('Begrundelse').fill('Til rådets møde');
  await ways.getByRole('button', { name: 'Indsend' }).click();
  await ways.locator('strong').getByText('Indsendt').waitFor();
  await page.getByLabel('Mindre tid på dokumentation (kopi)').check();
  await expectAccessible(page);
  await page.context().close();
});

it('what flows out of the pool in a year is what flows into it', async () => {
  const page = await site.open('/prioritering?planer=method/greedy&aar=2027');
  const rows = page.getByRole('table', { name: 'Puljens veje' }).locator('tbody tr');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? '')),
  );
  const ore = (shown: string | undefined) => BigInt((shown ?? '').replace(/[^\d-]/g, '') || '0');
  const total = (place: number) => cells.reduce((sum, row) => sum + ore(row[place]), 0n);
  expect(total(0)).toBe(total(1));
  expect(total(0)).toBeGreaterThan(0n);
  await page.context().close();
});

it('a ballot is made, opened, voted in, closed and counted, and a method chooses by it', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  await page.getByText('Ny afstemning').click();
  await page.getByLabel('Hvad der stemmes om').fill('Puljen 2026');
  await keepAndOpenBallot(page, 'Puljen 2026');
  await expectAccessible(page);
  const paper = page.locator('form.paper');
  await paper.getByLabel('Stemmer for').fill('0101');
  await paper.getByLabel('Indberetning af kvalitetsdata efter loven').check();
  await paper.getByRole('button', { name: 'Afgiv stemme' }).click();
  await paper.getByText('Stemmen er afgivet.').waitFor();

  await page.getByRole('button', { name: 'Luk afstemningen' }).click();
  await page.getByText('Puljen 2026 · Lukket').waitFor();
  await page.getByText('1 har stemt.').waitFor();
  await page.getByRole('button', { name: 'Vælg efter lige andele' }).click();
  await page.getByText(/^Valgt: Indberetning af kvalitetsdata efter loven\. I alt/).waitFor();
  await page.context().close();
});

it('what is wrong with a ballot is said beside the field', async () => {
  const page = await site.open('/prioritering?planer=health-less-documentation');
  await page.getByText('Ny afstemning').click();
  await page.getByLabel('Hvad der stemmes om').fill('Puljen 2026');
  await page.getByLabel('Budget, kr.').fill('mange penge');
  await page.getByRole('button', { name: 'Gem som kladde' }).click();
  await page.locator('.field-wrong', { hasText: 'Budget, kr.' }).waitFor();
  await page.context().close();
});

describe('initiatives as a spreadsheet', () => {
  const label = 'Indlæs initiativer';

  it('go out and, with a row of our own, come in again: what is wrong is told by row and column', async () => {
    const page = await site.open('/prioritering?planer=method/greedy');
    const { name, bytes } = await downloaded(page, page.getByRole('button', { name: 'CSV initiativer' }));
    expect(name).toBe('initiativer-k98-example.csv');
    const lines = bytes.toString().trimEnd().split('\r\n');
    const columns = lines[0]?.replace('\uFEFF', '').split(';') ?? [];
    // A row like one that is there, and so one that the rules allow.
    const known = lines.find((line) => line.startsWith('concepts-of-social-services;')) ?? '';
    const pattern = known.replace(/"[^"]*"/, 'Opfundet').split(';');
    const row = (cells: Record<string, string>) =>
      columns.map((column, place) => cells[column] ?? pattern[place]).join(';');
    const own = { id: 'faelles-chatbot', title: 'Fælles chatbot', 'cost.2026': '1.250.000,50' };
    const wrong = [row({ ...own, area: 'ukendt' }), row({ ...own, id: 'to', 'cost.2026': 'mange' })];
    await loadTable(page, label, { name, content: [...lines, ...wrong].join('\r\n') });
    await page.getByText('1 fejl i filen. Intet er gemt.').waitFor();
    const errors = page.getByRole('table', { name: 'Fejl i filen' });
    const last = lines.length + 2;
    expect(await cellsOf(errors)).toEqual([
      [
        ...[String(last), 'cost.2026', '"mange" er ikke et tal. Skriv tallet som 1234,50 eller 1.234,50.'],
        expect.stringMatching(/^to · Fælles chatbot · /),
      ],
    ]);
    await expectAccessible(page);
    await loadTable(page, label, { name, content: [...lines, wrong[0]].join('\r\n') });
    await errors
      .getByRole('row', { name: `${last - 1} area Forvaltningsområdet "ukendt" findes ikke` })
      .waitFor();

    await loadTable(page, label, { name, content: [...lines, row(own)].join('\r\n') });
    await page.getByText(/^1 nye, 0 ændrede og \d+ uændrede initiativer\.$/).waitFor();
    // The method chooses among it at once.
    await page.getByRole('link', { name: 'Fælles chatbot' }).waitFor();
    await page.context().close();
  });

  it('come in as an Excel file in English, and the same again changes nothing', async () => {
    const page = await site.open('/prioritering?planer=method/greedy', {
      language: 'en',
      theme: 'dark',
      width: 360,
    });
    const { name, bytes } = await downloaded(page, page.getByRole('button', { name: 'Excel initiatives' }));
    await loadTable(page, 'Load initiatives', { name, content: bytes });
    await page.getByText(/^0 new, 0 changed and \d+ unchanged initiatives\.$/).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.context().close();
  });
});

it('nothing of it wrote an error to the console but what was refused', () => {
  expect(site.complaints.filter((complaint) => !/status of 4(00|22)/.test(complaint))).toEqual([]);
});
