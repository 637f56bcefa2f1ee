import { describe, expect, it } from 'vitest';
import { loadData } from '../../api/load-data.ts';
import { targetOf, withChange, withoutTarget } from '../../web/scenarios/change-list.ts';
import { asWord, ofWord, sayTheSame } from '../../web/scenarios/draft.ts';
import { merged, settingsBetween } from '../../web/scenarios/merge.ts';
import { PLACES } from '../../web/scenarios/tile-map-places.ts';
import { stepOnMap } from '../../web/scenarios/tile-map-steps.ts';

const { agreements, scenarios } = await loadData();

describe('the map of tiles', () => {
  it('has every municipality once, and no two in the same place', () => {
    const codes = agreements[0]?.document.municipalities.map(({ municipality }) => municipality);
    expect(PLACES.map(({ municipality }) => municipality).toSorted()).toEqual(codes?.toSorted());
    expect(new Set(PLACES.map(({ column, row }) => `${column}/${row}`)).size).toBe(98);
    expect(PLACES.every(({ column }) => Number.isInteger(column))).toBe(true);
  });

  it('leads by arrow keys from the first tile to every other', () => {
    const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
    const reached = new Set([stepOnMap(undefined, 'ArrowRight')]);
    for (const municipality of reached) for (const key of keys) reached.add(stepOnMap(municipality, key));
    expect([...reached].toSorted()).toEqual(PLACES.map(({ municipality }) => municipality).toSorted());
  });

  it('leads nowhere by other keys, and at its edge stays where one is', () => {
    expect(stepOnMap('0101', 'Enter')).toBeUndefined();
    expect(stepOnMap('0400', 'ArrowRight')).toBe('0400');
  });
});

describe('a scenario in an address', () => {
  it.each(scenarios.map(({ id, scenario }) => [id, scenario] as const))(
    'comes back as it was: %s',
    (_, scenario) => {
      expect(ofWord(asWord(scenario))).toEqual(scenario);
      expect(asWord(scenario)).toMatch(/^[\w-]+$/);
    },
  );

  it.each([
    '',
    'x',
    'bm90IGpzb24',
    asWord({ agreement: 'a', years: { from: 1, to: 1 }, changes: [] }).slice(0, -9),
  ])('is none when the word is cut or not one of ours: %s', (word) => {
    expect(ofWord(word)).toBeUndefined();
  });

  it('says the same whatever the order of its fields', () => {
    const first = { agreement: 'a', years: { from: 1, to: 2 }, changes: [] };
    expect(sayTheSame(first, { changes: [], years: { to: 2, from: 1 }, agreement: 'a' })).toBe(true);
    expect(sayTheSame(first, { ...first, basedOn: 'b' })).toBe(false);
  });
});

const WAGE = { type: 'set-index', year: 2027, wage: '0.04' } as const;
const SHARE = { type: 'set-reserved-share', share: '0.5' } as const;
const RATE = { type: 'set-efficiency', year: 2027, rate: '0.01' } as const;

describe('the list of changes', () => {
  it('holds one change of each thing, in the place where it first stood', () => {
    const higher = { ...WAGE, wage: '0.05' };
    expect(withChange([WAGE, SHARE], higher)).toEqual([higher, SHARE]);
    expect(withChange([WAGE], SHARE)).toEqual([WAGE, SHARE]);
    expect(withoutTarget([WAGE, SHARE], targetOf(WAGE))).toEqual([SHARE]);
  });

  it('an efficiency rate and an amount stand side by side', () => {
    const amount = { type: 'set-efficiency', year: 2027, amount: '1.00' } as const;
    expect(withChange([RATE], amount)).toEqual([RATE, amount]);
  });
});

describe('merging what two people made of the same scenario', () => {
  const theirs = {
    agreement: 'a',
    years: { from: 2027, to: 2027 },
    changes: [{ ...WAGE, wage: '0.05' }, RATE],
  };
  const settings = settingsBetween([WAGE], [{ ...WAGE, wage: '0.06' }, SHARE], theirs.changes);

  it('tells who changed what', () => {
    expect(settings.map(({ target, changedBy }) => [target, changedBy])).toEqual([
      ['set-index/year=2027', 'both'],
      ['set-reserved-share', 'me'],
      ['set-efficiency/rate/year=2027', 'them'],
    ]);
  });

  it('keeps what only one of them changed, and of what both did, what was chosen', () => {
    expect(merged(theirs, settings, new Set()).changes).toEqual([{ ...WAGE, wage: '0.05' }, RATE, SHARE]);
    expect(merged(theirs, settings, new Set(['set-index/year=2027'])).changes).toEqual([
      RATE,
      { ...WAGE, wage: '0.06' },
      SHARE,
    ]);
  });

  it('a change that one of them took away stays away', () => {
    const removed = settingsBetween([WAGE, SHARE], [WAGE], [WAGE, SHARE, RATE]);
    const base = { ...theirs, changes: [WAGE, SHARE, RATE] };
    expect(merged(base, removed, new Set()).changes).toEqual([WAGE, RATE]);
  });

  it('two who did the same have no conflict', () => {
    expect(settingsBetween([], [SHARE], [SHARE])).toEqual([]);
  });
});
