import { describe, expect, it } from 'vitest';
import { rateFromText } from '../../src/money/rate.ts';
import { planPairs } from '../../src/portfolio/pairs.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import { buildInitiative, buildProposal } from '../prioritisation/build-proposal.ts';
import { kr, outcomeOf, twoYears } from './two-years.ts';

const prices = twoYears({
  criteria: [
    {
      criterion: 'worth',
      title: { da: 'Værdi', en: 'Worth' },
      measure: 'score',
      weight: rateFromText('1'),
      provenance: { kind: 'example' },
    },
  ],
});

const worth = (points: string) => ({ benefit: { scores: new Map([['worth', rateFromText(points)]]) } });

async function pairOf(first: readonly Initiative[], second: readonly Initiative[]) {
  const reports = await Promise.all(
    [first, second].map(async (initiatives, place) => {
      const proposal = buildProposal(initiatives, { proposal: `p${place}`, body: 'board' });
      return (await outcomeOf({ proposal }, { prices })).report;
    }),
  );
  const [pair] = planPairs(reports);
  if (pair === undefined) throw new Error('two plans make a pair');
  return pair;
}

describe('two plans beside each other', () => {
  it('tell what is in both, and in one alone', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => buildInitiative(id));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three');
    const pair = await pairOf([b, a], [c, b]);
    expect(pair).toMatchObject({ both: ['b'], onlyFirst: ['a'], onlySecond: ['c'] });
    expect(kr(pair.sharedAmount)).toBe('40.00');
  });

  it('tell what excludes each other, whichever names the other', async () => {
    const a = buildInitiative('a');
    const b = buildInitiative('b', { excludes: ['a'] });
    expect((await pairOf([a], [b])).excluding).toEqual([{ first: 'a', second: 'b' }]);
  });

  // Aula holds 100,00: 40,00 + 70,00 asks for 10,00 more. The journal holds the 80,00 that one of them asks of it.
  it('tell which contribution both want more of than it has', async () => {
    const journal = { area: 'health', targetSolution: 'journal' };
    const { claims } = await pairOf(
      [buildInitiative('a'), buildInitiative('h', { ...journal, kroner: '80.00' })],
      [buildInitiative('b', { kroner: '70.00' })],
    );
    expect(
      claims.map(({ year, solution, available, first, second, excess }) => [
        year,
        solution,
        ...[available, first, second, excess].map(kr),
      ]),
    ).toEqual([[2026, 'aula', '100.00', '40.00', '70.00', '10.00']]);
  });

  it.each([
    ['the same points for less', ['5', '40.00'], ['5', '50.00'], 'first'],
    ['more points for the same', ['5', '40.00'], ['6', '40.00'], 'second'],
    ['more points for more', ['5', '40.00'], ['6', '50.00'], 'neither'],
    ['the same for the same', ['5', '40.00'], ['5', '40.00'], 'equal'],
  ] as const)('%s', async (_, [points, kroner], [otherPoints, otherKroner], dominance) => {
    const first = buildInitiative('a', { ...worth(points), kroner });
    const second = buildInitiative('b', { ...worth(otherPoints), kroner: otherKroner });
    expect((await pairOf([first], [second])).dominance).toBe(dominance);
  });
});
