import { computeYears } from '../src/engine/compute-years.ts';
import { compiledKeyOf, rosterOf } from '../src/engine/roster.ts';
import { priceYears } from '../src/pricing/price-year.ts';
import { shareYears } from '../src/sharing/share-years.ts';
import { EXAMPLE_YEARS, exampleAgreement, granted, indexAfterIndex } from './example.ts';
import { medians } from './median.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const COMPILED_LIMIT_MS = 1.5;
const MOST_TIMES_THE_SUMS = 20;

/**
 * The same scenario compiled, each run with another index, beside the plain path and beside the least that any program
 * has to do: the same sums in doubles, neither exact nor rounded, with everything looked up beforehand.
 */
export async function measureCompiledEngine(): Promise<Row[]> {
  const agreement = await exampleAgreement();
  const changed = indexAfterIndex(agreement);
  const totals = new Float64Array(98);
  const keys = agreement.solutions
    .slice(0, 13)
    .map((solution) => compiledKeyOf(solution, rosterOf(agreement, 2026)))
    .map((key) => (key.kind === 'safe' ? key.weights.map((weight) => weight / key.divisor) : totals));
  const bases = agreement.solutions
    .slice(0, 13)
    .map(({ basePrices }) => Float64Array.from(basePrices, ({ amount }) => Number(amount)));
  const [compiled, plain, sums] = await medians({
    'compiled scenario, 98 × 13 over 4 years, exact two-way split': () =>
      computeYears(changed(), EXAMPLE_YEARS),
    'the plain path': () => granted(shareYears(granted(priceYears(changed(), EXAMPLE_YEARS)))),
    'the sums alone, in doubles': () => sumsOnly(bases, keys, totals),
  });
  if (compiled === undefined || plain === undefined || sums === undefined)
    throw new Error('not all measured');
  return [
    besideLimit(compiled, COMPILED_LIMIT_MS),
    besidePeer(compiled, plain),
    { ...besidePeer(compiled, sums), note: `aim: at most ${MOST_TIMES_THE_SUMS}` },
  ];
}

function sumsOnly(
  bases: readonly Float64Array[],
  keys: readonly Float64Array[],
  totals: Float64Array,
): number {
  let price = 0;
  for (let year = 0; year < 4; year++) {
    totals.fill(0);
    for (const [place, base] of bases.entries()) {
      const factor = 1.027 ** (year + 1) * 0.99;
      let solution = 0;
      for (const cell of base) solution += cell * factor;
      const key = keys[place] ?? base;
      for (let row = 0; row < key.length; row++)
        totals[row] = (totals[row] ?? 0) + solution * (key[row] ?? 0);
      price += solution;
    }
  }
  return price;
}
