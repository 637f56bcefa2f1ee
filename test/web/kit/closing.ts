import type { Dialog, Page } from 'playwright-core';

/** Whether the browser asks; if it does, somebody stays. */
export async function asksOnClosing(page: Page): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    const stay = async (dialog: Dialog) => {
      await dialog.dismiss();
      resolve(dialog.type() === 'beforeunload');
    };
    page.once('dialog', stay);
    page.once('close', () => resolve(false));
  });
  await page.close({ runBeforeUnload: true });
  return asked;
}
