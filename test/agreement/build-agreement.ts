import type {
  Agreement,
  BasePrice,
  EfficiencyMeasure,
  IndexEntry,
  Municipality,
  Scope,
  Solution,
} from '../../src/agreement/agreement.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText, WHOLE, ZERO_RATE } from '../../src/money/rate.ts';

/**
 * Agreements small enough to compute by hand: everything that an example does not speak of has a value that
 * changes nothing. Base year 2025; `operations` is base budget, `business` can be reserved for the pool.
 */
export function buildAgreement(parts: Partial<Agreement> = {}): Agreement {
  return {
    agreement: 'built',
    version: '1',
    title: both('Built'),
    baseYear: 2025,
    components: [
      { component: 'operations', order: 1, title: both('Operations'), reservable: false },
      { component: 'business', order: 2, title: both('Business'), reservable: true },
    ],
    solutions: [],
    index: [],
    indexOverrides: [],
    efficiency: [],
    municipalities: [],
    areas: [],
    bodies: [],
    criteria: [],
    commitments: [],
    carryOvers: [],
    ...parts,
  };
}

/** A base price in kroner, or one with a wage share. */
export type BuiltPrice = string | readonly [kroner: string, wageShare: string];

/** In the agreement from 2025 on, split equally, with nothing reserved. */
export function buildSolution(
  solution: string,
  prices: Readonly<Record<string, BuiltPrice>>,
  parts: Partial<Solution> = {},
): Solution {
  return {
    solution,
    order: 1,
    title: both(solution),
    area: 'area',
    group: 'agreement',
    periods: [{ firstYear: 2025 }],
    basePrices: Object.entries(prices).map(([component, price]) => buildPrice(component, price)),
    reservedShare: ZERO_RATE,
    reservedShareProvenance: EXAMPLE,
    key: { kind: 'equal' },
    keyProvenance: EXAMPLE,
    ...parts,
  };
}

/** A member from 2025 on. */
export function buildMunicipality(
  municipality: string,
  population: bigint,
  parts: Partial<Municipality> = {},
): Municipality {
  return {
    municipality,
    name: municipality,
    region: 'Region',
    cvr: '12345678',
    population,
    populationDate: '2026-01-01',
    provenance: EXAMPLE,
    membership: [{ firstYear: 2025, fixedShare: WHOLE }],
    ...parts,
  };
}

/** One year of the index; `vintage` is the day of publication. */
export function buildIndex(
  year: number,
  rates: {
    readonly combined: string;
    readonly wage?: string;
    readonly price?: string;
    readonly correction?: string;
    readonly vintage?: string;
  },
): IndexEntry {
  const { combined, wage, price, correction = '0', vintage = '2025-06-30' } = rates;
  return {
    year,
    vintage,
    status: 'estimate',
    combined: rateFromText(combined),
    correction: rateFromText(correction),
    ...(wage === undefined ? {} : { wage: rateFromText(wage) }),
    ...(price === undefined ? {} : { price: rateFromText(price) }),
    provenance: EXAMPLE,
  };
}

export function efficiencyRate(year: number, rate: string, scope: Scope = {}): EfficiencyMeasure {
  return { year, form: 'rate', rate: rateFromText(rate), ...scope, provenance: EXAMPLE };
}

export function efficiencyAmount(year: number, kroner: string, scope: Scope = {}): EfficiencyMeasure {
  return { year, form: 'amount', amount: oreFromKroner(kroner), ...scope, provenance: EXAMPLE };
}

const EXAMPLE = { kind: 'example' } as const;

function both(text: string) {
  return { da: text, en: text };
}

function buildPrice(component: string, price: BuiltPrice): BasePrice {
  const [kroner, wageShare] = typeof price === 'string' ? [price] : price;
  return {
    component,
    amount: oreFromKroner(kroner),
    ...(wageShare === undefined ? {} : { wageShare: rateFromText(wageShare) }),
    provenance: EXAMPLE,
  };
}
