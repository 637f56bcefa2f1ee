import { describe, expect, it } from 'vitest';
import { simulateProposals } from '../../rules/simulate-proposals.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import type { Outcome } from '../../src/prioritisation/outcome.ts';
import type { Proposal } from '../../src/prioritisation/proposal.ts';
import { buildSolution } from '../agreement/build-agreement.ts';
import {
  buildInitiative,
  buildMove,
  buildNewInitiative,
  buildProposal,
  poolPrice,
} from '../prioritisation/build-proposal.ts';
import { acceptedValue } from '../results.ts';
import { governance } from './read-rules.ts';

const half = rateFromText('0.5');

/**
 * Solutions rich enough for the threshold of 3.000.000,00 kr. to matter. Half the business maintenance is
 * reserved:
 *
 *     area      solution          pool
 *     children  aula      10.000.000,00
 *     children  dagtilbud  2.000.000,00
 *     health    journal    8.000.000,00
 *     the pool of the year 20.000.000,00
 *
 * So a solution is capped at 20 %: 4.000.000,00, and an area at 35 %: 7.000.000,00.
 */
const price = poolPrice(2026, {
  solutions: [
    buildSolution('aula', { business: '20000000.00' }, { order: 1, area: 'children', reservedShare: half }),
    buildSolution(
      'dagtilbud',
      { business: '4000000.00' },
      { order: 2, area: 'children', reservedShare: half },
    ),
    buildSolution('journal', { business: '16000000.00' }, { order: 3, area: 'health', reservedShare: half }),
  ],
});

async function outcomesOf(proposal: Proposal): Promise<readonly Outcome[]> {
  const { results } = acceptedValue(await simulateProposals(price, [proposal], governance()));
  return results[0]?.outcomes ?? [];
}

/** Whether a rule fired on the first of the initiatives, and what became of that. */
async function firstOutcome(rule: string, initiatives: readonly Initiative[], parts: Partial<Proposal> = {}) {
  const [outcome] = await outcomesOf(buildProposal(initiatives, parts));
  const fired = outcome?.fired.some((verdict) => verdict.rule === rule);
  return [fired, outcome?.outcome, outcome?.reason.code];
}

describe('the governance of the model', () => {
  it('base-budget-untouchable: a request for base budget is rejected, one for pool money is not', async () => {
    const pay = buildMove('aula', 'a', '40.00');
    const fromBase = { ...pay, from: { kind: 'base-budget', solution: 'aula' } as const };
    const rule = 'base-budget-untouchable';
    const a = [buildInitiative('a')];
    expect(await firstOutcome(rule, a, { moves: [fromBase] })).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, a, { moves: [pay] })).toEqual([false, 'funded', 'funded_in_full']);
  });

  it("within-the-mandate: the children's council recommends for children, the health council does not", async () => {
    const rule = 'within-the-mandate';
    const a = [buildInitiative('a')];
    expect(await firstOutcome(rule, a, { body: 'health-council' })).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, a, { body: 'children-council' })).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
    expect(await firstOutcome(rule, a, { body: 'board' })).toEqual([false, 'funded', 'funded_in_full']);
  });

  it('entitled-to-recommend: a professional committee advises only', async () => {
    const rule = 'entitled-to-recommend';
    const a = [buildInitiative('a')];
    expect(await firstOutcome(rule, a, { body: 'children-committee' })).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, a, { body: 'children-council' })).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
  });

  it('nothing-beyond-the-pool: the least that makes sense may be the whole pool, and not one øre more', async () => {
    const rule = 'nothing-beyond-the-pool';
    const asking = (kroner: string, minShare = '1') => [
      buildInitiative('a', { kroner, minShare: rateFromText(minShare), statutory: true }),
    ];
    expect(await firstOutcome(rule, asking('20000000.01'))).toEqual([true, 'rejected', 'rejected_by_rule']);
    expect(await firstOutcome(rule, asking('20000000.00'))).toEqual([false, 'referred', 'referred_by_rule']);
    expect(await firstOutcome(rule, asking('40000000.00', '0.5'))).toEqual([
      false,
      'referred',
      'referred_by_rule',
    ]);
  });

  it("new-within-the-focus: something new serves the area's focus; what builds on a solution need not", async () => {
    const rule = 'new-within-the-focus';
    expect(await firstOutcome(rule, [buildNewInitiative('a', { focus: 'shared-data' })])).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, [buildNewInitiative('a')])).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, [buildNewInitiative('a', { focus: 'early-help' })])).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
    expect(await firstOutcome(rule, [buildInitiative('a')])).toEqual([false, 'funded', 'funded_in_full']);
  });

  it('not-after-latest-start: the latest year is still in time, the year after is not', async () => {
    const rule = 'not-after-latest-start';
    expect(await firstOutcome(rule, [buildInitiative('a', { latestStart: 2025 })])).toEqual([
      true,
      'rejected',
      'rejected_by_rule',
    ]);
    expect(await firstOutcome(rule, [buildInitiative('a', { latestStart: 2026 })])).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
  });

  it('not-before-earliest-start: what starts next year waits, what starts this year does not', async () => {
    const rule = 'not-before-earliest-start';
    expect(await firstOutcome(rule, [buildInitiative('a', { earliestStart: 2027 })])).toEqual([
      true,
      'deferred',
      'deferred_by_rule',
    ]);
    expect(await firstOutcome(rule, [buildInitiative('a', { earliestStart: 2026 })])).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
  });

  it('dependencies-present: what an initiative depends on is in the proposal or in place', async () => {
    const rule = 'dependencies-present';
    const a = buildInitiative('a', { dependsOn: ['b'] });
    expect(await firstOutcome(rule, [a])).toEqual([true, 'deferred', 'deferred_by_rule']);
    expect(await firstOutcome(rule, [a, buildInitiative('b')])).toEqual([false, 'funded', 'funded_in_full']);
    expect(await firstOutcome(rule, [a], { inPlace: ['b'] })).toEqual([false, 'funded', 'funded_in_full']);
  });

  it('cross-area-to-the-board: a payer of another area is for the board, one of the own area is not', async () => {
    const rule = 'cross-area-to-the-board';
    const paidBy = (solution: string) => ({ moves: [buildMove(solution, 'a', '40.00')] });
    const a = [buildInitiative('a')];
    expect(await firstOutcome(rule, a, paidBy('journal'))).toEqual([true, 'referred', 'referred_by_rule']);
    expect(await firstOutcome(rule, a, paidBy('dagtilbud'))).toEqual([false, 'funded', 'funded_in_full']);
    expect(await firstOutcome(rule, a, { ...paidBy('journal'), body: 'board' })).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
  });

  it('large-amounts-to-the-board: 3.000.000,00 kr. is for the council, 3.000.000,01 kr. for the board', async () => {
    const rule = 'large-amounts-to-the-board';
    const asking = (kroner: string) => [buildInitiative('a', { kroner })];
    expect(await firstOutcome(rule, asking('3000000.01'))).toEqual([true, 'referred', 'referred_by_rule']);
    expect(await firstOutcome(rule, asking('3000000.00'))).toEqual([false, 'funded', 'funded_in_full']);
    expect(await firstOutcome(rule, asking('3000000.01'), { body: 'board' })).toEqual([
      false,
      'funded',
      'funded_in_full',
    ]);
  });

  it('statutory-first: the last in the proposal is paid first when the law requires it', async () => {
    // The children have 12.000.000,00; four times 3.000.000,00 is all of it, and caps do not bind what the law requires.
    const law = { statutory: true, kroner: '3000000.00' };
    const laws = ['b', 'c', 'd', 'e'].map((id) => buildInitiative(id, law));
    const outcomes = await outcomesOf(buildProposal([buildInitiative('a', { kroner: '1.00' }), ...laws]));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'deferred',
      'funded',
      'funded',
      'funded',
      'funded',
    ]);
    const isFirst = outcomes.map(({ fired }) => fired.some(({ rule }) => rule === 'statutory-first'));
    expect(isFirst).toEqual([false, true, true, true, true]);
  });

  it('cap-per-solution: Aula gets 4.000.000,00 kr. and not one øre more, unless the law requires it', async () => {
    const [a, b] = [
      buildInitiative('a', { kroner: '3000000.00' }),
      (kroner: string, statutory = false) => buildInitiative('b', { kroner, statutory }),
    ];
    const second = async (initiative: Initiative) => (await outcomesOf(buildProposal([a, initiative])))[1];
    expect(await second(b('1000000.00'))).toMatchObject({ outcome: 'funded' });
    expect(await second(b('1000000.01'))).toMatchObject({
      outcome: 'deferred',
      reason: { code: 'minimum_not_met_for_cap', rule: 'cap-per-solution' },
    });
    expect(await second(b('1000000.01', true))).toMatchObject({ outcome: 'funded' });
  });

  it('cap-per-area: the children get 7.000.000,00 kr. and not one øre more, unless the law requires it', async () => {
    // 3.000.000,00 + 1.000.000,00 for Aula and 2.500.000,00 for dagtilbud leave 500.000,00 under the cap of the area.
    const before = [
      buildInitiative('a', { kroner: '3000000.00' }),
      buildInitiative('b', { kroner: '1000000.00' }),
      buildInitiative('c', { kroner: '2500000.00', targetSolution: 'dagtilbud' }),
    ];
    const last = async (kroner: string, statutory: boolean) =>
      (
        await outcomesOf(
          buildProposal([...before, buildNewInitiative('d', { kroner, statutory, focus: 'early-help' })]),
        )
      )[3];
    expect(await last('500000.00', false)).toMatchObject({ outcome: 'funded' });
    expect(await last('500000.01', false)).toMatchObject({
      outcome: 'deferred',
      reason: { code: 'minimum_not_met_for_cap', rule: 'cap-per-area' },
    });
    expect(await last('500000.01', true)).toMatchObject({ outcome: 'funded' });
  });

  it('part-funding: an initiative that says so gets a part, one that is all or nothing does not', async () => {
    // Dagtilbud is named as the only payer and has 2.000.000,00 of the 2.500.000,00: 80 %.
    const asking = async (minShare: string) => {
      const initiative = buildInitiative('a', {
        kroner: '2500000.00',
        targetSolution: 'dagtilbud',
        minShare: rateFromText(minShare),
      });
      return firstOutcome('part-funding', [initiative], {
        moves: [buildMove('dagtilbud', 'a', '2500000.00')],
      });
    };
    expect(await asking('0.8')).toEqual([true, 'reduced', 'reduced_by_pool']);
    expect(await asking('0.81')).toEqual([true, 'deferred', 'minimum_not_met_for_pool']);
    expect(await asking('1')).toEqual([false, 'deferred', 'minimum_not_met_for_pool']);
  });

  it('dependencies-funded: what an initiative depends on must get its money', async () => {
    const rule = 'dependencies-funded';
    const a = buildInitiative('a', { dependsOn: ['b'] });
    const late = buildInitiative('b', { latestStart: 2025 });
    expect(await firstOutcome(rule, [a, late])).toEqual([true, 'deferred', 'dependency_not_funded']);
    expect(await firstOutcome(rule, [a, buildInitiative('b')])).toEqual([true, 'funded', 'funded_in_full']);
    expect(await firstOutcome(rule, [buildInitiative('a')])).toEqual([false, 'funded', 'funded_in_full']);
  });

  it('exclusions-respected: of two that exclude each other the first is paid; maintenance is not asked', async () => {
    const rivals = [buildInitiative('a'), buildInitiative('b', { excludes: ['a'] })];
    const moves = [buildMove('aula', { maintenance: 'aula' }, '1.00')];
    const outcomes = await outcomesOf(buildProposal(rivals, { moves }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['funded', 'rejected', 'funded']);
    const fired = outcomes.map((outcome) =>
      outcome.fired.some(({ rule }) => rule === 'exclusions-respected'),
    );
    expect(fired).toEqual([true, true, false]);
  });
});

describe('the shipped rule set', () => {
  it('is at odds with itself about nothing', () => {
    expect(governance().conflicts).toEqual([]);
  });

  it('governs the example agreement from 2026 on', () => {
    expect(governance()).toMatchObject({ ruleSet: 'k98-governance', effectiveFrom: '2026-01-01' });
  });

  it('shows the figures behind each verdict', async () => {
    const [outcome] = await outcomesOf(buildProposal([buildInitiative('a', { kroner: '3000000.01' })]));
    const verdict = outcome?.fired.find(({ rule }) => rule === 'large-amounts-to-the-board');
    expect(verdict?.conditions).toEqual([
      {
        fact: 'cost',
        operator: 'moneyGreaterThan',
        seen: oreFromKroner('3000000.01'),
        comparedWith: oreFromKroner('3000000.00'),
        holds: true,
      },
      {
        fact: 'bodyMandate',
        operator: 'doesNotContain',
        seen: ['recommend', 'prioritise'],
        comparedWith: 'decide',
        holds: true,
      },
    ]);
  });

  it('gives every rule once for each request, fired or failed', async () => {
    const [outcome] = await outcomesOf(buildProposal([buildInitiative('a')]));
    const named = [...(outcome?.fired ?? []), ...(outcome?.failed ?? [])].map(({ rule }) => rule);
    expect(named.toSorted()).toEqual(
      governance()
        .rules.map(({ rule }) => rule)
        .toSorted(),
    );
  });
});
