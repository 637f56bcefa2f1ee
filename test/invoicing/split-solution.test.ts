import { describe, expect, it } from 'vitest';
import type { Destination, PlanLine } from '../../src/invoicing/split-plan.ts';
import { splitSolution } from '../../src/invoicing/split-solution.ts';
import { kronerFromOre, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { buildPlan } from './two-municipalities.ts';

function to(recipient: string): Destination {
  return { kind: 'recipient', recipient };
}

function parts(...shares: readonly [part: string, share: string, destination: Destination][]): Destination {
  return {
    kind: 'parts',
    parts: shares.map(([part, share, destination]) => ({ part, share: rateFromText(share), destination })),
  };
}

/** Who gets what, as "recipient parts: component amount, …". */
function split(amounts: Readonly<Record<string, string>>, ...lines: PlanLine[]): string[] {
  const components = Object.entries(amounts).map(([component, amount]) => ({
    component,
    amount: oreFromKroner(amount),
  }));
  return splitSolution('aula', components, buildPlan('0101', lines)).map(
    ({ recipient, parts: inside, amounts: own }) =>
      `${[recipient, ...inside].join(' ')}: ${own.map(({ component, amount }) => `${component} ${kronerFromOre(amount)}`).join(', ')}`,
  );
}

const AMOUNTS = { operations: '75.00', business: '25.00' };

describe('the split of a solution', () => {
  it('goes to the default recipient where no line speaks of it', () => {
    expect(split(AMOUNTS, { solution: 'valg', destination: to('schools') })).toEqual([
      'finance: operations 75.00, business 25.00',
    ]);
  });

  it('sends a component where its own line says, and the rest to the default recipient', () => {
    expect(split(AMOUNTS, { solution: 'aula', component: 'business', destination: to('schools') })).toEqual([
      'finance: operations 75.00',
      'schools: business 25.00',
    ]);
  });

  it("prefers a component's line to the solution's", () => {
    expect(
      split(
        AMOUNTS,
        { solution: 'aula', destination: to('care') },
        { solution: 'aula', component: 'business', destination: to('schools') },
      ),
    ).toEqual(['care: operations 75.00', 'schools: business 25.00']);
  });

  it('divides every component by percentage', () => {
    expect(
      split(AMOUNTS, {
        solution: 'aula',
        destination: parts(['skole', '0.6', to('schools')], ['dagtilbud', '0.4', to('care')]),
      }),
    ).toEqual([
      'schools skole: operations 45.00, business 15.00',
      'care dagtilbud: operations 30.00, business 10.00',
    ]);
  });

  it('divides parts of parts', () => {
    expect(
      split(AMOUNTS, {
        solution: 'aula',
        destination: parts(
          ['skole', '0.6', parts(['indskoling', '0.5', to('schools')], ['udskoling', '0.5', to('schools')])],
          ['dagtilbud', '0.4', to('care')],
        ),
      }),
    ).toEqual([
      'schools skole indskoling: operations 22.50, business 7.50',
      'schools skole udskoling: operations 22.50, business 7.50',
      'care dagtilbud: operations 30.00, business 10.00',
    ]);
  });

  // Each component alone would round both halves of 0.01 up to the first part: 0.02 and 0.00. Half of 0.02 is 0.01.
  it('gives each part its share of the whole, though every component has an odd øre', () => {
    const halves = parts(['skole', '0.5', to('schools')], ['dagtilbud', '0.5', to('care')]);
    const plan = buildPlan('0101', [{ solution: 'aula', destination: halves }]);
    const odd = ['operations', 'business'].map((component) => ({ component, amount: oreFromKroner('0.01') }));
    const totals = splitSolution('aula', odd, plan).map(({ amounts }) =>
      kronerFromOre(sumOre(amounts.map(({ amount }) => amount))),
    );
    expect(totals).toEqual(['0.01', '0.01']);
  });
});
