import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** A file as somebody has it on their disk. */
export interface OwnFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Chooses a file in the dialog that a click opens, as people do. */
export async function chooseFile(page: Page, field: Locator, { name, content }: OwnFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), field.click()]);
  const mimeType = name.endsWith('.json') ? 'application/json' : '';
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
}

/** Chooses a table in a form, and loads it. */
export async function loadTable(page: Page, label: string, file: OwnFile): Promise<void> {
  const form = page.getByRole('form', { name: label });
  await chooseFile(page, form.getByLabel(/^Fil|^File/), file);
  await form.getByRole('button', { name: /^Indlæs$|^Load$/ }).click();
}

/** What a click brings down: its name and its bytes. */
export async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The cells of a table below its heading, as they are read; the spaces that do not break are made plain. */
export function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
}
