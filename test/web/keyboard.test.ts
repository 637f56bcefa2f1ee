import { describe, expect, it } from 'vitest';
import { expectFocus, press, tabTo } from './kit/keyboard.ts';
import { site } from './kit/open-site.ts';

describe('what does 2027 cost us if wages rise 4 %, without a mouse', () => {
  it('a year, a lever, a municipality, an explanation, saved, and on to the next page', async () => {
    const page = await site.open('/overblik');
    await press(page, page.getByRole('link', { name: 'Scenarier' }));
    await expectFocus(page.getByRole('heading', { name: 'Hvad nu hvis?' }));
    await press(page, page.getByRole('radio', { name: '2026' }), 'ArrowRight');
    await expectFocus(page.getByRole('radio', { name: '2027' }));
    await tabTo(page, page.getByRole('textbox', { name: 'Lønstigning 2027' }));
    await page.keyboard.type('4 %');
    await page.keyboard.press('Enter');
    const price = page.locator('.outcome-figures > div').filter({ hasText: 'Pris i serviceaftalen 2027' });
    await price.getByText('788.284.193,06 kr.').waitFor();

    await press(page, page.getByRole('slider', { name: 'Lønstigning 2027' }), 'ArrowRight');
    await page.getByText('Pris og løn 2027: løn 4,05 %').waitFor();
    await tabTo(page, page.getByRole('slider', { name: 'Prisstigning 2027' }));
    await page.keyboard.press('Control+z');
    await price.getByText('788.284.193,06 kr.').waitFor();

    await tabTo(page, page.getByRole('combobox', { name: 'Din kommune' }));
    await page.keyboard.type('Odense');
    await page.getByText('Odense betaler i 2027').waitFor();

    const amount = price.getByRole('link', { name: '788.284.193,06 kr.' });
    await tabTo(page, amount, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Sådan er beløbet fremkommet' });
    await drawer.getByText('Resultatets hash').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expectFocus(amount);

    const saveAs = page.getByRole('button', { name: 'Gem som …' });
    await tabTo(page, saveAs, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('textbox', { name: 'Navn' }));
    await page.keyboard.type('Lønnen stiger 4 % i 2027');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }));
    await page.getByText('Lønnen stiger 4 % i 2027', { exact: true }).waitFor();
    await expectFocus(saveAs);

    await tabTo(page, page.getByRole('link', { name: 'Overblik' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('heading', { name: 'Serviceaftalen i overblik' }));
    await page.context().close();
  });

  it('whoever has something unsaved is asked, and answers', async () => {
    const page = await site.open('/scenarier?aar=2027');
    await tabTo(page, page.getByRole('textbox', { name: 'Lønstigning 2027' }));
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByText('Pris og løn 2027: løn 4 %').waitFor();
    const rules = page.getByRole('link', { name: 'Regler' });
    await tabTo(page, rules, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Du har noget, der ikke er gemt' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await expectFocus(rules);
    await page.keyboard.press('Enter');
    await press(page, question.getByRole('button', { name: 'Forlad uden at gemme' }));
    await expectFocus(page.getByRole('heading', { name: 'Regler', level: 1 }));
    await page.context().close();
  });
});

describe('a council compares proposals at a meeting, without a mouse', () => {
  it('methods and proposals, what became of an initiative, and two by two', async () => {
    const page = await site.open('/overblik');
    await press(page, page.getByRole('link', { name: 'Prioritering' }));
    await expectFocus(page.getByRole('heading', { name: 'Prioritering', level: 1 }));
    await press(page, page.getByLabel('Metode: lige andele'), 'Space');
    const summary = page.getByRole('table', { name: 'Forslag og metoder i tal' });
    await summary.getByRole('rowheader', { name: 'Metode: lige andele' }).waitFor();
    await press(page, summary.getByRole('button', { name: 'Penge i alt, kr.' }));
    await expect
      .poll(() => summary.getByRole('columnheader', { name: 'Penge i alt, kr.' }).getAttribute('aria-sort'))
      .toBe('descending');

    const initiative = page.getByRole('link', { name: 'Fælles begreber på socialområdet' });
    await press(page, initiative);
    const drawer = page.getByRole('dialog', { name: 'Fælles begreber på socialområdet' });
    await drawer.getByText('Hvad skulle der til?').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expectFocus(initiative);

    await press(page, page.getByRole('combobox', { name: 'Vis nærmere' }), 'ArrowDown');
    await expect.poll(() => page.url()).toContain('plan=');
    const pair = page.locator('details.plan-pair summary').first();
    await press(page, pair);
    await page
      .getByText(/initiativer tilfælles/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('scenarios side by side: chosen, looked at on the map, found, sorted and copied', async () => {
    const page = await site.open('/scenarier/gemte');
    await press(page, page.getByRole('checkbox', { name: /Der effektiviseres 2 %/ }), 'Space');
    await press(page, page.getByRole('checkbox', { name: /Hver løsning reserverer 40 %/ }), 'Space');
    await tabTo(page, page.getByRole('link', { name: 'Sammenlign de 2 valgte' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('heading', { name: 'Scenarier side om side' }));

    const map = page.getByRole('listbox', { name: 'Kommunerne på kortet' });
    await press(page, map, 'ArrowRight');
    await map.getByRole('option', { name: /^Hjørring: [-−]\d/, selected: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await map.getByRole('option', { name: /^Frederikshavn: [-−]\d/, selected: true }).waitFor();

    const table = page.getByRole('region', { name: /^Kommunernes betaling/ });
    await tabTo(page, page.getByRole('searchbox', { name: /^Søg i tabellen: Kommunernes betaling/ }));
    await page.keyboard.type('Odense');
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await press(page, page.getByRole('button', { name: 'Kopiér', exact: true }).last());
    await page.getByText('Kopieret').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Kommune\t.*\r\nOdense\t/);
    await press(page, table.getByRole('button', { name: 'Kommune' }));
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Kommune' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await page.context().close();
  });
});

it('the first stop of a page leads past the menu to its content', async () => {
  const page = await site.open('/overblik');
  await press(page, page.getByRole('link', { name: 'Gå til indholdet' }));
  await expectFocus(page.getByRole('main'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
  await page.context().close();
});

it('nothing of it wrote an error to the console', () => {
  expect(site.complaints).toEqual([]);
});
