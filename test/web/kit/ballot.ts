import type { Page } from 'playwright-core';

/** Fills in the rest of a ballot that has its title already, keeps it and opens it. */
export async function keepAndOpenBallot(page: Page, title: string): Promise<void> {
  await page.getByLabel('Initiativerne i forslaget').selectOption({ label: 'Mindre tid på dokumentation' });
  await page.getByLabel('Budget, kr.').fill('1.250.000,00');
  await page.getByRole('button', { name: 'Gem som kladde' }).click();
  await page.getByText(`${title} · Kladde`).click();
  await page.getByRole('button', { name: 'Åbn afstemningen' }).click();
  await page.getByText(`${title} · Åben`).waitFor();
}
