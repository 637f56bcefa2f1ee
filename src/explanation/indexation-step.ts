import { type IndexSeries, ratesBetween, type YearRates } from '../agreement/index-data.ts';
import { subtract } from '../money/exact.ts';
import type { Rate } from '../money/rate.ts';
import type { Bilingual } from '../refusal.ts';
import type { Input, Step } from './explanation.ts';
import { basePriceOf, type PriceScope, type ScopeCell, totalOf } from './price-scope.ts';
import { settled } from './settled.ts';
import { decimal, kroner, yearSpan } from './wording.ts';

/** Price and wage regulation of the scope's cells; no step in the base year. Model, section 3. */
export function indexationSteps(scope: PriceScope): Step[] {
  const { agreement, year } = scope.price;
  if (year === agreement.baseYear) return [];
  const rates = settled(ratesBetween(agreement, agreement.baseYear, year));
  const valueIn = basePriceOf(scope);
  const valueOut = totalOf(scope, 'indexed');
  return [
    {
      step: 'indexation',
      sentence: sentence(
        scope,
        yearSpan(agreement.baseYear + 1, year),
        kroner(subtract(valueOut, valueIn)),
        kroner(valueOut),
      ),
      formula:
        'indexed(s,c,y) = p(s,c) · Π over k of (1 + pl(s,c,k)); pl = combined(k) + correction(k), or with a wage share w·wage(k) + (1−w)·price(k) + correction(k)',
      inputs: [
        ...scope.cells.flatMap((cell) => cellInputs(scope, cell)),
        ...rates.flatMap((known) => rateInputs(scope, known)),
      ],
      valueIn,
      valueOut,
      restsOn: [],
    },
  ];
}

function sentence(scope: PriceScope, years: string, change: Bilingual, result: Bilingual): Bilingual {
  if (scope.cell === undefined)
    return {
      da: `Pris- og lønreguleringen for ${years} ændrer beløbet med ${change.da} til ${result.da}`,
      en: `Price and wage regulation for ${years} changes the amount by ${change.en} to ${result.en}.`,
    };
  const index = decimal(scope.cell.index);
  return {
    da: `Pris- og lønreguleringen for ${years} ganger beløbet med ${index.da}, og det giver ${result.da}`,
    en: `Price and wage regulation for ${years} multiplies the amount by ${index.en}, which gives ${result.en}.`,
  };
}

/** Wage share and index of the cells, where the scope is narrow enough to list them. */
function cellInputs(scope: PriceScope, { solution, base, price }: ScopeCell): Input[] {
  if (scope.solution === undefined) return [];
  const cell = `${solution.solution},${base.component}`;
  const index: Input = {
    symbol: `index(${cell},${scope.price.year})`,
    label: { da: 'Indeks', en: 'Index' },
    value: { unit: 'number', number: price.index },
  };
  if (base.wageShare === undefined) return [index];
  const label = { da: 'Lønandel', en: 'Wage share' };
  const value = { unit: 'rate', rate: base.wageShare } as const;
  return [{ symbol: `w(${cell})`, label, value, provenance: base.provenance }, index];
}

const SERIES: Readonly<Record<IndexSeries, Bilingual>> = {
  combined: { da: 'Samlet pris- og lønskøn', en: 'Combined price and wage index' },
  wage: { da: 'Lønskøn', en: 'Wage index' },
  price: { da: 'Prisskøn', en: 'Price index' },
  correction: { da: 'Niveaukorrektion', en: 'Level correction' },
};

/** The rates of one year that at least one cell of the scope is regulated by. */
function rateInputs(scope: PriceScope, known: YearRates): Input[] {
  const isMixed = scope.cells.some(({ base }) => base.wageShare !== undefined);
  const isCombined = scope.cells.some(({ base }) => base.wageShare === undefined);
  return [
    ...(isCombined ? [rateInput('combined', known.combined, known)] : []),
    ...(isMixed && known.wage !== undefined ? [rateInput('wage', known.wage, known)] : []),
    ...(isMixed && known.price !== undefined ? [rateInput('price', known.price, known)] : []),
    rateInput('correction', known.correction, known),
  ];
}

function rateInput(series: IndexSeries, rate: Rate, known: YearRates): Input {
  return {
    symbol: `${series}(${known.year})`,
    label: SERIES[series],
    value: { unit: 'rate', rate },
    ...sourceOf(series, known),
  };
}

/** A scenario sets rates one by one: the others keep the vintage that they are known from. */
function sourceOf(
  series: IndexSeries,
  { set, vintage, status, provenance }: YearRates,
): Pick<Input, 'vintage' | 'status' | 'provenance'> {
  if (set.includes(series)) return { status: 'scenario', provenance: { kind: 'scenario' } };
  return { ...(vintage === undefined ? {} : { vintage }), status, provenance };
}
