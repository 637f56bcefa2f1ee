import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOre, subtractOre, sumOre, ZERO_ORE } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { planPairs } from '../../src/portfolio/pairs.ts';
import { buildMunicipality } from '../agreement/build-agreement.ts';
import { portfolioArb } from '../arbitraries/portfolio.ts';
import { shuffled } from '../arbitraries/shuffled.ts';
import { buildProposal, poolEntry } from '../prioritisation/build-proposal.ts';
import { governance } from '../rules/read-rules.ts';
import { runs } from '../settings/runs.ts';
import { chosenBy, chosenIn, METHODS } from './methods.ts';
import { fatesIn, outcomeOf, twoYears } from './two-years.ts';

const criteria = (['score', 'kroner'] as const).map((measure) => ({
  criterion: measure === 'score' ? 'worth' : 'savings',
  title: { da: measure, en: measure },
  measure,
  weight: rateFromText('0.5'),
  provenance: { kind: 'example' as const },
}));
const prices = twoYears({
  criteria,
  municipalities: ['0101', '0147', '0165'].map((code, place) =>
    buildMunicipality(code, BigInt(place * place + 1)),
  ),
  commitments: [poolEntry('aula', '12.34'), poolEntry('journal', '1.01', 2027)],
  carryOvers: [poolEntry('dagtilbud', '0.07')],
});
const [price] = prices;
if (price === undefined) throw new Error('two years');
const ruleSet = governance();
const bodies = ['board', 'children-council', 'health-council'];

const planArb = fc
  .record({ initiatives: portfolioArb(price), body: fc.constantFrom(...bodies), carriesOver: fc.boolean() })
  .map(({ initiatives, body, carriesOver }) => ({
    plan: { proposal: buildProposal(initiatives, { body }) },
    carriesOver,
  }));

describe('for every plan', () => {
  it('each year contributed + carried over − committed = used + left, for all and for each solution', async () => {
    await fc.assert(
      fc.asyncProperty(planArb, async ({ plan, carriesOver }) => {
        const { report } = await outcomeOf(plan, { prices, ruleSet, carriesOver });
        for (const year of report.years)
          for (const { contributed, carriedOver, committed, decided, free } of [year, ...year.solutions]) {
            expect(subtractOre(addOre(contributed, carriedOver), committed)).toBe(addOre(decided, free));
            expect(free).toBeGreaterThanOrEqual(0n);
          }
      }),
      runs(200, 2_000),
    );
  });

  it('what is left is carried over to the øre, or lapses', async () => {
    await fc.assert(
      fc.asyncProperty(planArb, async ({ plan }) => {
        const { report } = await outcomeOf(plan, { prices, ruleSet, carriesOver: true });
        const [first, second] = report.years;
        const [carried, lapsed] = [second?.carriedOver, second?.lapsed];
        expect(sumOre([carried ?? ZERO_ORE, lapsed ?? ZERO_ORE])).toBe(first?.free);
      }),
      runs(200, 2_000),
    );
  });

  it('areas, solutions and municipalities each sum to what is used and what is paid in', async () => {
    await fc.assert(
      fc.asyncProperty(planArb, async ({ plan, carriesOver }) => {
        const { report } = await outcomeOf(plan, { prices, ruleSet, carriesOver });
        for (const {
          areas,
          solutions,
          receivedByNew,
          parts,
          unattributed,
          contributed,
          decided,
        } of report.years) {
          expect(sumOre(areas.map(({ received }) => received))).toBe(decided);
          expect(sumOre(areas.map((area) => area.contributed))).toBe(contributed);
          expect(addOre(sumOre(solutions.map(({ received }) => received)), receivedByNew)).toBe(decided);
          expect(addOre(sumOre(parts.map(({ received }) => received)), unattributed)).toBe(decided);
          expect(sumOre(parts.map((part) => part.contributed))).toBe(contributed);
          expect(sumOre(parts.map(({ fairShare }) => fairShare))).toBe(decided);
        }
      }),
      runs(200, 2_000),
    );
  });

  it('the amounts of initiatives sum to what is used, and what has begun has a start', async () => {
    await fc.assert(
      fc.asyncProperty(planArb, async ({ plan, carriesOver }) => {
        const { report } = await outcomeOf(plan, { prices, ruleSet, carriesOver });
        expect(sumOre(report.fates.map(({ amount }) => amount))).toBe(report.cost);
        for (const { outcome, start, amount, cost } of report.fates) {
          expect(start !== undefined).toBe(['funded', 'reduced', 'referred'].includes(outcome));
          expect(amount <= cost).toBe(true);
        }
      }),
      runs(200, 2_000),
    );
  });

  it('dominance and overlap seen from the other side are the same, mirrored', async () => {
    const mirrored = { first: 'second', second: 'first', equal: 'equal', neither: 'neither' } as const;
    await fc.assert(
      fc.asyncProperty(planArb, planArb, async (one, other) => {
        const [first, second] = await Promise.all(
          [one, other].map(async ({ plan }) => (await outcomeOf(plan, { prices, ruleSet })).report),
        );
        if (first === undefined || second === undefined) throw new Error('two reports');
        const [pair] = planPairs([first, second]);
        const [back] = planPairs([second, first]);
        expect(back?.dominance).toBe(pair && mirrored[pair.dominance]);
        expect(back).toMatchObject({
          both: pair?.both,
          onlyFirst: pair?.onlySecond,
          onlySecond: pair?.onlyFirst,
          sharedAmount: pair?.sharedAmount,
        });
        expect(planPairs([first, first])[0]).toMatchObject({ dominance: 'equal', onlyFirst: [] });
      }),
      runs(60, 500),
    );
  });
});

describe('for every method', () => {
  const caseArb = portfolioArb(price, 6).chain((initiatives) =>
    fc.record({
      initiatives: fc.constant(initiatives),
      reordered: shuffled(initiatives),
      body: fc.constantFrom(...bodies),
      carriesOver: fc.boolean(),
    }),
  );

  it.each(METHODS)('%s: the order of the initiatives changes nothing', async (method) => {
    await fc.assert(
      fc.asyncProperty(caseArb, async ({ initiatives, reordered, ...setting }) => {
        const [one, other] = await Promise.all(
          [initiatives, reordered].map((list) => chosenBy(method, list, { prices, ruleSet, ...setting })),
        );
        expect(other && chosenIn(other)).toEqual(one && chosenIn(one));
      }),
      runs(40, 1_000),
    );
  });

  it.each(METHODS)(
    '%s: the rules let everything be as it was chosen, and nothing is used twice',
    async (method) => {
      await fc.assert(
        fc.asyncProperty(caseArb, async ({ initiatives, reordered: _, ...setting }) => {
          const run = await chosenBy(method, initiatives, { prices, ruleSet, ...setting });
          expect(run.isLawful).toBe(true);
          const { report } = await outcomeOf(run.plan, { prices, ruleSet, carriesOver: setting.carriesOver });
          for (const fate of Object.values(fatesIn(report))) expect(fate).toMatch(/^(funded|referred)@/);
          for (const { free } of report.years) expect(free).toBeGreaterThanOrEqual(0n);
        }),
        runs(40, 1_000),
      );
    },
  );
});
