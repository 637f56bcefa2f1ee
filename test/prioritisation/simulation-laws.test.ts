import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { type Ore, sumOre } from '../../src/money/ore.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { Setting } from '../../src/prioritisation/facts.ts';
import { contraryTo, type Move } from '../../src/prioritisation/move.ts';
import { openAccounts, postMove } from '../../src/prioritisation/pool-accounts.ts';
import { type SimulationResult, simulate } from '../../src/prioritisation/simulate.ts';
import type { Verdict } from '../../src/prioritisation/verdict.ts';
import { proposalArb } from '../arbitraries/proposals.ts';
import { verdictsArb } from '../arbitraries/verdicts.ts';
import { acceptedValue } from '../results.ts';
import { buildSetting, poolEntry, poolPrice } from './build-proposal.ts';

interface Meeting {
  readonly setting: Setting;
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
}

/** Any proposal meeting any rules: the laws hold whatever the rules say. */
function meetingArb(price: YearPrice): fc.Arbitrary<Meeting> {
  return proposalArb(price)
    .map((proposal) => buildSetting(proposal, price))
    .chain((setting) => verdictsArb(setting.requests).map((verdicts) => ({ setting, verdicts })));
}

function check(price: YearPrice, law: (result: SimulationResult, meeting: Meeting) => void): void {
  fc.assert(
    fc.property(meetingArb(price), (meeting) => law(simulate(meeting.setting, meeting.verdicts), meeting)),
  );
}

function total(moves: readonly Move[]): Ore {
  return sumOre(moves.map(({ amount }) => amount));
}

function exampleAgreement() {
  const file = new URL('../../data/k98-example.agreement.json', import.meta.url);
  return acceptedValue(agreementFromDocument(agreementSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
}

const smallPool = poolPrice(2026, {
  carryOvers: [poolEntry('aula', '12.34')],
  commitments: [poolEntry('journal', '99.99'), poolEntry('dagtilbud', '50.00')],
});

describe.each([
  ['a pool of three solutions, with money carried over and bound', smallPool],
  [
    'the example agreement of 98 municipalities and 13 solutions',
    acceptedValue(priceYear(exampleAgreement(), 2027)),
  ],
])('in %s', (_, price) => {
  it('moves conserve the pool: what it held is what it holds and what was moved', () => {
    check(price, ({ poolBefore, poolAfter, poolIfApproved, moves, proposedMoves, outcomes }, { setting }) => {
      expect(poolBefore).toBe(setting.pool.total);
      expect(poolAfter + total(moves)).toBe(poolBefore);
      expect(poolIfApproved + total(proposedMoves)).toBe(poolAfter);
      expect(sumOre(outcomes.map(({ granted }) => granted))).toBe(total(moves));
      expect(sumOre(outcomes.map(({ proposed }) => proposed))).toBe(total(proposedMoves));
    });
  });

  it('base budgets are the same before and after, to the øre', () => {
    check(price, ({ solutions }) => {
      expect(solutions.map(({ baseBudgetAfter }) => baseBudgetAfter)).toEqual(
        price.solutions.map(({ baseBudget }) => baseBudget),
      );
    });
  });

  it('no pool contribution goes below zero, not even if the board approves everything', () => {
    check(price, ({ solutions }) => {
      for (const { poolAfter, poolIfApproved, poolBefore } of solutions) {
        expect(poolIfApproved).toBeGreaterThanOrEqual(0n);
        expect(poolAfter).toBeGreaterThanOrEqual(poolIfApproved);
        expect(poolAfter).toBeLessThanOrEqual(poolBefore);
      }
    });
  });

  it('nobody gets more than it costs or less than makes sense, and the outcome says which', () => {
    check(price, ({ outcomes }, { setting }) => {
      const requests = new Map(setting.requests.map((request) => [request.place, request]));
      for (const { outcome, granted, proposed, cost, place } of outcomes) {
        const given = granted + proposed;
        expect(given).toBeLessThanOrEqual(cost);
        if (outcome === 'deferred' || outcome === 'rejected') expect(given).toBe(0n);
        else expect(given).toBeGreaterThanOrEqual(requests.get(place)?.minimumCost ?? 0n);
        expect(outcome === 'funded').toBe(granted === cost && cost > 0n);
        expect(outcome === 'referred').toBe(proposed > 0n);
      }
    });
  });

  it('every request ends in exactly one outcome, in the order of the proposal', () => {
    check(price, ({ outcomes }, { setting }) => {
      expect(outcomes.map(({ recipient }) => recipient)).toEqual(
        setting.requests.map(({ recipient }) => recipient),
      );
    });
  });

  it('money of another area is moved only by who decides', () => {
    check(price, ({ outcomes }, { setting }) => {
      const body = setting.price.agreement.bodies.find(({ body }) => body === setting.proposal.body);
      if (body?.mandate.includes('decide')) return;
      const areaOf = new Map(setting.pool.contributions.map(({ solution, area }) => [solution, area]));
      for (const { moves, place } of outcomes) {
        const area = setting.requests.find((request) => request.place === place)?.area;
        for (const { from } of moves) expect(from.kind === 'pool' && areaOf.get(from.solution)).toBe(area);
      }
    });
  });

  it('the order in which rules answer never changes the result', () => {
    check(price, (result, { setting, verdicts }) => {
      const reversed = [...verdicts].map(([key, list]) => [key, list.toReversed()] as const).toReversed();
      expect(simulate(setting, new Map(reversed))).toEqual(result);
    });
  });

  it('applied and then reversed, every øre is back', () => {
    check(price, ({ moves }, { setting }) => {
      const opened = openAccounts(
        setting.pool,
        setting.requests.map(({ recipient }) => recipient),
      );
      const contrary = moves.map((move) => contraryTo(move, 'Reversed')).toReversed();
      const accounts = [...moves, ...contrary].reduce(
        (current, move) => acceptedValue(postMove(current, move)),
        opened,
      );
      expect(accounts.balances).toEqual(opened.balances);
    });
  });
});
