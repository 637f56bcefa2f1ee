import type { Agreement } from '../agreement/agreement.ts';
import { ZERO_ORE } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, collect, invariant, type Result } from '../refusal.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';
import { componentAmounts } from './component-amounts.ts';
import { type Instalment, instalmentAmount, instalmentDays } from './instalment.ts';
import type { InvoiceDraft, InvoiceLine, Payer } from './invoice.ts';
import { planOn } from './plan-on.ts';
import { priceBasis } from './price-basis.ts';
import type { SplitPlan } from './split-plan.ts';
import { splitSolution } from './split-solution.ts';

/** What the invoices of an instalment are made from; price and shares are of the instalment's year. */
export interface InvoicingYear {
  readonly price: YearPrice;
  readonly shares: YearShares;
  /** Checked, by `checkSplitPlan`. */
  readonly plans: readonly SplitPlan[];
}

/**
 * The invoices of one instalment: for each municipality by code, for each of its recipients by name. A recipient
 * that owes nothing gets none. Model, section 7.
 *
 * @returns refused with `split_plan_missing` when a municipality has no plan on the instalment's first day
 */
export function draftInvoices(invoicing: InvoicingYear, instalment: Instalment): Result<InvoiceDraft[]> {
  invariant(
    invoicing.price.year === instalment.year && invoicing.shares.year === instalment.year,
    'price and shares are of the year that is invoiced',
  );
  const drafts = collect(
    invoicing.shares.municipalities.map((share) => draftsOf(share, invoicing, instalment)),
  );
  return drafts.ok ? accepted(drafts.value.flat()) : drafts;
}

function draftsOf(
  share: MunicipalityShare,
  { price, plans }: InvoicingYear,
  instalment: Instalment,
): Result<InvoiceDraft[]> {
  const period = instalmentDays(instalment);
  const plan = planOn(plans, share.municipality, period.from);
  if (!plan.ok) return plan;
  const lines = addressedLines(share, price, plan.value, instalment);
  const payer = payerOf(price.agreement, share.municipality);
  const basis = priceBasis(price, share);
  const drafts = plan.value.recipients.map((recipient) => ({
    payer,
    recipient,
    instalment,
    period,
    lines: lines.filter((line) => line.recipient === recipient.recipient).map(({ line }) => line),
    basis,
  }));
  return accepted(drafts.filter(({ lines: own }) => own.length > 0));
}

interface AddressedLine {
  readonly recipient: string;
  readonly line: InvoiceLine;
}

/** The lines of a municipality's instalment in catalogue order, each with the recipient that gets it. */
function addressedLines(
  { amounts }: MunicipalityShare,
  price: YearPrice,
  plan: SplitPlan,
  instalment: Instalment,
): AddressedLine[] {
  const { solutions, components } = price.agreement;
  return price.solutions.flatMap((solution, place) => {
    const id = solution.solution;
    const amount = instalmentAmount(amounts[place] ?? ZERO_ORE, instalment);
    const solutionTitle = titleOf(solutions.find((candidate) => candidate.solution === id));
    const branches = splitSolution(id, componentAmounts(amount, solution), plan);
    return components.flatMap(({ component, title }) =>
      branches.flatMap(({ recipient, parts, accountString, amounts: branch }): AddressedLine[] => {
        const cell = branch.find((candidate) => candidate.component === component);
        if (cell === undefined || cell.amount === ZERO_ORE) return [];
        const line: InvoiceLine = {
          solution: id,
          component,
          parts,
          solutionTitle,
          componentTitle: title.da,
          ...(accountString !== undefined && { accountString }),
          amount: cell.amount,
        };
        return [{ recipient, line }];
      }),
    );
  });
}

function titleOf(solution: Agreement['solutions'][number] | undefined): string {
  invariant(solution !== undefined, 'a solution that is priced is in the agreement');
  return solution.title.da;
}

function payerOf({ municipalities }: Agreement, code: string): Payer {
  const found = municipalities.find(({ municipality }) => municipality === code);
  invariant(found !== undefined, 'a municipality that pays is in the agreement');
  const { municipality, name, cvr } = found;
  return { municipality, name, cvr };
}
