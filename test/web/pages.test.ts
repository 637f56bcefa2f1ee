import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { expectAccessible, expectNoSidewaysScrolling } from './kit/accessible.ts';
import { openSite, type Site } from './kit/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Each language, theme and width at least once, and not all eight of their combinations. */
const SEATS = [
  { language: 'da', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 768 },
  { language: 'da', theme: 'dark', width: 360 },
] as const;

describe.each(ADDRESSES)('%s', (address) => {
  it.each(SEATS)('is accessible and fits, in $language, $theme, at $width px', async (seat) => {
    const page = await site.open(address, seat);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.context().close();
  });
});

it('no page says an error on the console or asks anything outside the origin', () => {
  const unexpected = site.complaints.filter((complaint) => !complaint.includes('no-such-'));
  expect(unexpected).toEqual([]);
});

describe('the address and the page are one', () => {
  it('a choice is a link, back undoes it, and a reload keeps it', async () => {
    const page = await site.open('/overblik');
    await page.getByRole('radio', { name: '2028' }).check();
    await expect.poll(() => page.url()).toBe(`${site.url}/overblik?aar=2028`);
    const price = page.getByText('806.080.520,33 kr.').first();
    await price.waitFor();
    await page.reload();
    await price.waitFor();
    await page.goBack();
    await page.getByText('761.575.593,67 kr.').first().waitFor();
    await page.context().close();
  });

  it('an amount opens its explanation, which has an address of its own and closes with Escape', async () => {
    const page = await site.open('/overblik');
    await page.getByRole('link', { name: '37.132.338,38 kr.' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Sådan er beløbet fremkommet' });
    await drawer.getByText('Prioriteringspulje 2026', { exact: true }).waitFor();
    expect(page.url()).toContain('forklar=2026.pool...');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${site.url}/overblik`);
    await page.context().close();
  });
});

describe('the script of the first page', () => {
  it('is less than 150 kB, compressed', async () => {
    const page = await site.open('/overblik');
    const scripts = await page.evaluate<string[]>(
      "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))",
    );
    await page.context().close();
    const sizes = await Promise.all(scripts.map(compressedSize));
    expect(scripts.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });
});

async function compressedSize(script: string): Promise<number> {
  const { headers } = await fetch(script, { headers: { 'accept-encoding': 'gzip' } });
  expect(headers.get('content-encoding')).toBe('gzip');
  return Number(headers.get('content-length'));
}

describe('the document', () => {
  it('allows no script, style or request but its own', async () => {
    const { headers } = await fetch(`${site.url}/overblik`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('is not what a program gets that asks for JSON at an address there is not', async () => {
    const answer = await fetch(`${site.url}/overblik`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
