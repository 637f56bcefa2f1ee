import type { Agreement, Body, PoolEntry } from '../../src/agreement/agreement.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText, WHOLE } from '../../src/money/rate.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { Recipient } from '../../src/prioritisation/account.ts';
import type { Effect } from '../../src/prioritisation/effects.ts';
import type { Setting } from '../../src/prioritisation/facts.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import { openingPool } from '../../src/prioritisation/opening-pool.ts';
import type { Proposal, RequestedMove } from '../../src/prioritisation/proposal.ts';
import { requestsOf } from '../../src/prioritisation/request.ts';
import type { Verdict } from '../../src/prioritisation/verdict.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { acceptedValue } from '../results.ts';

/**
 * Two areas and a pool that can be counted in the head. Each solution reserves half its business maintenance:
 *
 *     area      solution  base budget   pool
 *     children  aula      1.100,00    100,00
 *     children  dagtilbud   550,00     50,00
 *     health    journal   2.200,00    200,00
 *     the pool of the year                350,00
 *
 * Prices stand still in 2026 and rise by 2 % in 2027.
 */
function poolAgreement(parts: Partial<Agreement> = {}): Agreement {
  const half = rateFromText('0.5');
  return buildAgreement({
    areas: [
      {
        area: 'children',
        title: both('Children'),
        focus: [
          { focus: 'early-help', title: both('Early help') },
          { focus: 'more-teachers', title: both('More teachers') },
        ],
      },
      {
        area: 'health',
        title: both('Health'),
        focus: [{ focus: 'shared-data', title: both('Shared data') }],
      },
    ],
    bodies: [
      body('children-council', 'portfolio-council', ['children'], ['recommend', 'prioritise']),
      body('health-council', 'portfolio-council', ['health'], ['recommend', 'prioritise']),
      body('children-committee', 'professional-committee', ['children'], ['advise']),
      body('board', 'board', ['children', 'health'], ['decide']),
    ],
    solutions: [
      buildSolution(
        'aula',
        { operations: '1000.00', business: '200.00' },
        { order: 1, area: 'children', reservedShare: half },
      ),
      buildSolution(
        'dagtilbud',
        { operations: '500.00', business: '100.00' },
        { order: 2, area: 'children', reservedShare: half },
      ),
      buildSolution(
        'journal',
        { operations: '2000.00', business: '400.00' },
        { order: 3, area: 'health', reservedShare: half },
      ),
    ],
    index: [buildIndex(2026, { combined: '0' }), buildIndex(2027, { combined: '0.02' })],
    municipalities: [buildMunicipality('0101', 1n)],
    ...parts,
  });
}

export function poolPrice(year = 2026, parts: Partial<Agreement> = {}): YearPrice {
  return acceptedValue(priceYear(poolAgreement(parts), year));
}

export function poolEntry(solution: string, kroner: string, year = 2026): PoolEntry {
  return { year, solution, amount: oreFromKroner(kroner), reason: 'An earlier decision' };
}

/** For children, built on Aula, 40,00 kr. in 2026, all or nothing, unless said otherwise. */
export function buildInitiative(
  initiative: string,
  parts: Partial<Initiative> & { kroner?: string } = {},
): Initiative {
  const { kroner = '40.00', ...rest } = parts;
  return {
    initiative,
    title: initiative,
    area: 'children',
    targetSolution: 'aula',
    costs: new Map([[2026, oreFromKroner(kroner)]]),
    priceLevelYear: 2026,
    benefit: { scores: new Map() },
    statutory: false,
    minShare: WHOLE,
    dependsOn: [],
    excludes: [],
    ...rest,
  };
}

/** An initiative for children that creates something new. */
export function buildNewInitiative(
  initiative: string,
  parts: Parameters<typeof buildInitiative>[1] = {},
): Initiative {
  const { targetSolution: _, ...rest } = buildInitiative(initiative, parts);
  return rest;
}

export function buildProposal(initiatives: readonly Initiative[], parts: Partial<Proposal> = {}): Proposal {
  return {
    proposal: 'proposal',
    body: 'children-council',
    reason: 'The council asks for it',
    initiatives,
    moves: [],
    inPlace: [],
    ...parts,
  };
}

/**
 * From a solution's pool contribution to an initiative, or with `maintenance` to another's business
 * maintenance.
 */
export function buildMove(
  from: string,
  to: string | { readonly maintenance: string },
  kroner: string,
): RequestedMove {
  const recipient: Recipient =
    typeof to === 'string'
      ? { kind: 'initiative', initiative: to }
      : { kind: 'business-maintenance', solution: to.maintenance };
  return { year: 2026, from: { kind: 'pool', solution: from }, to: recipient, amount: oreFromKroner(kroner) };
}

export function buildSetting(proposal: Proposal, price: YearPrice = poolPrice()): Setting {
  const pool = acceptedValue(openingPool(price));
  return { price, pool, proposal, requests: acceptedValue(requestsOf(proposal, price)) };
}

/** A rule that fired; rules are applied in the order of their priorities. */
export function fired(rule: string, priority: number, effect: Effect): Verdict {
  return { rule, title: both(rule), priority, fired: true, effect, conditions: [] };
}

function body(id: string, kind: Body['kind'], areas: readonly string[], mandate: Body['mandate']): Body {
  return { body: id, kind, title: both(id), areas, mandate };
}

function both(text: string) {
  return { da: text, en: text };
}
