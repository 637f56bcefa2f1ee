import { describe, expect, it } from 'vitest';
import { kronerFromOre } from '../../src/money/ore.ts';
import { openingPool } from '../../src/prioritisation/opening-pool.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { poolEntry, poolPrice } from './build-proposal.ts';

describe('the opening pool', () => {
  it('is what the price reserves when nothing is carried over or bound', () => {
    const { contributions, total } = acceptedValue(openingPool(poolPrice()));
    expect(contributions.map(({ solution, opening }) => [solution, kronerFromOre(opening)])).toEqual([
      ['aula', '100.00'],
      ['dagtilbud', '50.00'],
      ['journal', '200.00'],
    ]);
    expect(kronerFromOre(total)).toBe('350.00');
  });

  it('adds what is carried over and takes what is bound, in the year they name', () => {
    // Aula: 100,00 + 20,00 + 5,00 carried over − 35,00 bound = 90,00; entries of 2027 do not count in 2026.
    const price = poolPrice(2026, {
      carryOvers: [poolEntry('aula', '20.00'), poolEntry('aula', '5.00'), poolEntry('aula', '7.00', 2027)],
      commitments: [poolEntry('aula', '35.00'), poolEntry('journal', '200.00', 2027)],
    });
    const { contributions, total } = acceptedValue(openingPool(price));
    expect(contributions[0]).toMatchObject({
      reserved: 100_00n,
      carriedOver: 25_00n,
      committed: 35_00n,
      opening: 90_00n,
    });
    expect(total).toBe(340_00n);
  });

  it('may be bound to the last øre, and is refused when one øre more is bound than there is', () => {
    const bound = (kroner: string) =>
      openingPool(poolPrice(2026, { commitments: [poolEntry('dagtilbud', kroner)] }));
    expect(acceptedValue(bound('50.00')).contributions[1]?.opening).toBe(0n);
    expect(codesOf(bound('50.01'))).toEqual(['pool_overcommitted']);
  });

  it('is refused when money is bound in a solution that is not in the agreement that year', () => {
    expect(codesOf(openingPool(poolPrice(2026, { commitments: [poolEntry('flis', '1.00')] })))).toEqual([
      'pool_entry_outside_agreement',
    ]);
    expect(codesOf(openingPool(poolPrice(2026, { carryOvers: [poolEntry('flis', '1.00')] })))).toEqual([
      'pool_entry_outside_agreement',
    ]);
  });

  it('leaves entries of other years alone, whatever they name', () => {
    const price = poolPrice(2026, { commitments: [poolEntry('flis', '1.00', 2028)] });
    expect(acceptedValue(openingPool(price)).total).toBe(350_00n);
  });

  it('is refused for the agreement as a whole, and says how much is bound and held', () => {
    const result = openingPool(poolPrice(2026, { commitments: [poolEntry('dagtilbud', '60.00')] }));
    expect(result.ok ? undefined : result.refusals[0]).toMatchObject({
      path: [],
      message: {
        en: 'Earlier decisions bind DKK 60.00 of the pool contribution of dagtilbud in 2026, but it holds only DKK 50.00.',
      },
    });
  });
});
