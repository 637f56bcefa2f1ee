import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { scenarioFileSchema } from '../../scenarios/schema.ts';
import { hashOf } from '../../src/result-hash.ts';
import { get } from './built-app.ts';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor?: string;
}

async function page(url: string): Promise<Page> {
  const answer = await get(url);
  expect(answer.status).toBe(200);
  return answer.json() as Page;
}

describe('GET /v1/scenarios', () => {
  it.each([1, 3, 7])('pages of %i hold every scenario once, by id', async (limit) => {
    const all = (await page('/v1/scenarios?limit=200')).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(15);
    expect(all).toEqual([...new Set(all)].sort());
    const found: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { items, nextCursor } = await page(
        `/v1/scenarios?limit=${limit}${cursor && `&cursor=${cursor}`}`,
      );
      expect(items.length).toBeLessThanOrEqual(limit);
      found.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(found).toEqual(all);
  });

  it('a stored scenario can be read whole', async () => {
    const answer = await get('/v1/scenarios/baseline');
    const { stored, shared, ...scenario } = answer.json() as { stored: object; shared: boolean };
    expect(scenarioFileSchema.parse(scenario)).toMatchObject({ id: 'baseline' });
    expect(stored).toMatchObject({ version: 1, state: 'shipped' });
    expect(shared).toBe(true);
  });
});

describe('GET /v1/agreements', () => {
  it('lists each agreement with its hash, and gives each whole with its version as entity tag', async () => {
    const listed = (await get('/v1/agreements')).json() as { items: { agreement: string; hash: string }[] };
    expect(listed.items).toMatchObject([{ agreement: 'k98-example', baseYear: 2025 }]);
    const answer = await get('/v1/agreements/k98-example');
    expect(hashOf(answer.json())).toBe(listed.items[0]?.hash);
    expect(answer.headers.etag).toBe('"1"');
    expect(agreementSchema.parse(answer.json()).municipalities).toHaveLength(98);
  });
});
