import { describe, expect, it } from 'vitest';
import { oreFromKroner } from '../../src/money/ore.ts';
import { buildMunicipality } from '../agreement/build-agreement.ts';
import { buildInitiative, buildMove, buildProposal } from '../prioritisation/build-proposal.ts';
import { buildRule } from '../rules/read-rules.ts';
import { fatesIn, kr, outcomeOf, ruleSetOf, twoYears } from './two-years.ts';

const costs = (...amounts: [number, string][]) => ({
  costs: new Map(amounts.map(([year, amount]) => [year, oreFromKroner(amount)])),
});

/**
 * The board asks for two initiatives, `x` first:
 *
 *     x  children, builds on Aula       300,00 in 2026    51,00 in 2027, which is 52,02 in the prices of 2027
 *     y  health, builds on the journal  100,00 in 2026
 */
const plan = {
  proposal: buildProposal(
    [
      buildInitiative('x', {
        ...costs([2026, '300.00'], [2027, '51.00']),
        beneficiaryKey: { kind: 'population' },
      }),
      buildInitiative('y', { ...costs([2026, '100.00']), area: 'health', targetSolution: 'journal' }),
    ],
    { body: 'board' },
  ),
};

describe('a plan over two years, worked by hand', () => {
  // 2026: 350,00 − 300,00 (Aula 100,00, dagtilbud 50,00, journal 150,00) leaves 50,00 in the journal: too little for y.
  // 2027: 102,00 + 51,00 + 204,00 and the 50,00 left over = 407,00. First x goes on: 52,02 of Aula. Then y begins, a year
  // later and so at 102,00, from the journal. 407,00 − 52,02 − 102,00 = 252,98.
  it('carries over what is left, lets what has begun go first, and begins what was deferred', async () => {
    const { report } = await outcomeOf(plan, { carriesOver: true });
    expect(fatesIn(report)).toEqual({ x: 'funded@2026', y: 'funded@2027' });
    expect(
      report.years.map(({ contributed, carriedOver, decided, free }) =>
        [contributed, carriedOver, decided, free].map(kr),
      ),
    ).toEqual([
      ['350.00', '0.00', '300.00', '50.00'],
      ['357.00', '50.00', '154.02', '252.98'],
    ]);
    expect(report.years[1]?.solutions.map(({ solution, free }) => [solution, kr(free)])).toEqual([
      ['aula', '49.98'],
      ['dagtilbud', '51.00'],
      ['journal', '152.00'],
    ]);
  });

  it('without carry-over the rest of the year is gone: 357,00 − 52,02 − 102,00 = 202,98', async () => {
    const { report } = await outcomeOf(plan);
    expect(report.years.map(({ carriedOver, free }) => [kr(carriedOver), kr(free)])).toEqual([
      ['0.00', '50.00'],
      ['0.00', '202.98'],
    ]);
  });

  // Children have put in 100,00 + 50,00 and get 300,00; health has put in 200,00 and gets nothing yet.
  it('tells what each area has put in and gets', async () => {
    const { report } = await outcomeOf(plan);
    expect(
      report.years[0]?.areas.map(({ area, contributed, received, net }) => [
        area,
        ...[contributed, received, net].map(kr),
      ]),
    ).toEqual([
      ['children', '150.00', '300.00', '150.00'],
      ['health', '200.00', '0.00', '-200.00'],
    ]);
  });

  // Solutions are paid equally: half of 350,00 each, so half of the 300,00 spent is the fair share of each. x benefits citizens, one
  // and three, so it gives 75,00 to the one and 225,00 to the other.
  it('tells what each municipality has paid, gets, and would get by what it pays', async () => {
    const municipalities = [buildMunicipality('0101', 1n), buildMunicipality('0147', 3n)];
    const { report } = await outcomeOf(plan, { prices: twoYears({ municipalities }) });
    expect(
      report.years[0]?.parts.map(({ municipality, contributed, received, fairShare }) => [
        municipality,
        ...[contributed, received, fairShare].map(kr),
      ]),
    ).toEqual([
      ['0101', '175.00', '75.00', '150.00'],
      ['0147', '175.00', '225.00', '150.00'],
    ]);
  });
});

describe('a plan', () => {
  it('asks again, the year after, for what was deferred, and not for what was rejected', async () => {
    const ruleSet = ruleSetOf(
      buildRule('not-y', 10, {
        conditions: { all: [{ fact: 'initiative', operator: 'equal', value: 'y' }] },
        effect: { type: 'reject' },
      }),
      buildRule('x-later', 20, {
        conditions: {
          all: [
            { fact: 'initiative', operator: 'equal', value: 'x' },
            { fact: 'year', operator: 'equal', value: 2026 },
          ],
        },
        effect: { type: 'defer' },
      }),
    );
    const { report, years } = await outcomeOf(plan, { ruleSet });
    expect(fatesIn(report)).toEqual({ x: 'funded@2027', y: 'rejected@-' });
    expect(years.map(({ asked }) => asked.initiatives.map(({ initiative }) => initiative))).toEqual([
      ['x', 'y'],
      ['x'],
    ]);
    // Its profile has moved along: what was 300,00 in 2026 is 306,00 in 2027.
    expect(report.fates.map(({ amount }) => kr(amount))).toEqual(['306.00', '0.00']);
  });

  it('goes on with what has begun though its window of starts has closed', async () => {
    const started = buildInitiative('x', { ...costs([2026, '10.00'], [2027, '10.00']), latestStart: 2026 });
    const ruleSet = ruleSetOf(
      buildRule('too-late', 10, {
        conditions: { all: [{ fact: 'afterLatestStart', operator: 'equal', value: true }] },
        effect: { type: 'reject' },
      }),
    );
    const { report } = await outcomeOf({ proposal: buildProposal([started]) }, { ruleSet });
    expect(fatesIn(report)).toEqual({ x: 'funded@2026' });
  });

  it('is reduced where a later year does not hold what was begun', async () => {
    const growing = buildInitiative('x', costs([2026, '10.00'], [2027, '900.00']));
    const { report } = await outcomeOf({ proposal: buildProposal([growing], { body: 'board' }) });
    expect(fatesIn(report)).toEqual({ x: 'reduced@2026' });
  });

  it('counts what is before the board as begun and its money as spent', async () => {
    const ruleSet = ruleSetOf(buildRule('to-the-board', 10, { effect: { type: 'refer' } }));
    const { report } = await outcomeOf({ proposal: buildProposal([buildInitiative('x')]) }, { ruleSet });
    expect(fatesIn(report)).toEqual({ x: 'referred@2026' });
    expect(report.years.map(({ decided, referred }) => [kr(decided), kr(referred)])).toEqual([
      ['40.00', '40.00'],
      ['0.00', '0.00'],
    ]);
  });

  it('keeps to the payers it names only while costs fall as it has them', async () => {
    const proposal = buildProposal(plan.proposal.initiatives, {
      body: 'board',
      moves: [buildMove('journal', 'x', '300.00'), { ...buildMove('aula', 'y', '10.00'), year: 2027 }],
    });
    const { report } = await outcomeOf({ proposal });
    // 300,00 of the journal's 200,00 is too much, so x waits for 2027, where its 306,00 are paid by the usual order.
    expect(fatesIn(report)).toMatchObject({ x: 'funded@2027' });
  });

  it('does not ask for what is in place', async () => {
    const proposal = buildProposal(plan.proposal.initiatives, { inPlace: ['x'] });
    const { years } = await outcomeOf({ proposal });
    expect(years[0]?.asked.initiatives.map(({ initiative }) => initiative)).toEqual(['y']);
  });

  it('loses what is left in a solution that leaves the agreement', async () => {
    const [first, second] = twoYears();
    if (first === undefined || second === undefined) throw new Error('two years');
    const without = {
      ...second,
      solutions: second.solutions.filter(({ solution }) => solution !== 'dagtilbud'),
    };
    const { report } = await outcomeOf(
      { proposal: buildProposal([]) },
      { prices: [first, without], carriesOver: true },
    );
    // Of 350,00 left over, 50,00 stood in dagtilbud.
    expect(report.years.map(({ carriedOver, lapsed }) => [kr(carriedOver), kr(lapsed)])).toEqual([
      ['0.00', '0.00'],
      ['300.00', '50.00'],
    ]);
  });
});
