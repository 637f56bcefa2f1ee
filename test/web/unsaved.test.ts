import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './kit/accessible.ts';
import { keepAndOpenBallot } from './kit/ballot.ts';
import { asksOnClosing } from './kit/closing.ts';
import { site } from './kit/open-site.ts';

/** The question of the page to whoever leaves it with something unsaved. */
function question(page: Page) {
  return page.getByRole('dialog', { name: 'Du har noget, der ikke er gemt' });
}

/** A workbench on which somebody has dragged a lever. */
async function openDraft(before = '/overblik'): Promise<Page> {
  const page = await site.open(before);
  await page.getByRole('link', { name: 'Scenarier' }).click();
  await page.getByRole('heading', { name: 'Hvad nu hvis?' }).waitFor();
  await page.getByRole('slider', { name: 'Lønstigning 2026' }).fill('400');
  await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
  return page;
}

describe('a scenario that is not saved', () => {
  it('is asked about on the way to another page; whoever stays has it still, and the focus is where it was', async () => {
    const page = await openDraft();
    const draft = page.url();
    const overview = page.getByRole('link', { name: 'Overblik' });
    await overview.click();
    await question(page).getByText('Scenariet er ikke gemt.', { exact: false }).waitFor();
    await expectAccessible(page);
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    await question(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toBe(draft);
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    expect(await overview.evaluate((link) => link === document.activeElement)).toBe(true);
    await overview.click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toBe(draft);
    await page.context().close();
  });

  it('can be left, and is offered again', async () => {
    const page = await openDraft();
    await page.getByRole('link', { name: 'Gemte', exact: true }).click();
    await question(page).getByRole('button', { name: 'Forlad uden at gemme' }).click();
    await page.getByRole('heading', { name: 'Gemte scenarier' }).waitFor();
    expect(page.url()).toBe(`${site.url}/scenarier/gemte`);
    await page.getByRole('link', { name: 'Værksted' }).click();
    await page.getByRole('button', { name: 'Fortsæt med det' }).click();
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    await page.context().close();
  });

  it('is asked about on the way back too, step by step and however far back', async () => {
    const page = await openDraft();
    await page.goBack();
    await page.getByText('Intet er ændret endnu').waitFor();
    await page.goForward();
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    const draft = page.url();
    await page.evaluate('history.go(-2)');
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    await expect.poll(() => page.url()).toBe(draft);
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    await page.evaluate('history.go(-2)');
    await question(page).getByRole('button', { name: 'Forlad uden at gemme' }).click();
    await page.getByRole('heading', { name: 'Serviceaftalen i overblik' }).waitFor();
    expect(page.url()).toBe(`${site.url}/overblik`);
    await page.goForward();
    await page.getByRole('heading', { name: 'Hvad nu hvis?' }).waitFor();
    await page.context().close();
  });

  it('is given a name and saved on the way, and the way goes on', async () => {
    const page = await openDraft();
    await page.getByRole('link', { name: 'Regler' }).click();
    await question(page).getByRole('button', { name: 'Gem, og gå videre' }).click();
    await page.getByRole('textbox', { name: 'Navn' }).fill('Gemt på vejen');
    await page
      .getByRole('dialog', { name: 'Gem scenariet' })
      .getByRole('button', { name: 'Gem', exact: true })
      .click();
    await page.getByRole('heading', { name: 'Regler', level: 1 }).waitFor();
    expect(page.url()).toBe(`${site.url}/regler`);
    await page.goto('/scenarier/gemte');
    await page.getByRole('link', { name: 'Gemt på vejen' }).click();
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();

    await page.getByRole('slider', { name: 'Lønstigning 2026' }).fill('500');
    await page.getByText('Pris og løn 2026: løn 5 %').waitFor();
    await page.getByRole('link', { name: 'Regler' }).click();
    await question(page).getByRole('button', { name: 'Gem, og gå videre' }).click();
    await page.getByRole('heading', { name: 'Regler', level: 1 }).waitFor();
    await page.goBack();
    await page.getByText('Pris og løn 2026: løn 5 %').waitFor();
    await page.locator('.work-state', { hasText: /^gemt$/ }).waitFor();
    await page.context().close();
  });

  it('whoever does not name it after all stays where they were', async () => {
    const page = await openDraft();
    const draft = page.url();
    await page.getByRole('link', { name: 'Regler' }).click();
    await question(page).getByRole('button', { name: 'Gem, og gå videre' }).click();
    await page
      .getByRole('dialog', { name: 'Gem scenariet' })
      .getByRole('button', { name: 'Annuller', exact: true })
      .click();
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    expect(page.url()).toBe(draft);
    await page.context().close();
  });

  it('is not asked about where nothing is lost: undo, another year, an explanation, and after it is undone', async () => {
    const page = await openDraft();
    await page.getByRole('radio', { name: '2027' }).check();
    await page.locator('.outcome-amount a').first().click();
    await page.getByRole('dialog', { name: 'Sådan er beløbet fremkommet' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByText('Intet er ændret endnu').waitFor();
    await page.getByRole('link', { name: 'Overblik' }).click();
    await page.getByRole('heading', { name: 'Serviceaftalen i overblik' }).waitFor();
    await page.context().close();
  });

  it('the menu does not throw it away unasked', async () => {
    const page = await openDraft();
    await page.getByRole('link', { name: 'Scenarier' }).click();
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    await page.getByText('Pris og løn 2026: løn 4 %').waitFor();
    await page.context().close();
  });
});

describe('closing the tab', () => {
  it('lets the browser ask while something is unsaved, and only then', async () => {
    const page = await openDraft();
    expect(await asksOnClosing(page)).toBe(true);
    await page.getByRole('button', { name: 'Begynd forfra' }).click();
    await page.getByText('Intet er ændret endnu').waitFor();
    expect(await asksOnClosing(page)).toBe(false);
    await page.context().close();
  });
});

describe('on the page of the prioritisation', () => {
  it('a ballot that is being made is asked about, and no longer once it is kept', async () => {
    const page = await site.open('/prioritering?planer=health-less-documentation');
    await page.getByText('Ny afstemning').click();
    await page.getByLabel('Hvad der stemmes om').fill('Puljen 2026');
    await page.getByRole('link', { name: 'Overblik' }).click();
    await question(page).getByText('Den afstemning, du er ved at lave, er ikke gemt.').waitFor();
    expect(await question(page).getByRole('button', { name: 'Gem, og gå videre' }).count()).toBe(0);
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    expect(await page.getByLabel('Hvad der stemmes om').inputValue()).toBe('Puljen 2026');

    await keepAndOpenBallot(page, 'Puljen 2026');
    const paper = page.locator('form.paper');
    await paper.getByLabel('Indberetning af kvalitetsdata efter loven').check();
    await page.getByRole('link', { name: 'Overblik' }).click();
    await question(page).getByText('Stemmesedlen er udfyldt, men stemmen er ikke afgivet.').waitFor();
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    await paper.getByLabel('Stemmer for').fill('0101');
    await paper.getByRole('button', { name: 'Afgiv stemme' }).click();
    await paper.getByText('Stemmen er afgivet.').waitFor();
    await page.getByRole('link', { name: 'Overblik' }).click();
    await page.getByRole('heading', { name: 'Serviceaftalen i overblik' }).waitFor();
    await page.context().close();
  });
});

describe('on the page of the data', () => {
  it('an agreement that is chosen is asked about, and no longer once it is loaded', async () => {
    const page = await site.open('/data');
    const document = await (await fetch(`${site.url}/v1/agreements/k98-example`)).json();
    const buffer = Buffer.from(JSON.stringify({ ...document, agreement: 'k98-other', version: '1.0' }));
    const file = { name: 'other.agreement.json', mimeType: 'application/json', buffer };
    await page.getByLabel('Aftalefil').setInputFiles(file);
    await page.getByRole('link', { name: 'Overblik', exact: true }).click();
    await question(page).getByText('Den aftale, du har valgt, er ikke indlæst.').waitFor();
    await question(page).getByRole('button', { name: 'Bliv her' }).click();
    await page
      .getByRole('form', { name: 'Indlæs en aftale' })
      .getByRole('button', { name: 'Indlæs', exact: true })
      .click();
    await page.getByText('er indlæst og vises nu.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Overblik', exact: true }).click();
    await page.getByRole('heading', { name: 'Serviceaftalen i overblik' }).waitFor();
    await page.context().close();
  });
});

it('nothing of it wrote an error to the console but that a new agreement is not there yet', () => {
  expect(site.complaints.filter((complaint) => !/\/data: .* 404/.test(complaint))).toEqual([]);
});
