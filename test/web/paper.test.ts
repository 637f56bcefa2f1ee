import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { site } from './kit/open-site.ts';

const THREE = 'high-wage-growth,efficiency-two-percent,copenhagen-withdraws';
const SIX = `${THREE},high-wages-on-larger-pool,pool-forty-percent,priced-in-june-2025`;
const PLANS = 'health-less-documentation,method/optimum,method/greedy,method/equal-shares';

/** What a council gets on its table, by its heading. */
const PAPERS = [
  ['/overblik', 'the overview'],
  ['/scenarier?gemt=high-wages-on-larger-pool&aar=2028', 'a scenario on the workbench'],
  [`/scenarier/sammenlign?s=${THREE}&aar=2027`, 'three scenarios'],
  [`/scenarier/sammenlign?s=${SIX}&aar=2027`, 'six scenarios'],
  ['/prioritering?aar=2027', 'the proposals of four councils'],
  [
    `/prioritering?planer=${PLANS}&plan=method/optimum&aar=2027`,
    'methods, of which one has every initiative',
  ],
] as const;

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

describe.each(PAPERS)('%s: %s, printed', (address) => {
  it.each(['da', 'en'] as const)(
    'is two pages, and has no buttons but the headings of its tables, in %s',
    async (language) => {
      const page = await site.open(address, { language });
      expect(await page.locator('.only-on-paper:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      const buttons = page.locator(':is(button, [type=checkbox], [type=range], nav):visible');
      expect(await buttons.count()).toBe(await page.locator('thead button:visible').count());
      expect(await page.locator('.example-banner').isVisible()).toBe(true);
      expect(await page.locator('.paper-date').isVisible()).toBe(true);
      expect(await pagesOf(page)).toBe(2);
      await page.context().close();
    },
  );
});

it('a comparison says which results it is made of, and which rows it leaves out', async () => {
  const page = await site.open(`/scenarier/sammenlign?s=${THREE}&aar=2027`);
  const table = page.getByRole('table', { name: /^Kommunernes betaling 2027/ });
  expect(await page.locator('.paper-sources').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const rows = table.locator('tbody tr:visible');
  expect(await rows.count()).toBe(16);
  await page
    .getByText('Her står 16 af 98 rækker. Hele tabellen kan hentes fra siden som CSV eller Excel.')
    .waitFor();
  const answer = await fetch(`${site.url}/v1/price`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenarioId: 'efficiency-two-percent' }),
  });
  const { hash } = await answer.json();
  await page.locator('.paper-sources').getByText(hash).waitFor();
  await page.context().close();
});

it("one's own municipality is on the paper wherever it stands in the table", async () => {
  const page = await site.open('/kommuner?kommune=0461');
  await page.goto(`/scenarier/sammenlign?s=${THREE}&aar=2027`);
  const table = page.getByRole('table', { name: /^Kommunernes betaling 2027/ });
  await table.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await table.locator('tbody tr:visible').count()).toBe(17);
  expect(await table.getByRole('row', { name: /^Odense/ }).isVisible()).toBe(true);
  await page.context().close();
});
