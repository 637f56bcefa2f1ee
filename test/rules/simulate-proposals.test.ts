import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../rules/rule-set.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import type { RuleDocument } from '../../rules/schema.ts';
import { simulateProposals } from '../../rules/simulate-proposals.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import type { Proposal } from '../../src/prioritisation/proposal.ts';
import { proposalArb } from '../arbitraries/proposals.ts';
import {
  buildInitiative,
  buildMove,
  buildProposal,
  poolEntry,
  poolPrice,
} from '../prioritisation/build-proposal.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { buildRule, buildRuleSet, governance, governanceDocument } from './read-rules.ts';

const price = poolPrice();
const always = { all: [] };

function ruleSet(rules: readonly RuleDocument[]): RuleSet {
  return acceptedValue(ruleSetFromDocument(buildRuleSet(rules)));
}

/** Twenty rules that read every kind of fact and ask for effects of every kind. */
const TWENTY: readonly RuleDocument[] = [
  ...governanceDocument().rules,
  buildRule('small-last', 170, {
    conditions: {
      all: [
        { fact: 'cost', operator: 'moneyLessThan', value: '10.00' },
        { fact: 'isStatutory', operator: 'equal', value: false },
      ],
    },
    effect: { type: 'last' },
  }),
  buildRule('cap-per-group', 180, {
    conditions: { not: { fact: 'group', operator: 'equal', value: '' } },
    effect: { type: 'cap', per: 'group', share: '0.5' },
  }),
  buildRule('cap-per-initiative', 190, {
    conditions: {
      any: [
        { fact: 'place', operator: 'greaterThan', value: 3 },
        { fact: 'isNew', operator: 'equal', value: true },
      ],
    },
    effect: { type: 'cap', per: 'initiative', share: '0.25' },
  }),
  buildRule('noted', 200),
];

describe('simulating proposals', () => {
  it('each meets the whole pool on its own, whatever stands beside it', async () => {
    const [a, b] = ['a', 'b'].map((proposal) =>
      buildProposal([buildInitiative('x', { kroner: '100.00' })], { proposal }),
    );
    const run = async (...proposals: (Proposal | undefined)[]) =>
      acceptedValue(
        await simulateProposals(
          price,
          proposals.flatMap((proposal) => proposal ?? []),
          ruleSet([]),
        ),
      ).results;
    const together = await run(a, b);
    expect(together.map(({ proposal, moves }) => [proposal, moves.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect((await run(b, a)).toReversed()).toEqual(together);
    expect(await run(a)).toEqual(together.slice(0, 1));
  });

  it('two simulations at the same time give what each gives alone', async () => {
    const proposal = buildProposal(Array.from({ length: 10 }, (_, number) => buildInitiative(`i${number}`)));
    const alone = acceptedValue(await simulateProposals(price, [proposal], governance()));
    const atOnce = await Promise.all([1, 2, 3].map(() => simulateProposals(price, [proposal], governance())));
    expect(atOnce.map((result) => acceptedValue(result).results)).toEqual([
      alone.results,
      alone.results,
      alone.results,
    ]);
  });

  it("asks the rules of the simulated year: an earlier year gets that year's answer", async () => {
    const set = ruleSet([
      buildRule('limit', 1, { effectiveTo: '2026-12-31', conditions: always, effect: { type: 'reject' } }),
      buildRule('limit', 1, { effectiveFrom: '2027-01-01', conditions: always, effect: { type: 'defer' } }),
    ]);
    const initiative = buildInitiative('a', {
      costs: new Map([2026, 2027].map((year) => [year, oreFromKroner('1.00')])),
    });
    const endIn = async (year: number) => {
      const { results, rules } = acceptedValue(
        await simulateProposals(poolPrice(year), [buildProposal([initiative])], set),
      );
      return [rules.length, results[0]?.outcomes[0]?.outcome];
    };
    expect([await endIn(2026), await endIn(2027)]).toEqual([
      [1, 'rejected'],
      [1, 'deferred'],
    ]);
  });

  it('with a set of twenty rules judges every request by all of them', async () => {
    const proposal = buildProposal([
      buildInitiative('a'),
      buildInitiative('b', { group: 'g', statutory: true }),
    ]);
    const { results, rules } = acceptedValue(await simulateProposals(price, [proposal], ruleSet(TWENTY)));
    expect(rules).toHaveLength(20);
    for (const { fired, failed } of results[0]?.outcomes ?? [])
      expect([...fired, ...failed]).toHaveLength(20);
  });
});

describe('laws of simulating by rules', () => {
  it('the order of rules in the file never changes the result', async () => {
    const shuffled = fc.shuffledSubarray([...TWENTY], { minLength: TWENTY.length });
    await fc.assert(
      fc.asyncProperty(proposalArb(price), shuffled, async (proposal, rules) => {
        const inOrder = await simulateProposals(price, [proposal], ruleSet(TWENTY));
        const disordered = await simulateProposals(price, [proposal], ruleSet(rules));
        expect(acceptedValue(disordered).results).toEqual(acceptedValue(inOrder).results);
      }),
      { numRuns: 30 },
    );
  });

  it('base budgets stay and the pool is conserved under the shipped rules', async () => {
    await fc.assert(
      fc.asyncProperty(proposalArb(price), async (proposal) => {
        const { results } = acceptedValue(await simulateProposals(price, [proposal], governance()));
        for (const { poolBefore, poolAfter, moves, solutions } of results) {
          expect(poolAfter + moves.reduce((sum, { amount }) => sum + amount, 0n)).toBe(poolBefore);
          for (const { baseBudgetBefore, baseBudgetAfter } of solutions)
            expect(baseBudgetAfter).toBe(baseBudgetBefore);
        }
      }),
    );
  });

  it('under the shipped rules no rule contradicts another on any proposal', async () => {
    await fc.assert(
      fc.asyncProperty(proposalArb(price), async (proposal) => {
        const { results } = acceptedValue(await simulateProposals(price, [proposal], governance()));
        expect(results.flatMap(({ outcomes }) => outcomes.flatMap(({ conflicts }) => conflicts))).toEqual([]);
      }),
    );
  });
});

describe('a simulation is refused', () => {
  const proposal = buildProposal([buildInitiative('a')]);

  it('in a year that the rule set does not govern', async () => {
    const result = await simulateProposals(poolPrice(2025), [proposal], governance());
    expect(codesOf(result)).toEqual(['rule_set_not_in_force']);
    expect(result.ok ? undefined : result.refusals[0]?.message.da).toBe(
      'Regelsættet "k98-governance" gælder fra 2026-01-01, altså ikke den 1. januar 2025.',
    );
  });

  it('when the pool is bound for more than there is', async () => {
    const overcommitted = poolPrice(2026, { commitments: [poolEntry('aula', '100.01')] });
    expect(codesOf(await simulateProposals(overcommitted, [proposal], governance()))).toEqual([
      'pool_overcommitted',
    ]);
  });

  it('for everything that is wrong in any of the proposals, with its place', async () => {
    const wrong = buildProposal([buildInitiative('a')], { moves: [buildMove('flis', 'a', '1.00')] });
    const result = await simulateProposals(
      price,
      [proposal, wrong, buildProposal([], { body: 'nobody' })],
      governance(),
    );
    expect(result.ok ? [] : result.refusals.map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['solution_not_in_agreement', 'proposals/1/moves/0/from/solution'],
      ['body_unknown', 'proposals/2/body'],
    ]);
  });

  it('when an amount is too large for the rules to compute with exactly', async () => {
    // Ten times 9.999.999.999.999,00 kr. is some 10^16 øre: above 2^53, where numbers begin to skip whole øre.
    const vast = { kroner: '9999999999999.00' };
    const times = Array.from({ length: 10 }, (_, number) => buildInitiative(`i${number}`, vast));
    const result = await simulateProposals(price, [buildProposal(times)], governance());
    expect(result.ok ? [] : result.refusals.map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['amount_too_large_for_rules', 'proposals/0'],
    ]);
  });
});
