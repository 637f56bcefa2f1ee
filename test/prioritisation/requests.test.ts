import { describe, expect, it } from 'vitest';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Proposal } from '../../src/prioritisation/proposal.ts';
import { requestsOf } from '../../src/prioritisation/request.ts';
import { acceptedValue, codesOf } from '../results.ts';
import {
  buildInitiative,
  buildMove,
  buildNewInitiative,
  buildProposal,
  poolPrice,
} from './build-proposal.ts';

function requestsIn(year: number, proposal: Proposal) {
  return acceptedValue(requestsOf(proposal, poolPrice(year)));
}

describe('a request', () => {
  it('carries the cost from its price level to the year and rounds it there, once', () => {
    // Prices rise by 2 % in 2027: 0,25 · 1,02 = 0,255, which is 0,26 when halves go away from zero.
    const initiative = buildInitiative('login', { costs: new Map([[2027, oreFromKroner('0.25')]]) });
    expect(requestsIn(2027, buildProposal([initiative]))[0]?.cost).toBe(26n);
  });

  it('carries a cost in the prices of a later year back to the year', () => {
    // 51,00 in 2027 prices is 51,00 / 1,02 = 50,00 in those of 2026.
    const initiative = buildInitiative('login', { kroner: '51.00', priceLevelYear: 2027 });
    expect(requestsIn(2026, buildProposal([initiative]))[0]?.cost).toBe(50_00n);
  });

  it('needs its minimum share, rounded up to a whole øre', () => {
    // A third as 0,3333 of 0,10 kr. is 3,333 øre: 4 øre, since 3 would be too little.
    const initiative = buildInitiative('login', { kroner: '0.10', minShare: rateFromText('0.3333') });
    expect(requestsIn(2026, buildProposal([initiative]))[0]?.minimumCost).toBe(4n);
  });

  it('costs nothing in a year that the initiative names no cost for', () => {
    expect(requestsIn(2027, buildProposal([buildInitiative('login')]))[0]?.cost).toBe(0n);
  });

  it('has no named payers unless the proposal moves money to it in that year', () => {
    const moves = [buildMove('aula', 'login', '10.00'), buildMove('dagtilbud', 'login', '5.00')];
    const proposal = buildProposal([buildInitiative('login'), buildInitiative('app')], { moves });
    const [login, app] = requestsIn(2026, proposal);
    expect(login?.namedPayers?.map(({ atMost }) => atMost)).toEqual([10_00n, 5_00n]);
    expect(app?.namedPayers).toBeUndefined();
    expect(requestsIn(2027, proposal)[0]?.namedPayers).toBeUndefined();
  });

  it('of extra business maintenance is the sum of its moves, after the initiatives', () => {
    const maintenance = { maintenance: 'journal' };
    const moves = [buildMove('aula', maintenance, '10.00'), buildMove('journal', maintenance, '5.00')];
    const requests = requestsIn(2026, buildProposal([buildInitiative('login')], { moves }));
    expect(requests[1]).toMatchObject({
      recipient: { kind: 'business-maintenance', solution: 'journal' },
      place: 2,
      area: 'health',
      targetSolution: 'journal',
      cost: 15_00n,
      minimumCost: 15_00n,
    });
  });
});

describe('a proposal is refused when', () => {
  const login = buildInitiative('login');
  const dependsOn = (...dependencies: string[]) => ({ dependsOn: dependencies });

  it.each<[string, Proposal, (string | number)[]]>([
    ['body_unknown', buildProposal([login], { body: 'nobody' }), ['body']],
    ['initiative_twice', buildProposal([login, login]), ['initiatives', 1, 'id']],
    ['area_unknown', buildProposal([buildInitiative('a', { area: 'space' })]), ['initiatives', 0, 'area']],
    [
      'solution_not_in_agreement',
      buildProposal([buildInitiative('a', { targetSolution: 'flis' })]),
      ['initiatives', 0, 'target'],
    ],
    [
      'amount_must_be_positive',
      buildProposal([login], { moves: [buildMove('aula', 'login', '0.00')] }),
      ['moves', 0, 'amount'],
    ],
    [
      'solution_not_in_agreement',
      buildProposal([login], { moves: [buildMove('flis', 'login', '1.00')] }),
      ['moves', 0, 'from', 'solution'],
    ],
    [
      'initiative_unknown',
      buildProposal([login], { moves: [buildMove('aula', 'app', '1.00')] }),
      ['moves', 0, 'to', 'initiative'],
    ],
    [
      'solution_not_in_agreement',
      buildProposal([login], { moves: [buildMove('aula', { maintenance: 'flis' }, '1.00')] }),
      ['moves', 0, 'to', 'solution'],
    ],
    [
      'depends_in_circle',
      buildProposal([buildInitiative('a', dependsOn('a'))]),
      ['initiatives', 0, 'dependsOn'],
    ],
    [
      'depends_in_circle',
      buildProposal([
        login,
        buildInitiative('a', dependsOn('b')),
        buildInitiative('b', dependsOn('login', 'a')),
      ]),
      ['initiatives', 1, 'dependsOn'],
    ],
    [
      'moves_exceed_cost',
      buildProposal([login], { moves: [buildMove('aula', 'login', '40.01')] }),
      ['initiatives', 0],
    ],
    [
      'index_missing',
      buildProposal([buildInitiative('a', { priceLevelYear: 2030 })]),
      ['initiatives', 0, 'costs'],
    ],
    [
      'index_missing',
      buildProposal([
        buildNewInitiative('a', {
          costs: new Map(),
          priceLevelYear: 2030,
          benefit: { perYear: oreFromKroner('1.00'), scores: new Map() },
        }),
      ]),
      ['initiatives', 0, 'benefit'],
    ],
  ])('%s', (code, proposal, path) => {
    const result = requestsOf(proposal, poolPrice());
    expect(codesOf(result)).toEqual([code]);
    expect(result.ok ? undefined : result.refusals[0]?.path).toEqual(path);
  });

  it('and every fault is named at once, in the order of the document', () => {
    const strange = buildInitiative('a', { area: 'space', targetSolution: 'flis' });
    const proposal = buildProposal([strange], { body: 'nobody', moves: [buildMove('flis', 'b', '1.00')] });
    expect(codesOf(requestsOf(proposal, poolPrice()))).toEqual([
      'body_unknown',
      'area_unknown',
      'solution_not_in_agreement',
      'solution_not_in_agreement',
      'initiative_unknown',
    ]);
  });

  it('and the circle of dependencies is shown, without what only leads to it', () => {
    const circle = ['a', 'b', 'c'].map((id, place) =>
      buildInitiative(id, dependsOn(['b', 'c', 'b'][place] ?? '')),
    );
    const result = requestsOf(buildProposal(circle), poolPrice());
    expect(result.ok ? undefined : result.refusals[0]?.message.en).toBe(
      'The initiatives depend on each other in a circle: b → c → b.',
    );
  });

  it('not when many ways lead to the same dependency', () => {
    // Each of thirty depends on the two before it: more than a million ways down, none of them a circle.
    const ladder = Array.from({ length: 30 }, (_, rung) =>
      buildInitiative(`i${rung}`, dependsOn(...[`i${rung - 1}`, `i${rung - 2}`].slice(0, rung))),
    );
    expect(codesOf(requestsOf(buildProposal(ladder.toReversed()), poolPrice()))).toEqual([]);
  });

  it.each([
    [
      buildProposal([login], { body: 'nobody' }),
      'Organet "nobody" findes ikke i aftalen.',
      'Brug et id fra aftalens liste "bodies".',
    ],
    [
      buildProposal([buildInitiative('a', { area: 'space' })]),
      'Forvaltningsområdet "space" findes ikke i aftalen.',
      'Brug et id fra aftalens liste "areas".',
    ],
  ])('and the agreement is where to look: %#', (proposal, message, remedy) => {
    const result = requestsOf(proposal, poolPrice());
    expect(result.ok ? undefined : result.refusals[0]).toMatchObject({
      message: { da: message },
      remedy: { da: remedy },
    });
  });

  it('but not for a move of another year', () => {
    const moves = [{ ...buildMove('flis', 'nothing', '1.00'), year: 2027 }];
    expect(codesOf(requestsOf(buildProposal([login], { moves }), poolPrice()))).toEqual([]);
  });
});
