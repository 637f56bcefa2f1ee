import { expect, it } from 'vitest';
import { expectAccessible } from './kit/accessible.ts';
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

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /^Peppol / })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^\d+\.xml$/);
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

it('nothing of it wrote an error to the console', () => {
  expect(site.complaints).toEqual([]);
});
