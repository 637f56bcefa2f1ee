import type { Audit } from './audit.ts';
import type { ExpectedSolution, ExpectedYear } from './expected-year.ts';
import { type Entry, roster } from './roster.ts';

/** Checks a year's price down to the components of each solution against the model's own figures. */
export function checkPrice(audit: Audit, answer: Entry, expected: ExpectedYear): void {
  const { record, pointer } = answer;
  const whole = `of the agreement in ${expected.year}`;
  audit.amount(`${pointer}/basePriceSum`, expected.basePrice, record.basePriceSum, `base price sum ${whole}`);
  checkParts(audit, answer, expected, whole);
  audit.amount(
    `${pointer}/agreementPrice`,
    expected.price,
    record.agreementPrice,
    `price ${whole}: the exact sum rounded to whole øre, half away from zero`,
  );
  const ids = expected.solutions.map(({ solution }) => solution.solution);
  const solutions = roster(audit, `${pointer}/solutions`, record.solutions, 'solution', ids);
  for (const solution of expected.solutions) {
    const entry = solutions.get(solution.solution.solution);
    if (entry !== undefined) checkSolution(audit, entry, solution, expected.year);
  }
}

function checkSolution(audit: Audit, answer: Entry, expected: ExpectedSolution, year: number): void {
  const { record, pointer } = answer;
  const whose = `of ${expected.solution.solution} in ${year}`;
  audit.amount(`${pointer}/basePrice`, expected.basePrice, record.basePrice, `base price ${whose}`);
  checkParts(audit, answer, expected, whose);
  audit.amount(
    `${pointer}/price`,
    expected.price,
    record.price,
    `price ${whose}: its part of the agreement price by largest remainder`,
  );
  const ids = expected.components.map(({ component }) => component);
  const components = roster(audit, `${pointer}/components`, record.components, 'component', ids);
  for (const { component, amount } of expected.components) {
    const entry = components.get(component);
    if (entry === undefined) continue;
    const message = `${component} ${whose}: its part of the solution's price by largest remainder`;
    audit.amount(`${entry.pointer}/amount`, amount, entry.record.amount, message);
  }
}

/** The parts that the agreement and a solution name alike. */
function checkParts(
  audit: Audit,
  { record, pointer }: Entry,
  expected: ExpectedYear | ExpectedSolution,
  whose: string,
): void {
  const { indexation, efficiency, membership, baseBudget, pool } = expected;
  audit.amount(
    `${pointer}/indexation`,
    indexation,
    record.indexation,
    `indexation ${whose}: what is left of the price when the other parts are taken out`,
  );
  audit.amount(`${pointer}/efficiency`, efficiency, record.efficiency, `efficiency regulation ${whose}`);
  audit.amount(`${pointer}/membership`, membership, record.membership, `effect of withdrawals ${whose}`);
  audit.amount(
    `${pointer}/pool`,
    pool,
    record.pool,
    `prioritisation pool ${whose}: the reserved share, rounded`,
  );
  audit.amount(
    `${pointer}/baseBudget`,
    baseBudget,
    record.baseBudget,
    `base budget ${whose}: price less pool`,
  );
}
