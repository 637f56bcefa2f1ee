import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './kit/accessible.ts';
import { openSite, type Site } from './kit/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  // A refused write is answered as it should be, and browsers log the status of every such answer.
  expect(site.complaints.filter((complaint) => !/status of 412|ERR_CONNECTION/.test(complaint))).toEqual([]);
  await site.close();
});

/** The amount under a heading of the result. */
function result(page: Page, name: string) {
  return page.locator('.outcome-figures > div').filter({ hasText: name });
}

async function drag(page: Page, lever: string, percent: string): Promise<void> {
  await page.getByRole('slider', { name: lever }).fill(percent);
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Gem som …' }).click();
  await page.getByRole('textbox', { name: 'Navn' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('what does 2027 cost us if wages rise 4 %?', () => {
  it('is answered from the page alone: a year, a lever, a municipality', async () => {
    const page = await site.open('/');
    await page.getByRole('link', { name: 'Scenarier' }).click();
    await page.getByRole('radio', { name: '2027' }).check();
    const wage = page.getByRole('textbox', { name: 'Lønstigning 2027' });
    await wage.fill('4 %');
    await wage.press('Enter');
    // As POST /v1/price has it: 785.559.996,74 kr. before, and 2.751.713,46 − 27.517,14 kr. more.
    await result(page, 'Pris i serviceaftalen 2027').getByText('788.284.193,06 kr.').waitFor();
    await result(page, 'Pris i serviceaftalen 2027').getByText('+2.724.196,32 kr.').waitFor();
    await page.getByRole('combobox', { name: 'Din kommune' }).selectOption('Odense');
    await result(page, 'Odense betaler i 2027').waitFor();
    await page.getByRole('link', { name: 'Overblik' }).click();
    await page.getByRole('button', { name: 'Forlad uden at gemme' }).click();
    await page.getByRole('link', { name: 'Scenarier' }).click();
    await page.getByRole('button', { name: 'Fortsæt med det' }).click();
    await result(page, 'Odense betaler i 2027').waitFor();
    await page.context().close();
  });

  it('is shown to whoever is sent the link, with the municipality it was asked about', async () => {
    const page = await site.open('/scenarier?aar=2027');
    await page.getByRole('combobox', { name: 'Din kommune' }).selectOption('Vejle');
    await result(page, 'Vejle betaler i 2027').waitFor();
    const address = page.url();
    const colleague = await site.open(address);
    await result(colleague, 'Vejle betaler i 2027').waitFor();
    // Where the choice is only remembered, it still comes into the address.
    await page.goto('/kommuner');
    await page.waitForURL(/kommune=0630/);
    await colleague.goto(page.url());
    await colleague.getByRole('heading', { name: 'Vejle', level: 1 }).waitFor();
    await page.context().close();
    await colleague.context().close();
  });

  it('a saved answer leads on to what the municipality pays for, beside another municipality', async () => {
    const page = await site.open('/scenarier?aar=2027&kommune=0630');
    const wage = page.getByRole('textbox', { name: 'Lønstigning 2027' });
    await wage.fill('4');
    await wage.press('Enter');
    await save(page, 'Vejle med fire procent');
    await page.getByRole('link', { name: /^Se, hvad kommunen betaler for/ }).click();
    await page.getByLabel('Sammenlign med kommune').selectOption({ label: 'Kolding' });
    const table = page.getByRole('table', { name: 'Vejle 2027, kr.' });
    // As the table of all municipalities has it, and POST /v1/price of that scenario.
    const total = table.getByRole('row', { name: /^I alt/ });
    await total.getByText('15.388.913,98').waitFor();
    await total.getByText('12.870.023,13').waitFor();
    await page.getByText('Kolding betaler 12.870.023,13 kr.', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it('is the same answer over HTTP', async () => {
    const scenario = {
      agreement: 'k98-example',
      years: { from: 2027, to: 2027 },
      changes: [{ type: 'set-index', year: 2027, wage: '0.04' }],
    };
    const answer = await fetch(`${site.url}/v1/price`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario }),
    });
    expect(await answer.json()).toMatchObject({ years: [{ agreementPrice: '788284193.06' }] });
  });
});

describe('a scenario under work', () => {
  it('is saved, found again after a reload, and changed', async () => {
    const page = await site.open('/scenarier?aar=2028');
    await drag(page, 'Effektivisering 2028', '200');
    await save(page, 'To procent effektivisering i 2028');
    await page.getByText('To procent effektivisering i 2028', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Effektivisering 2028: 2 % af alle løsninger').waitFor();
    await page.getByRole('link', { name: 'Gemte' }).click();
    await page.getByRole('link', { name: 'To procent effektivisering i 2028' }).click();
    // It opens on the first year in which it says something.
    await expect.poll(() => page.getByRole('radio', { name: '2028' }).isChecked()).toBe(true);
    await drag(page, 'Effektivisering 2028', '300');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.locator('.work-state', { hasText: 'gemt' }).waitFor();
    await page.getByText('Effektivisering 2028: 3 % af alle løsninger').waitFor();
    await page.context().close();
  });

  it('goes along with its year when the menu leads to the municipalities, to the overview and back', async () => {
    const page = await site.open('/scenarier?gemt=high-wage-growth&aar=2028');
    const seen = async (path: string, scenario: string) => {
      await page.waitForURL((url) => url.pathname === path);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get(scenario), searchParams.get('aar')]).toEqual(['high-wage-growth', '2028']);
    };
    const menu = page.getByRole('navigation');
    await menu.getByRole('link', { name: 'Kommuner' }).click();
    await seen('/kommuner', 'scenarie');
    await menu.getByRole('link', { name: 'Overblik' }).click();
    await seen('/overblik', 'scenarie');
    await menu.getByRole('link', { name: 'Scenarier' }).click();
    await seen('/scenarier', 'gemt');
    await page.context().close();
  });

  it('stands in the address: sent to somebody else, it is there too; undo and back take a step back', async () => {
    const page = await site.open('/scenarier?aar=2027');
    await drag(page, 'Prisstigning 2027', '500');
    await page.getByText('Pris og løn 2027: pris 5 %').waitFor();
    await drag(page, 'Effektivisering 2027', '100');
    await page.getByText('Effektivisering 2027: 1 % af alle løsninger').waitFor();
    const elsewhere = await site.open(page.url());
    await elsewhere.getByText('Effektivisering 2027: 1 % af alle løsninger').waitFor();
    await elsewhere.context().close();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByText('Effektivisering 2027').last().waitFor();
    await expect.poll(() => page.getByText('Effektivisering 2027: 1 % af alle løsninger').count()).toBe(0);
    await page.goBack();
    await page.getByText('Effektivisering 2027: 1 % af alle løsninger').waitFor();
    await page.context().close();
  });

  it('says beside the field what is no number, and changes nothing', async () => {
    const page = await site.open('/scenarier?aar=2027');
    const wage = page.getByRole('textbox', { name: 'Lønstigning 2027' });
    await wage.fill('fire');
    await wage.press('Enter');
    await page.getByText('Skriv et tal i procent, for eksempel 2,75.').waitFor();
    expect(await wage.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await page.getByText('Intet er ændret endnu').waitFor();
    await page.context().close();
  });

  it('says what it conflicts with in what it builds on', async () => {
    const page = await site.open('/scenarier?gemt=high-wage-growth&aar=2027');
    await page
      .getByRole('combobox', { name: 'Bygger på' })
      .selectOption('Aftalen prises med de skøn, der var kendt ved udgangen af 2025');
    await page
      .getByRole('combobox', { name: 'Bygger på' })
      .selectOption('Høje lønstigninger oven på en prioriteringspulje på 40 %');
    await drag(page, 'Lønstigning 2027', '600');
    await page.getByText('Lagene siger noget forskelligt').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('two people change the same scenario', () => {
  it('the slower one is shown both versions, and saves them as one', async () => {
    const first = await site.open('/scenarier?aar=2027');
    await drag(first, 'Lønstigning 2027', '400');
    await save(first, 'Vores fælles scenarie');
    const second = await site.open(first.url());
    await second.getByText('Pris og løn 2027: løn 4 %').waitFor();

    await drag(first, 'Effektivisering 2027', '100');
    await drag(first, 'Lønstigning 2027', '500');
    await first.getByRole('button', { name: 'Gem', exact: true }).click();
    await first.locator('.work-state', { hasText: /^gemt$/ }).waitFor();

    await drag(second, 'Reserveret til puljen', '5000');
    await drag(second, 'Lønstigning 2027', '600');
    await second.getByRole('button', { name: 'Gem', exact: true }).click();
    const dialog = second.getByRole('dialog', { name: 'En anden har gemt imens' });
    await dialog
      .getByText('Reserveret andel af forretningsmæssigt vedligehold for alle løsninger: 50 %')
      .waitFor();
    await dialog.getByText('Effektivisering 2027: 1 % af alle løsninger').waitFor();
    await expectAccessible(second);
    await dialog.getByRole('radio', { name: 'Din: Pris og løn 2027: løn 6 %' }).check();
    await dialog.getByRole('button', { name: 'Gem sammenlagt' }).click();
    await dialog.waitFor({ state: 'detached' });

    await first.reload();
    for (const change of [
      'Pris og løn 2027: løn 6 %',
      'Effektivisering 2027: 1 % af alle løsninger',
      'Reserveret andel af forretningsmæssigt vedligehold for alle løsninger: 50 %',
    ])
      await first.getByText(change).waitFor();
    await first.context().close();
    await second.context().close();
  });
});

describe('the server goes away and comes back', () => {
  it('the page says so, loses nothing, and goes on by itself', async () => {
    const page = await site.open('/scenarier?aar=2027');
    await site.stopServer();
    await drag(page, 'Lønstigning 2027', '450');
    await page.getByText('Der er ingen forbindelse til serveren.').waitFor();
    await expectAccessible(page);
    await site.startServer();
    await page.getByText('Der er ingen forbindelse til serveren.').waitFor({ state: 'detached' });
    await page.getByText('Pris og løn 2027: løn 4,5 %').waitFor();
    await result(page, 'Pris i serviceaftalen 2027').getByText('+4.', { exact: false }).waitFor();
    await page.context().close();
  });
});

describe('up to six scenarios side by side', () => {
  it('in a table, in words, on the map, and municipality by municipality', async () => {
    const page = await site.open('/scenarier/gemte');
    await page.getByRole('checkbox', { name: /Der effektiviseres 2 %/ }).check();
    await page.getByRole('checkbox', { name: /Hver løsning reserverer 40 %/ }).check();
    await page.getByRole('link', { name: 'Sammenlign de 2 valgte' }).click();
    await page
      .getByText(/er ikke dyrere for nogen kommune i noget år/)
      .first()
      .waitFor();
    await page.getByText('98 kommuner betaler mindre end i udgangspunktet', { exact: false }).waitFor();
    // README: the price of 2026 with an efficiency regulation of 2 %.
    await page.getByRole('link', { name: '753.882.910,91' }).waitFor();
    await page.context().close();
  });
});
