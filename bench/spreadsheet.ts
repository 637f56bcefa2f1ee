import { scenarioWorkbook } from '../documents/workbook/scenario-workbook.ts';
import { computeYears } from '../src/engine/compute-years.ts';
import { priceYears } from '../src/pricing/price-year.ts';
import { sharesBefore, shareYears } from '../src/sharing/share-years.ts';
import { recomputed } from '../test/documents/recomputed.ts';
import { EXAMPLE_YEARS, exampleAgreement, granted, indexAfterIndex } from './example.ts';
import { medians } from './median.ts';
import { besidePeer, type Row } from './row.ts';

const LEAST_TIMES_AS_FAST = 25;

/** The same change of an index rate in the service's own workbook, whose formulas HyperFormula recomputes in doubles. */
export async function measureSpreadsheet(): Promise<Row[]> {
  const agreement = await exampleAgreement();
  const prices = granted(priceYears(agreement, EXAMPLE_YEARS));
  const [first] = prices;
  const before = first && granted(sharesBefore(first, undefined));
  const shares = granted(shareYears(prices));
  const book = recomputed(scenarioWorkbook({ agreement, prices, shares, before, hash: 'bench' }));
  const row = book.values('Forudsætninger').findIndex(([year]) => year === String(EXAMPLE_YEARS.from)) + 1;
  const changed = indexAfterIndex(agreement);
  let run = 0;
  const [compiled, sheet] = await medians({
    'compiled scenario, exact': () => computeYears(changed(), EXAMPLE_YEARS),
    [`HyperFormula, ${book.formulas} formulas`]: () => {
      run += 1;
      book.change('Forudsætninger', `D${row}`, 0.025 + run * 1e-7);
    },
  });
  if (compiled === undefined || sheet === undefined) throw new Error('not all measured');
  const times = (sheet.milliseconds / compiled.milliseconds).toFixed(0);
  return [
    {
      ...besidePeer(compiled, sheet),
      note: `${times} times as fast (aim: at least ${LEAST_TIMES_AS_FAST})`,
    },
  ];
}
