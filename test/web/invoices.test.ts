import { describe, expect, it } from 'vitest';
import { expectAccessible } from './kit/accessible.ts';
import { cellsOf, downloaded } from './kit/files.ts';
import { site } from './kit/open-site.ts';

it('a run goes from preview to draft to invoices, each with its documents', async () => {
  const page = await site.open('/fakturaer');
  await page.getByRole('button', { name: 'Forhåndsvis' }).click();
  await page.getByText('Intet er gemt endnu.').waitFor();
  await page.getByText(/^Alle \d+ kontroller stemmer/).waitFor();
  await page.getByRole('button', { name: 'Gem som kladde' }).click();
  await page.getByRole('heading', { name: '1. rate 2026 · Kladde' }).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Udsted fakturaerne' }).click();
  const dialog = page.getByRole('dialog', { name: 'Udsted fakturaer' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Udsted fakturaerne' }).click();
  await page.getByRole('heading', { name: '1. rate 2026 · Udstedt' }).waitFor();
  const rows = page.getByRole('table', { name: '1. rate 2026' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(101);
  await page.getByRole('button', { name: /^Vis alle \d+ rækker$/ }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(200);

  const peppol = await downloaded(page, page.getByRole('button', { name: /^Peppol / }).first());
  expect(peppol.name).toMatch(/^\d+\.xml$/);
  await page.context().close();
});

it('a municipality finds its own invoices and how they are split', async () => {
  const page = await site.open('/kommuner?kommune=0147');
  const plan = page.getByRole('table', { name: 'Opsplitningsplan' });
  await plan.getByRole('row').nth(1).waitFor();
  const invoices = page.getByRole('table', { name: 'Kommunens fakturaer' });
  await expect.poll(() => invoices.getByRole('row').count()).toBeGreaterThan(1);
  await page.context().close();
});

it('the municipality that was chosen last is remembered', async () => {
  const page = await site.open('/kommuner');
  await page.getByText('Siden husker valget til næste gang.').waitFor();
  await page.getByLabel('Kommune', { exact: true }).selectOption({ label: 'Ærø' });
  await page.getByRole('heading', { name: 'Ærø', level: 1 }).waitFor();
  await page.goto('/kommuner');
  await page.getByRole('heading', { name: 'Ærø', level: 1 }).waitFor();
  await page.context().close();
});

it('a draft that is deleted is gone from the list', async () => {
  const page = await site.open('/fakturaer');
  await page.getByLabel('Rate', { exact: true }).selectOption('2');
  await page.getByRole('button', { name: 'Forhåndsvis' }).click();
  await page.getByRole('button', { name: 'Gem som kladde' }).click();
  await page.getByRole('button', { name: 'Slet kladden' }).click();
  await page.getByRole('heading', { name: 'Kørsler' }).waitFor();
  expect(await page.getByText('2. rate 2026').count()).toBe(0);
  await page.context().close();
});

describe('a correction after a municipality has turned out not to be a member', () => {
  /** Frederiksberg is out of 2026, and the others bear its share: kept as a scenario that the run is made from. */
  async function keepScenario(): Promise<void> {
    const scenario = {
      agreement: 'k98-example',
      years: { from: 2026, to: 2026 },
      basedOn: 'baseline',
      changes: [{ type: 'withdraw', municipality: '0147', lastYear: 2025 }],
    };
    const answer = await fetch(`${site.url}/v1/scenarios`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'uden-frederiksberg', title: 'Uden Frederiksberg', shared: true, scenario }),
    });
    expect(answer.status).toBe(201);
  }

  it('is explained for each municipality before it is kept, and issued as invoices and credit notes', async () => {
    await keepScenario();
    const page = await site.open('/fakturaer');
    await page
      .getByLabel('Hvad', { exact: true })
      .selectOption({ label: 'Regulering af det, der er udstedt' });
    await page.getByLabel('Efter', { exact: true }).selectOption({ label: 'Uden Frederiksberg' });
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();
    await page.locator('.field-wrong', { hasText: 'Begrundelse' }).waitFor();
    await page.getByLabel('Begrundelse').fill('Frederiksberg er ikke medlem i 2026.');
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();

    const changes = page.getByRole('table', { name: 'Hvad reguleringen ændrer' });
    await changes.getByRole('row', { name: /Frederiksberg/ }).waitFor();
    const rows = await cellsOf(changes);
    expect(rows).toHaveLength(98);
    for (const [, issued, now, difference] of rows) expect(ore(now) - ore(issued)).toBe(ore(difference));
    const [, , own] = rows.find(([name]) => name === 'Frederiksberg') ?? [];
    expect(ore(own)).toBe(0n);
    const documents = page.getByRole('table', { name: 'Fakturaerne i kørslen' });
    await documents
      .getByRole('row', { name: /^Frederiksberg .* Kreditnota/ })
      .first()
      .waitFor();
    await documents
      .getByRole('row', { name: /^København .* Faktura/ })
      .first()
      .waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Gem som kladde' }).click();
    await page.getByRole('heading', { name: 'Regulering 2026 · Kladde' }).waitFor();
    await page.getByRole('button', { name: 'Udsted fakturaerne' }).click();
    const dialog = page.getByRole('dialog', { name: 'Udsted fakturaer' });
    for (const reason of await dialog.getByRole('textbox').all())
      await reason.fill('Frederiksberg er ikke med.');
    await dialog.getByRole('button', { name: 'Udsted fakturaerne' }).click();
    await page.getByRole('heading', { name: 'Regulering 2026 · Udstedt' }).waitFor();

    const invoices = page.getByRole('table', { name: 'Regulering 2026' });
    const credit = invoices.getByRole('row', { name: /\(kreditnota\) Frederiksberg/ }).first();
    await credit.waitFor();
    const [number = '', , corrects = ''] = await credit.locator('th, td').allInnerTexts();
    expect(corrects).toMatch(/^\d+$/);
    const pdf = await downloaded(page, credit.getByRole('button', { name: /^PDF / }));
    expect(pdf.name).toBe(`${number.replace(/\D/g, '')}.pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const xml = await downloaded(page, credit.getByRole('button', { name: /^Peppol / }));
    expect(xml.bytes.toString()).toContain('<CreditNote');
    expect(xml.bytes.toString()).toContain(corrects);
    const zip = await downloaded(
      page,
      page.getByRole('button', { name: 'Hent alle dokumenter (zip) Regulering 2026' }),
    );
    expect(zip.bytes.subarray(0, 2).toString()).toBe('PK');
    await page.context().close();
  });

  it('leaves the invoices that it corrects as they were, and the municipality sees both', async () => {
    const page = await site.open('/kommuner?kommune=0147');
    const invoices = page.getByRole('table', { name: 'Kommunens fakturaer' });
    await invoices
      .getByRole('row', { name: /kreditnota/ })
      .first()
      .waitFor();
    const rows = await cellsOf(invoices);
    const payable = rows.map((row) => ore(row.at(-2)));
    // What was issued and what was credited are together nothing.
    expect(payable.reduce((sum, one) => sum + one, 0n)).toBe(0n);
    expect(rows.filter(([number]) => !number?.includes('kreditnota')).length).toBeGreaterThan(0);
    await page.context().close();
  });
});

/** An amount as the page shows it, in øre. */
function ore(shown = ''): bigint {
  const digits = shown.replace(/\D/g, '');
  return /^[−-]/.test(shown) ? -BigInt(digits) : BigInt(digits);
}

it('nothing of it wrote an error to the console but what was refused', () => {
  expect(site.complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
});
