import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './kit/accessible.ts';
import { asksOnClosing } from './kit/closing.ts';
import { site } from './kit/open-site.ts';

/** What the page shows of what takes long. */
function underWay(page: Page) {
  return page.getByRole('region', { name: 'Under arbejde' });
}

/** From now on these requests wait until they are let go; whether they were aborted before can be asked. */
async function hold(page: Page, address: string) {
  const held: Route[] = [];
  const failures: string[] = [];
  let isOpen = false;
  await page.route(address, async (route) => {
    if (isOpen) await route.continue();
    else held.push(route);
  });
  page.on('requestfailed', (request) => failures.push(request.failure()?.errorText ?? ''));
  const release = async () => {
    isOpen = true;
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  };
  return { failures, release };
}

describe('a question that takes long', () => {
  it('is shown after a moment, ended by its button, and asked again when somebody wants', async () => {
    const page = await site.open('/overblik');
    const { failures, release } = await hold(page, '**/v1/prioritisations/compare');
    await page.getByRole('link', { name: 'Prioritering' }).click();
    await underWay(page).getByText('Sammenligner forslag og metoder').waitFor();
    await page.getByRole('status').getByText('Sammenligner forslag og metoder …').waitFor();
    await underWay(page).getByText('1 s').waitFor();
    await expectAccessible(page);
    await underWay(page).getByRole('button', { name: 'Annullér: Sammenligner forslag og metoder' }).click();
    await page.getByText('Du annullerede, før svaret kom.').waitFor();
    await underWay(page).waitFor({ state: 'detached' });
    await expect.poll(() => failures).toEqual(['net::ERR_ABORTED']);
    await expectAccessible(page);
    await release();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByRole('table', { name: 'Forslag og metoder i tal' }).waitFor();
    expect(await page.getByText('Du annullerede').count()).toBe(0);
    await page.context().close();
  });

  it('that is cancelled over an earlier answer says that the answer is the earlier one', async () => {
    const page = await site.open('/scenarier/sammenlign?s=high-wage-growth');
    const { release } = await hold(page, '**/v1/compare');
    await page.getByRole('checkbox', { name: /Der effektiviseres 2 %/ }).check();
    await underWay(page).getByRole('button', { name: 'Annullér: Sammenligner scenarier' }).click();
    await page.getByText('Det, der står nedenfor, er fra før.').waitFor();
    await page.getByRole('table', { name: /^Scenarierne i/ }).waitFor();
    await release();
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page
      .getByRole('table', { name: /^Scenarierne i/ })
      .getByText(/^Der effektiviseres 2 %/)
      .waitFor();
    await page.context().close();
  });

  it('that is answered at once is not spoken of', async () => {
    const page = await site.open('/overblik');
    await page.evaluate(`window.seen = 0;
      new MutationObserver(() => { window.seen += document.querySelectorAll('.under-way').length; })
        .observe(document.body, { childList: true, subtree: true });`);
    await page.getByRole('radio', { name: '2028' }).check();
    await page.getByText('806.080.520,33 kr.').first().waitFor();
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.context().close();
  });
});

describe('a question that is refused', () => {
  it('is asked once, and once more in the other language', async () => {
    const page = await site.open('/overblik');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/price')) asked.push(request.headers()['accept-language'] ?? '');
    });
    await page.getByRole('radio', { name: '2027' }).check();
    await page.evaluate("history.replaceState(null, '', '/overblik?scenarie=no-such-scenario')");
    await page.reload();
    await page.getByRole('alert').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Try again' }).first().waitFor();
    await expect.poll(() => asked).toEqual(['da', 'en']);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['da', 'en']);
    await page.context().close();
  });
});

describe('an invoice run', () => {
  it('its preview can be cancelled, and nothing is kept', async () => {
    const page = await site.open('/fakturaer');
    const { failures, release } = await hold(page, '**/v1/invoice-runs/preview');
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();
    await underWay(page).getByRole('button', { name: 'Annullér: Regner kørslen ud' }).click();
    await page.getByText('Du annullerede, før svaret kom.').waitFor();
    await expect.poll(() => failures).toEqual(['net::ERR_ABORTED']);
    await release();
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();
    await page.getByText('Intet er gemt endnu.').waitFor();
    expect(await page.getByText('Du annullerede').count()).toBe(0);
    await page.context().close();
  });

  it('whoever issues it is told that it cannot be cancelled; its documents come as one file', async () => {
    const page = await site.open('/fakturaer');
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();
    await page.getByRole('button', { name: 'Gem som kladde' }).click();
    await page.getByRole('button', { name: 'Udsted fakturaerne' }).click();
    const { release } = await hold(page, '**/v1/invoice-runs/*/issue');
    const dialog = page.getByRole('dialog', { name: 'Udsted fakturaer' });
    await dialog.getByRole('button', { name: 'Udsted fakturaerne' }).click();
    await dialog.getByText('Kan ikke annulleres, når det er sendt.').waitFor();
    expect(await asksOnClosing(page)).toBe(true);
    expect(await dialog.getByRole('button', { name: /^Annullér/ }).count()).toBe(0);
    await expectAccessible(page);
    await release();
    await page.getByRole('heading', { name: '1. rate 2026 · Udstedt' }).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hent alle dokumenter (zip)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    await page.context().close();
  });
});

it('nothing of it wrote an error to the console but what was refused', () => {
  expect(site.complaints.filter((complaint) => !complaint.includes('no-such-'))).toEqual([]);
});
