import { describe, expect, it } from 'vitest';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { FACTS, type Facts, factsOf } from '../../src/prioritisation/facts.ts';
import type { Proposal } from '../../src/prioritisation/proposal.ts';
import {
  buildInitiative,
  buildMove,
  buildNewInitiative,
  buildProposal,
  buildSetting,
  poolPrice,
} from './build-proposal.ts';

/** The facts of one of a proposal's requests, counted from 0. */
function factsIn(proposal: Proposal, place = 0, year = 2026): Facts {
  const setting = buildSetting(proposal, poolPrice(year));
  const request = setting.requests[place];
  if (request === undefined) throw new Error(`the proposal has no request ${place}`);
  return factsOf(request, setting);
}

describe('the facts of a request', () => {
  it('say what it is, who asks and what there is to take from', () => {
    const proposal = buildProposal([
      buildInitiative('login', {
        statutory: true,
        group: 'identity',
        minShare: rateFromText('0.5'),
        focus: 'early-help',
      }),
      buildInitiative('app', { kroner: '10.00' }),
    ]);
    expect(factsIn(proposal)).toEqual({
      year: 2026,
      place: 1,
      recipient: 'initiative',
      initiative: 'login',
      group: 'identity',
      area: 'children',
      targetSolution: 'aula',
      isNew: false,
      isStatutory: true,
      fitsFocus: true,
      body: 'children-council',
      bodyKind: 'portfolio-council',
      bodyMandate: ['recommend', 'prioritise'],
      bodyCoversArea: true,
      cost: 40_00n,
      minimumCost: 20_00n,
      minShare: rateFromText('0.5'),
      costOfProposal: 50_00n,
      benefitPerYear: 0n,
      poolOfYear: 350_00n,
      poolOfArea: 150_00n,
      poolOfSolution: 100_00n,
      asksForBaseBudget: false,
      crossesAreas: false,
      beforeEarliestStart: false,
      afterLatestStart: false,
      dependencyCount: 0,
      missingDependencyCount: 0,
      exclusionCount: 0,
    });
  });

  it('are as many as the catalogue of facts, whatever the request', () => {
    const maintenance = buildProposal([], { moves: [buildMove('aula', { maintenance: 'aula' }, '1.00')] });
    expect(Object.keys(factsIn(maintenance))).toEqual(expect.arrayContaining(Object.keys(FACTS)));
    expect(Object.keys(factsIn(maintenance))).toHaveLength(Object.keys(FACTS).length);
  });

  it('tell a new solution from one that builds on another', () => {
    const facts = factsIn(buildProposal([buildNewInitiative('new', { focus: 'late-help' })]));
    expect(facts).toMatchObject({ isNew: true, targetSolution: '', poolOfSolution: 0n, fitsFocus: false });
  });

  it("look for the focus among those of the request's own area", () => {
    const fits = (area: string, focus: string) =>
      factsIn(buildProposal([buildNewInitiative('new', { area, focus })])).fitsFocus;
    expect([fits('children', 'early-help'), fits('children', 'more-teachers')]).toEqual([true, true]);
    expect([fits('children', 'shared-data'), fits('health', 'shared-data')]).toEqual([false, true]);
  });

  it('of extra business maintenance name no initiative and no group, and nothing statutory', () => {
    const proposal = buildProposal([], { moves: [buildMove('aula', { maintenance: 'aula' }, '1.00')] });
    expect(factsIn(proposal)).toMatchObject({
      recipient: 'business-maintenance',
      initiative: '',
      group: '',
      isNew: false,
      isStatutory: false,
      minShare: rateFromText('1'),
      dependencyCount: 0,
      exclusionCount: 0,
    });
  });

  it.each([
    ['its own area', 'children-council', true],
    ['another area', 'health-council', false],
    ['any area, for who decides', 'board', true],
  ])('say whether the body covers %s', (_, body, covers) => {
    expect(factsIn(buildProposal([buildInitiative('login')], { body })).bodyCoversArea).toBe(covers);
  });

  it.each([
    ['the year before', 2027, undefined, true, false],
    ['the first year', 2026, undefined, false, false],
    ['the last year', undefined, 2026, false, false],
    ['the year after', undefined, 2025, false, true],
  ])(
    'say on which side of its start window the year is: %s',
    (_, earliestStart, latestStart, before, after) => {
      const window = { ...(earliestStart && { earliestStart }), ...(latestStart && { latestStart }) };
      expect(factsIn(buildProposal([buildInitiative('login', window)]))).toMatchObject({
        beforeEarliestStart: before,
        afterLatestStart: after,
      });
    },
  );

  it('count dependencies, and among them those that are neither in the proposal nor in place', () => {
    const login = buildInitiative('login', { dependsOn: ['app', 'base', 'cloud'], excludes: ['paper'] });
    const proposal = buildProposal([login, buildInitiative('app')], { inPlace: ['base'] });
    expect(factsIn(proposal)).toMatchObject({
      dependencyCount: 3,
      missingDependencyCount: 1,
      exclusionCount: 1,
    });
  });

  it('say that a base budget is asked for', () => {
    const moves = [
      { ...buildMove('aula', 'login', '1.00'), from: { kind: 'base-budget', solution: 'aula' } } as const,
    ];
    expect(factsIn(buildProposal([buildInitiative('login')], { moves })).asksForBaseBudget).toBe(true);
  });

  it('give the benefit in the prices of the year', () => {
    // 100,00 in 2026 prices is 102,00 in those of 2027.
    const benefit = { perYear: oreFromKroner('100.00'), scores: new Map() };
    expect(factsIn(buildProposal([buildInitiative('login', { benefit })]), 0, 2027).benefitPerYear).toBe(
      102_00n,
    );
  });
});

describe('money crosses areas', () => {
  it('when the least that makes sense is one øre more than the area has, not before', () => {
    // Children have 100,00 + 50,00 in the pool.
    const asking = (kroner: string) =>
      factsIn(buildProposal([buildInitiative('a', { kroner })])).crossesAreas;
    expect([asking('150.00'), asking('150.01')]).toEqual([false, true]);
  });

  it('not when a part that makes sense can be paid by the area itself', () => {
    const initiative = buildInitiative('a', { kroner: '300.00', minShare: rateFromText('0.5') });
    expect(factsIn(buildProposal([initiative])).crossesAreas).toBe(false);
  });

  it('when the target solution belongs to another area', () => {
    const initiative = buildInitiative('a', { targetSolution: 'journal' });
    expect(factsIn(buildProposal([initiative])).crossesAreas).toBe(true);
  });

  it('when the proposal names a payer of another area', () => {
    const named = (payer: string) =>
      factsIn(buildProposal([buildInitiative('a')], { moves: [buildMove(payer, 'a', '1.00')] })).crossesAreas;
    expect([named('dagtilbud'), named('journal')]).toEqual([false, true]);
  });
});
