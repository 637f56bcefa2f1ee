import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { BANDS, bandOf } from '../../src/comparison/bands.ts';
import { municipalityDifferences } from '../../src/comparison/municipality-differences.ts';
import { winnersAndLosers } from '../../src/comparison/winners-and-losers.ts';
import { ratio } from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';

describe('the band of a change', () => {
  it.each([
    [-100n, 100n, 'falls-5-or-more'],
    [-5n, 100n, 'falls-5-or-more'],
    [-4_999_999n, 100_000_000n, 'falls-1-to-5'],
    [-1n, 100n, 'falls-1-to-5'],
    [-999_999n, 100_000_000n, 'falls-below-1'],
    [-1n, 10n ** 12n, 'falls-below-1'],
    [0n, 1n, 'unchanged'],
    [1n, 10n ** 12n, 'rises-below-1'],
    [999_999n, 100_000_000n, 'rises-below-1'],
    [1n, 100n, 'rises-1-to-5'],
    [4_999_999n, 100_000_000n, 'rises-1-to-5'],
    [5n, 100n, 'rises-5-or-more'],
    [7n, 1n, 'rises-5-or-more'],
  ] as const)('%d of %d is %s', (difference, amount, band) => {
    expect(bandOf(ratio(difference, amount))).toBe(band);
  });

  test.prop([fc.bigInt(-200n, 200n), fc.bigInt(1n, 200n)])(
    'falls and rises have the same bounds: the opposite change lies in the opposite band',
    (difference, amount) => {
      const place = BANDS.findIndex(({ band }) => band === bandOf(ratio(difference, amount)));
      const mirrored = BANDS.findIndex(({ band }) => band === bandOf(ratio(-difference, amount)));
      expect(place + mirrored).toBe(BANDS.length - 1);
    },
  );
});

describe('winners and losers', () => {
  /**
   * 0101: 100 → 99 is −1 %. 0147: 100 → 104 is +4 %. 0151: 0 → 0 is unchanged. 0153: 0 → 1 is a rise from nothing.
   * 0155 leaves with 50, 0157 enters with 60.
   */
  const baseline = yearShares({ '0101': 100n, '0147': 100n, '0151': 0n, '0153': 0n, '0155': 50n });
  const scenario = yearShares({ '0101': 99n, '0147': 104n, '0151': 0n, '0153': 1n, '0157': 60n });
  const { bands, leaving, entering } = winnersAndLosers(municipalityDifferences(baseline, scenario));

  it('counts municipalities, citizens and amounts in every band', () => {
    expect(bands).toEqual([
      { band: 'falls-5-or-more', municipalities: 0, citizens: 0n, difference: 0n },
      { band: 'falls-1-to-5', municipalities: 1, citizens: 101n, difference: -1n },
      { band: 'falls-below-1', municipalities: 0, citizens: 0n, difference: 0n },
      { band: 'unchanged', municipalities: 1, citizens: 151n, difference: 0n },
      { band: 'rises-below-1', municipalities: 0, citizens: 0n, difference: 0n },
      { band: 'rises-1-to-5', municipalities: 1, citizens: 147n, difference: 4n },
      { band: 'rises-5-or-more', municipalities: 1, citizens: 153n, difference: 1n },
    ]);
  });

  it('keeps those that leave and enter apart: they neither gain nor lose', () => {
    expect(leaving).toEqual({ municipalities: 1, citizens: 155n, difference: -50n });
    expect(entering).toEqual({ municipalities: 1, citizens: 157n, difference: 60n });
  });
});

function yearShares(amounts: Readonly<Record<string, bigint>>): YearShares {
  return {
    year: 2026,
    solutions: ['aula'],
    municipalities: Object.entries(amounts).map(([municipality, amount]) => ({
      municipality,
      population: BigInt(municipality),
      amount: ore(amount),
      amounts: [ore(amount)],
    })),
  };
}
