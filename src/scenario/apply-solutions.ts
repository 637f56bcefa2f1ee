import type { Agreement, BasePrice, Solution } from '../agreement/agreement.ts';
import { checkKey } from '../agreement/check-key.ts';
import { accepted, type Result, refused, within } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireKnown } from './unknown-id.ts';

const SET_BY_SCENARIO = { kind: 'scenario' } as const;

/** Sets the base price of the covered cells; a named component that a solution lacked is added to it. */
export function setBasePrice(
  agreement: Agreement,
  change: Extract<Change, { type: 'set-base-price' }>,
): Result<Agreement> {
  const { component, amount } = change;
  const known = component === undefined ? accepted('') : requireKnown(agreement, 'component', component);
  if (!known.ok) return known;
  const priced = { amount, provenance: SET_BY_SCENARIO };
  return changeSolutions(agreement, change.solution, (solution) => {
    const basePrices = solution.basePrices.map(
      (cell): BasePrice =>
        component === undefined || cell.component === component ? { ...cell, ...priced } : cell,
    );
    if (component === undefined || basePrices.some((cell) => cell.component === component))
      return { ...solution, basePrices };
    const order = agreement.components.map((known) => known.component);
    const added = [...basePrices, { component, ...priced }];
    return {
      ...solution,
      basePrices: added.sort((a, b) => order.indexOf(a.component) - order.indexOf(b.component)),
    };
  });
}

export function setReservedShare(
  agreement: Agreement,
  { solution, share }: Extract<Change, { type: 'set-reserved-share' }>,
): Result<Agreement> {
  return changeSolutions(agreement, solution, (changed) => ({
    ...changed,
    reservedShare: share,
    reservedShareProvenance: SET_BY_SCENARIO,
  }));
}

export function setKey(
  agreement: Agreement,
  { solution, key }: Extract<Change, { type: 'set-key' }>,
): Result<Agreement> {
  const codes = new Set(agreement.municipalities.map(({ municipality }) => municipality));
  const checked = checkKey(key, codes);
  if (!checked.ok) return refused(...checked.refusals.map((refusal) => within(['key'], refusal)));
  return changeSolutions(agreement, solution, (changed) => ({
    ...changed,
    key,
    keyProvenance: SET_BY_SCENARIO,
  }));
}

/** Changes the solution named, or every solution of the catalogue when none is. */
function changeSolutions(
  agreement: Agreement,
  named: string | undefined,
  change: (solution: Solution) => Solution,
): Result<Agreement> {
  const known = named === undefined ? accepted('') : requireKnown(agreement, 'solution', named);
  if (!known.ok) return known;
  const solutions = agreement.solutions.map((solution) =>
    named === undefined || solution.solution === named ? change(solution) : solution,
  );
  return accepted({ ...agreement, solutions });
}
