import type { Identity } from '../../src/access/identity.ts';
import { type Statement, statementOf } from '../../src/invoicing/statement.ts';
import { kronerFromOre, type Ore, sumOre, ZERO_ORE } from '../../src/money/ore.ts';
import { byCodePoint } from '../../src/order.ts';
import { invariant } from '../../src/refusal.ts';
import { type KeptInvoice, readInvoices } from '../../store/invoices/read-invoices.ts';
import { calculate } from '../calculation/calculation.ts';
import { keptOrRefuse, RequestError } from '../request-error.ts';
import { unknownId } from '../request-refusals.ts';
import type { StatementAnswer } from '../requests/invoices.ts';
import { invoiceOf } from './compute-run.ts';
import type { InvoicingSetting } from './invoicing-setting.ts';
import { headAnswer } from './readable-invoices.ts';
import { sourceOf } from './run-inputs.ts';

/** Which municipality's year, and what it is computed by. */
export interface StatementQuery {
  readonly agreement?: string;
  readonly scenario?: string;
  readonly year: number;
  readonly municipality: string;
}

/** The statement of a municipality's year; ends the request when it is none of the agreement's (404). */
export async function statementFor(
  setting: InvoicingSetting,
  identity: Identity,
  query: StatementQuery,
): Promise<StatementAnswer> {
  const { municipality, year } = query;
  const { prices, shares, agreement, hash } = keptOrRefuse(
    calculate(keptOrRefuse(await sourceOf(setting, query, identity))),
  );
  const known = agreement.municipalities.map((member) => member.municipality);
  if (!known.includes(municipality))
    throw new RequestError('unknown-resource', unknownId('municipality', municipality, known));
  const price = prices.find((one) => one.year === year);
  invariant(price !== undefined, 'the year is one of those that are priced');
  const ofYear = shares.find((one) => one.year === year)?.municipalities ?? [];
  // Who is no member of the year owes nothing of it, but may have been invoiced.
  const none = { municipality, population: 0n, amount: ZERO_ORE, amounts: [] };
  const share = ofYear.find((one) => one.municipality === municipality) ?? none;
  const filter = { agreement: agreement.agreement, year, municipality };
  const kept = await readInvoices(setting.store.database.query, filter);
  const statement = statementOf(price, share, kept.map(invoiceOf));
  return statementAnswer(statement, kept, { agreement: agreement.agreement, price: hash });
}

function statementAnswer(
  { municipality, name, year, agreementPrice, solutions, total, vat, payable }: Statement,
  kept: readonly KeptInvoice[],
  basis: Pick<StatementAnswer, 'agreement' | 'price'>,
): StatementAnswer {
  return {
    ...{ municipality, name, year, ...basis },
    agreementPrice: kronerFromOre(agreementPrice),
    solutions: solutions.map(({ solution, title, ...row }) => ({ solution, title, ...rowAnswer(row) })),
    total: rowAnswer(total),
    vat: kronerFromOre(vat),
    payable: kronerFromOre(payable),
    due: dueAnswer(kept),
    invoices: kept.map(({ body: _, ...head }) => headAnswer(head)),
  };
}

function rowAnswer({ annual, issued, corrected, remaining }: Statement['total']): StatementAnswer['total'] {
  return {
    annual: kronerFromOre(annual),
    issued: kronerFromOre(issued),
    corrected: kronerFromOre(corrected),
    remaining: kronerFromOre(remaining),
  };
}

function dueAnswer(kept: readonly KeptInvoice[]): StatementAnswer['due'] {
  const byDay = new Map<string, Ore[]>();
  for (const { dueDate, payable } of kept) byDay.set(dueDate, [...(byDay.get(dueDate) ?? []), payable]);
  return [...byDay]
    .toSorted(([first], [second]) => byCodePoint(first, second))
    .map(([dueDate, amounts]) => ({ dueDate, payable: kronerFromOre(sumOre(amounts)) }));
}
