import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** No page needs more stops than this from one end to the other. */
const MOST_STOPS = 400;

/** Walks with Tab, or backwards, until the focus is there. At each stop on the way it must be seen where one is. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key);
    expect(await page.evaluate(UNSEEN_FOCUS)).toBe('');
    if (await hasFocus(target)) return;
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** Walks there and presses Enter, or what else does it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

export async function expectFocus(target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => hasFocus(target)).toBe(true);
}

/** In the page: what has the focus without showing it by an outline in the window; empty where all is well. */
const UNSEEN_FOCUS = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const shown = [focused, focused.closest('.segments label')].filter((element) => element !== null);
  const isOutlined = shown.some((element) => getComputedStyle(element).outlineStyle !== 'none');
  const { top, bottom, left, right } = shown.at(-1).getBoundingClientRect();
  const isInWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return isOutlined && isInWindow ? '' : focused.outerHTML.slice(0, 300);
})()`;
