import { describe, expect, it } from 'vitest';
import { kronerFromOre, oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { accountKey } from '../../src/prioritisation/account.ts';
import type { Effect } from '../../src/prioritisation/effects.ts';
import type { Outcome } from '../../src/prioritisation/outcome.ts';
import type { Proposal } from '../../src/prioritisation/proposal.ts';
import { type SimulationResult, simulate } from '../../src/prioritisation/simulate.ts';
import {
  buildInitiative,
  buildMove,
  buildNewInitiative,
  buildProposal,
  buildSetting,
  fired,
  poolEntry,
  poolPrice,
} from './build-proposal.ts';

/** Effects by initiative; those under `all` apply to every request, before the others. */
type Effects = Readonly<Record<string, readonly Effect[]>>;

function run(proposal: Proposal, effects: Effects = {}, price: YearPrice = poolPrice()): SimulationResult {
  const setting = buildSetting(proposal, price);
  const verdicts = setting.requests.map(({ recipient }) => {
    const own = recipient.kind === 'initiative' ? (effects[recipient.initiative] ?? []) : [];
    const all = [...(effects.all ?? []), ...own];
    const key = accountKey(recipient);
    return [key, all.map((effect, place) => fired(`rule-${place}`, place, effect))] as const;
  });
  return simulate(setting, new Map(verdicts));
}

/** One line for each outcome: what, how it ended, why, and how much of it was moved or proposed. */
function lines({ outcomes }: SimulationResult): string[] {
  return outcomes.map(({ recipient, outcome, reason, granted, proposed }) =>
    [nameOf(recipient), outcome, reason.code, kronerFromOre(granted), kronerFromOre(proposed)].join(' '),
  );
}

function nameOf(recipient: Outcome['recipient']): string {
  return recipient.kind === 'initiative' ? recipient.initiative : `maintenance of ${recipient.solution}`;
}

function pools(
  { solutions }: SimulationResult,
  field: 'poolAfter' | 'poolIfApproved' = 'poolAfter',
): string[] {
  return solutions.map((solution) => kronerFromOre(solution[field]));
}

const part = (atLeast = '0', atMost = '1'): Effect => ({
  type: 'fund-part',
  atLeast: rateFromText(atLeast),
  atMost: rateFromText(atMost),
});
const cap = (per: 'initiative' | 'solution' | 'area' | 'group', share: string): Effect => ({
  type: 'cap',
  per,
  share: rateFromText(share),
});

describe('who pays', () => {
  const divisible = (kroner = '40.00') => buildInitiative('a', { kroner, minShare: rateFromText('0.1') });

  it('is the target solution first, then the rest of its area in catalogue order', () => {
    // 120,00 for Aula: its own 100,00 and 20,00 of dagtilbud's 50,00.
    const result = run(buildProposal([buildInitiative('a', { kroner: '120.00' })]));
    expect(lines(result)).toEqual(['a funded funded_in_full 120.00 0.00']);
    expect(pools(result)).toEqual(['0.00', '30.00', '200.00']);
  });

  it('is the target solution first also when it comes later in the catalogue', () => {
    const initiative = buildInitiative('a', { kroner: '60.00', targetSolution: 'dagtilbud' });
    expect(pools(run(buildProposal([initiative])))).toEqual(['90.00', '0.00', '200.00']);
  });

  it('is the whole area in catalogue order for something new', () => {
    const result = run(buildProposal([buildNewInitiative('a', { kroner: '110.00' })]));
    expect(pools(result)).toEqual(['0.00', '40.00', '200.00']);
  });

  it('is never another area, however much it has left', () => {
    const result = run(buildProposal([buildInitiative('a', { kroner: '150.01' })]));
    expect(lines(result)).toEqual(['a deferred minimum_not_met_for_pool 0.00 0.00']);
  });

  it('is all areas when the board proposes: it decides itself', () => {
    const result = run(buildProposal([buildInitiative('a', { kroner: '180.00' })], { body: 'board' }));
    expect(lines(result)).toEqual(['a funded funded_in_full 180.00 0.00']);
    expect(pools(result)).toEqual(['0.00', '0.00', '170.00']);
  });

  it('is the own area before others when the board proposes, though others come first in the catalogue', () => {
    // 210,00 for something new in health: all of journal's 200,00 and 10,00 of Aula's.
    const initiative = buildNewInitiative('a', { area: 'health', kroner: '210.00' });
    expect(pools(run(buildProposal([initiative], { body: 'board' })))).toEqual(['90.00', '50.00', '0.00']);
  });

  it('is exactly whom the proposal names', () => {
    const moves = [buildMove('dagtilbud', 'a', '25.00'), buildMove('aula', 'a', '15.00')];
    const result = run(buildProposal([buildInitiative('a')], { moves }));
    expect(pools(result)).toEqual(['85.00', '25.00', '200.00']);
    expect(result.moves.map(({ amount }) => amount)).toEqual([25_00n, 15_00n]);
  });

  it('is nobody else when those named do not pay it all', () => {
    const proposal = buildProposal([divisible()], { moves: [buildMove('aula', 'a', '15.00')] });
    expect(lines(run(proposal))).toEqual(['a deferred minimum_not_met_for_pool 0.00 0.00']);
    expect(lines(run(proposal, { all: [part()] }))).toEqual(['a reduced reduced_by_pool 15.00 0.00']);
  });

  it('a payer named twice gives no more than it has', () => {
    const moves = [buildMove('dagtilbud', 'a', '30.00'), buildMove('dagtilbud', 'a', '30.00')];
    const proposal = buildProposal([divisible('60.00')], { moves });
    expect(lines(run(proposal, { all: [part()] }))).toEqual(['a reduced reduced_by_pool 50.00 0.00']);
  });
});

describe('the order of turns', () => {
  const both = [buildInitiative('a', { kroner: '100.00' }), buildInitiative('b', { kroner: '100.00' })];

  it('gives the money to the first in the proposal', () => {
    expect(lines(run(buildProposal(both)))).toEqual([
      'a funded funded_in_full 100.00 0.00',
      'b deferred minimum_not_met_for_pool 0.00 0.00',
    ]);
  });

  it('gives it to another when a rule puts that first; outcomes stay in the order of the proposal', () => {
    expect(lines(run(buildProposal(both), { b: [{ type: 'first' }] }))).toEqual([
      'a deferred minimum_not_met_for_pool 0.00 0.00',
      'b funded funded_in_full 100.00 0.00',
    ]);
  });

  it('gives it to what a first one depends on before anything else', () => {
    const [a, b] = [buildInitiative('a', { kroner: '100.00' }), buildInitiative('base', { kroner: '60.00' })];
    const law = buildInitiative('law', { kroner: '60.00', dependsOn: ['base'] });
    const effects = { law: [{ type: 'first' }, { type: 'hold-to-dependencies' }] } as const;
    expect(lines(run(buildProposal([a, b, law]), effects))).toEqual([
      'a deferred minimum_not_met_for_pool 0.00 0.00',
      'base funded funded_in_full 60.00 0.00',
      'law funded funded_in_full 60.00 0.00',
    ]);
  });
});

describe('what the rules say', () => {
  it('a rejection and a deferral leave the pool as it is', () => {
    const proposal = buildProposal([buildInitiative('a'), buildInitiative('b')]);
    const result = run(proposal, { a: [{ type: 'reject' }], b: [{ type: 'defer' }] });
    expect(lines(result)).toEqual([
      'a rejected rejected_by_rule 0.00 0.00',
      'b deferred deferred_by_rule 0.00 0.00',
    ]);
    expect(result.outcomes[0]?.reason).toMatchObject({
      rule: 'rule-0',
      message: { da: 'Afvist efter reglen "rule-0".', en: 'Rejected by the rule "rule-0".' },
    });
    expect(pools(result)).toEqual(['100.00', '50.00', '200.00']);
  });

  it('a referral proposes moves over all areas and posts none', () => {
    // 160,00: Aula's 100,00, dagtilbud's 50,00 and 10,00 of journal's 200,00.
    const result = run(buildProposal([buildInitiative('a', { kroner: '160.00' })]), {
      a: [{ type: 'refer' }],
    });
    expect(lines(result)).toEqual(['a referred referred_by_rule 0.00 160.00']);
    expect(result.moves).toEqual([]);
    expect(result.proposedMoves).toHaveLength(3);
    expect(pools(result)).toEqual(['100.00', '50.00', '200.00']);
    expect(pools(result, 'poolIfApproved')).toEqual(['0.00', '0.00', '190.00']);
  });

  it('the money of a referral is held: nobody after it gets it', () => {
    const proposal = buildProposal([buildInitiative('a', { kroner: '150.00' }), buildInitiative('b')]);
    expect(lines(run(proposal, { a: [{ type: 'refer' }] }))).toEqual([
      'a referred referred_by_rule 0.00 150.00',
      'b deferred minimum_not_met_for_pool 0.00 0.00',
    ]);
  });

  it('a referral that the whole pool cannot pay is put off', () => {
    const proposal = buildProposal([buildInitiative('a', { kroner: '350.01' })]);
    expect(lines(run(proposal, { a: [{ type: 'refer' }] }))).toEqual([
      'a deferred minimum_not_met_for_pool 0.00 0.00',
    ]);
  });

  it('a part is funded down to the minimum share, and not one øre below it', () => {
    // The area has 150,00 for 200,00: enough for 75 %, too little for 75,005 %.
    const asking = (minShare: string) =>
      run(buildProposal([buildInitiative('a', { kroner: '200.00', minShare: rateFromText(minShare) })]), {
        a: [part()],
      });
    expect(lines(asking('0.75'))).toEqual(['a reduced reduced_by_pool 150.00 0.00']);
    expect(lines(asking('0.75005'))).toEqual(['a deferred minimum_not_met_for_pool 0.00 0.00']);
  });

  it('a part is funded no lower and no higher than the rule says', () => {
    const a = buildInitiative('a', { kroner: '100.00', minShare: rateFromText('0.1') });
    expect(lines(run(buildProposal([a]), { a: [part('0', '0.6')] }))).toEqual([
      'a reduced reduced_by_part 60.00 0.00',
    ]);
    const big = buildInitiative('a', { kroner: '300.00', minShare: rateFromText('0.1') });
    expect(lines(run(buildProposal([big]), { a: [part('0.6')] }))).toEqual([
      'a deferred minimum_not_met_for_pool 0.00 0.00',
    ]);
  });

  it('a part of nothing is no part', () => {
    const a = buildInitiative('a', { kroner: '150.00' });
    const b = buildInitiative('b', { minShare: rateFromText('0') });
    expect(lines(run(buildProposal([a, b]), { b: [part()] }))[1]).toBe(
      'b deferred minimum_not_met_for_pool 0.00 0.00',
    );
  });

  it.each([
    // Of a pool of 350,00: 10 % is 35,00. What comes before in the same bucket counts.
    [
      'initiative',
      [
        'a reduced reduced_by_cap 35.00 0.00',
        'b reduced reduced_by_cap 35.00 0.00',
        'c reduced reduced_by_cap 35.00 0.00',
      ],
    ],
    [
      'solution',
      [
        'a reduced reduced_by_cap 35.00 0.00',
        'b deferred minimum_not_met_for_cap 0.00 0.00',
        'c reduced reduced_by_cap 35.00 0.00',
      ],
    ],
    [
      'area',
      [
        'a reduced reduced_by_cap 35.00 0.00',
        'b deferred minimum_not_met_for_cap 0.00 0.00',
        'c deferred minimum_not_met_for_cap 0.00 0.00',
      ],
    ],
    [
      'group',
      [
        'a reduced reduced_by_cap 35.00 0.00',
        'b funded funded_in_full 40.00 0.00',
        'c deferred minimum_not_met_for_cap 0.00 0.00',
      ],
    ],
  ] as const)('a cap per %s', (per, expected) => {
    const minShare = rateFromText('0.5');
    const proposal = buildProposal([
      buildInitiative('a', { minShare, group: 'g' }),
      buildInitiative('b', { minShare }),
      buildInitiative('c', { minShare, group: 'g', targetSolution: 'dagtilbud' }),
    ]);
    expect(lines(run(proposal, { all: [cap(per, '0.10'), part()] }))).toEqual(expected);
  });

  it('a cap allows the øre it ends on, and names its rule when it is passed', () => {
    const asking = (kroner: string) =>
      run(buildProposal([buildInitiative('a', { kroner })]), { all: [cap('area', '0.10')] });
    expect(lines(asking('35.00'))).toEqual(['a funded funded_in_full 35.00 0.00']);
    expect(lines(asking('35.01'))).toEqual(['a deferred minimum_not_met_for_cap 0.00 0.00']);
    expect(asking('35.01').outcomes[0]?.reason.rule).toBe('rule-0');
  });

  it('a cap counts what was given before to those it does not bind', () => {
    const proposal = buildProposal([buildInitiative('a'), buildInitiative('b', { kroner: '1.00' })]);
    expect(lines(run(proposal, { b: [cap('area', '0.10')] }))[1]).toBe(
      'b deferred minimum_not_met_for_cap 0.00 0.00',
    );
  });

  it('a note says something and changes nothing', () => {
    const result = run(buildProposal([buildInitiative('a')]), { a: [{ type: 'note' }] });
    expect(lines(result)).toEqual(['a funded funded_in_full 40.00 0.00']);
    expect(result.outcomes[0]?.fired.map(({ rule }) => rule)).toEqual(['rule-0']);
  });

  it('rules that contradict each other are listed with the outcome', () => {
    const result = run(buildProposal([buildInitiative('a')]), { a: [{ type: 'refer' }, { type: 'reject' }] });
    expect(lines(result)).toEqual(['a referred referred_by_rule 0.00 40.00']);
    expect(result.outcomes[0]?.conflicts).toEqual([
      { contradiction: 'milder_before_stricter', stands: 'rule-0', yields: 'rule-1' },
    ]);
  });
});

describe('dependencies', () => {
  const hold = { a: [{ type: 'hold-to-dependencies' }] } as const;
  const a = buildInitiative('a', { dependsOn: ['base'] });

  it('that are funded let a request through', () => {
    expect(lines(run(buildProposal([a, buildInitiative('base')]), hold))[0]).toBe(
      'a funded funded_in_full 40.00 0.00',
    );
  });

  it('that are funded in part let it through too, whatever else has had its turn before', () => {
    const base = buildInitiative('base', { kroner: '300.00', minShare: rateFromText('0.1') });
    const other = buildInitiative('other', { kroner: '1.00', area: 'health', targetSolution: 'journal' });
    const late = buildInitiative('a', { dependsOn: ['base'], kroner: '1.00' });
    const effects = { ...hold, base: [cap('area', '0.1'), part()], other: [{ type: 'reject' }] } as const;
    const result = run(buildProposal([other, base, late]), effects);
    expect(lines(result)).toEqual([
      'other rejected rejected_by_rule 0.00 0.00',
      'base reduced reduced_by_cap 35.00 0.00',
      'a funded funded_in_full 1.00 0.00',
    ]);
  });

  it('that are in place since earlier years let it through', () => {
    expect(lines(run(buildProposal([a], { inPlace: ['base'] }), hold))).toEqual([
      'a funded funded_in_full 40.00 0.00',
    ]);
  });

  it('that get no money put it off', () => {
    const effects = { ...hold, base: [{ type: 'reject' }] } as const;
    expect(lines(run(buildProposal([a, buildInitiative('base')]), effects))[0]).toBe(
      'a deferred dependency_not_funded 0.00 0.00',
    );
    expect(lines(run(buildProposal([a]), hold))).toEqual(['a deferred dependency_not_funded 0.00 0.00']);
  });

  it('that are before the board take it along', () => {
    const effects = { ...hold, base: [{ type: 'refer' }] } as const;
    const result = run(buildProposal([a, buildInitiative('base')]), effects);
    expect(lines(result)).toEqual([
      'a referred dependency_referred 0.00 40.00',
      'base referred referred_by_rule 0.00 40.00',
    ]);
  });

  it('mean nothing when no rule holds a request to them', () => {
    expect(lines(run(buildProposal([a])))).toEqual(['a funded funded_in_full 40.00 0.00']);
    const referred = run(buildProposal([buildInitiative('base'), a]), { base: [{ type: 'refer' }] });
    expect(lines(referred)[1]).toBe('a funded funded_in_full 40.00 0.00');
  });

  it('bring nothing forward when no rule holds a request to them', () => {
    // 100,00 each, of which the area has 150,00: only the first in turn is paid.
    const [first, base] = [
      buildInitiative('a', { dependsOn: ['base'], kroner: '100.00' }),
      buildInitiative('base', { kroner: '100.00' }),
    ];
    expect(lines(run(buildProposal([first, base])))[0]).toBe('a funded funded_in_full 100.00 0.00');
  });
});

describe('exclusions', () => {
  const hold = { all: [{ type: 'hold-to-exclusions' }] } as const;
  const [a, b] = [buildInitiative('a', { excludes: ['b'] }), buildInitiative('b')];

  it('hold both ways: the first of the two gets the money', () => {
    expect(lines(run(buildProposal([a, b]), hold))).toEqual([
      'a funded funded_in_full 40.00 0.00',
      'b rejected excluded_by_funded 0.00 0.00',
    ]);
    expect(lines(run(buildProposal([b, a]), hold))).toEqual([
      'b funded funded_in_full 40.00 0.00',
      'a rejected excluded_by_funded 0.00 0.00',
    ]);
  });

  it('wait for the board where it decides on the other', () => {
    const result = run(buildProposal([b, a]), { ...hold, b: [{ type: 'refer' }] });
    expect(lines(result)[1]).toBe('a deferred excluded_until_board_decides 0.00 0.00');
  });

  it('count what is in place since earlier years', () => {
    expect(lines(run(buildProposal([a], { inPlace: ['b'] }), hold))).toEqual([
      'a rejected excluded_by_funded 0.00 0.00',
    ]);
  });

  it('do not count what gets no money', () => {
    const result = run(buildProposal([b, a]), { ...hold, b: [{ type: 'reject' }] });
    expect(lines(result)[1]).toBe('a funded funded_in_full 40.00 0.00');
  });

  it('mean nothing when no rule holds a request to them', () => {
    expect(lines(run(buildProposal([a, b])))[1]).toBe('b funded funded_in_full 40.00 0.00');
  });
});

describe('what the core holds to, whatever the rules say', () => {
  it('a base budget is not moved', () => {
    const moves = [
      { ...buildMove('aula', 'a', '1.00'), from: { kind: 'base-budget', solution: 'aula' } } as const,
      buildMove('aula', 'a', '39.00'),
    ];
    const result = run(buildProposal([buildInitiative('a')], { moves }));
    expect(lines(result)).toEqual(['a rejected base_budget_cannot_move 0.00 0.00']);
  });

  it('a council does not bind the money of another area: what it names goes to the board', () => {
    const proposal = buildProposal([buildInitiative('a')], { moves: [buildMove('journal', 'a', '40.00')] });
    expect(lines(run(proposal))).toEqual(['a referred crosses_areas 0.00 40.00']);
    expect(lines(run({ ...proposal, body: 'board' }))).toEqual(['a funded funded_in_full 40.00 0.00']);
  });

  it('a request without cost in the year waits', () => {
    const result = run(
      buildProposal([buildInitiative('a', { costs: new Map([[2027, oreFromKroner('1.00')]]) })]),
    );
    expect(lines(result)).toEqual(['a deferred no_cost_in_year 0.00 0.00']);
  });

  it('what cannot start later is rejected, and not put off', () => {
    const asking = (latestStart: number) =>
      run(buildProposal([buildInitiative('a', { kroner: '200.00', latestStart })]));
    expect(lines(asking(2027))).toEqual(['a deferred minimum_not_met_for_pool 0.00 0.00']);
    expect(lines(asking(2026))).toEqual(['a rejected minimum_not_met_for_pool 0.00 0.00']);
  });
});

describe('extra business maintenance', () => {
  const maintenance = { maintenance: 'dagtilbud' };

  it('is paid by the contributions that the proposal names', () => {
    const result = run(buildProposal([], { moves: [buildMove('aula', maintenance, '70.00')] }));
    expect(lines(result)).toEqual(['maintenance of dagtilbud funded funded_in_full 70.00 0.00']);
    expect(pools(result)).toEqual(['30.00', '50.00', '200.00']);
  });

  it('is rejected when they cannot pay it: it has no later start', () => {
    const result = run(buildProposal([], { moves: [buildMove('aula', maintenance, '100.01')] }));
    expect(lines(result)).toEqual(['maintenance of dagtilbud rejected minimum_not_met_for_pool 0.00 0.00']);
  });

  it('is held to no dependencies and excluded by nothing: it has none', () => {
    const hold = { all: [{ type: 'hold-to-dependencies' }, { type: 'hold-to-exclusions' }] } as const;
    const proposal = buildProposal([buildInitiative('a', { excludes: ['b'], kroner: '1.00' })], {
      moves: [buildMove('aula', maintenance, '20.00')],
    });
    expect(lines(run(proposal, hold))).toEqual([
      'a funded funded_in_full 1.00 0.00',
      'maintenance of dagtilbud funded funded_in_full 20.00 0.00',
    ]);
  });

  it('is in no group, so that no cap on a group binds it', () => {
    const proposal = buildProposal([], { moves: [buildMove('aula', maintenance, '20.00')] });
    expect(lines(run(proposal, { all: [cap('group', '0')] }))).toEqual([
      'maintenance of dagtilbud funded funded_in_full 20.00 0.00',
    ]);
  });

  it('comes after the initiatives', () => {
    const proposal = buildProposal([buildInitiative('a', { kroner: '90.00' })], {
      moves: [buildMove('aula', maintenance, '20.00')],
    });
    expect(lines(run(proposal))[1]).toBe(
      'maintenance of dagtilbud rejected minimum_not_met_for_pool 0.00 0.00',
    );
  });
});

describe('the money before and after', () => {
  it('ties for each solution, also with money carried over and bound', () => {
    // Aula: base 1.100,00; pool 100,00 + 10,00 − 30,00 = 80,00, of which 40,00 is moved.
    const price = poolPrice(2026, {
      carryOvers: [poolEntry('aula', '10.00')],
      commitments: [poolEntry('aula', '30.00')],
    });
    const result = run(buildProposal([buildInitiative('a')]), {}, price);
    expect(result.solutions[0]).toEqual({
      solution: 'aula',
      area: 'children',
      poolBefore: 80_00n,
      poolAfter: 40_00n,
      poolIfApproved: 40_00n,
      baseBudgetBefore: 1100_00n,
      baseBudgetAfter: 1100_00n,
    });
    expect(result).toMatchObject({ poolBefore: 330_00n, poolAfter: 290_00n, poolIfApproved: 290_00n });
  });
});
