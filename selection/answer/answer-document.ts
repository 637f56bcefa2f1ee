import type { SelectionRequest } from '../../data/schema/selection.ts';
import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { kronerFromOre, subtractOre, sumOre } from '../../src/money/ore.ts';
import { pointerTo } from '../../src/pointer.ts';
import { paymentsOf } from '../../src/prioritisation/selection/explanation/payments.ts';
import type { Fraction } from '../../src/prioritisation/selection/fraction.ts';
import { incumbentOf } from '../../src/prioritisation/selection/optimum/incumbent.ts';
import type { Prepared } from '../../src/prioritisation/selection/prepared.ts';
import type { Finding, Selection } from '../../src/prioritisation/selection/select.ts';
import type { Tie } from '../../src/prioritisation/selection/tie-break.ts';
import { pathOf } from './constraint-place.ts';
import { decimalNotBelow, decimalText, endsWithin, fractionText } from './decimals.ts';
import { initiativeDocuments } from './initiative-documents.ts';
import { voterDocuments } from './voter-documents.ts';

/** Above this many voters, who paid how much is told only when it is asked for. */
const MOST_VOTERS_TOLD = 1_000;

/** The answer of `POST /v1/selections`, but for flips and frontier. */
export function answerDocument(
  request: SelectionRequest,
  prepared: Prepared,
  selection: Selection,
): SelectionAnswer {
  const { problem, valuation } = prepared;
  const { grants, finding, broken } = selection;
  const cost = sumOre(grants.map(({ amount }) => amount));
  const tellsPayments = request.explain.payments ?? problem.voters.length <= MOST_VOTERS_TOLD;
  const payments =
    finding.method === 'equal-shares' && tellsPayments ? paymentsOf(prepared, finding) : undefined;
  return {
    method: request.method,
    goesBy: valuation.of,
    selected: grants.map(({ place }) => idOf(prepared, place)),
    budget: kronerFromOre(problem.budget),
    cost: kronerFromOre(cost),
    left: kronerFromOre(subtractOre(problem.budget, cost)),
    ...benefitDocument(prepared, selection),
    timeLimitSeconds: request.timeLimitSeconds,
    ...(finding.method === 'equal-shares' && { raises: Number(finding.funds.raises) }),
    initiatives: initiativeDocuments(prepared, selection, payments),
    ...voterDocuments(prepared, selection, payments),
    constraints: {
      met: broken.length === 0,
      broken: broken.map((constraint) => ({
        kind: constraint.kind,
        pointer: pointerTo(pathOf(constraint, request, problem.candidates)),
      })),
    },
    ties: tiesOf(finding).map((tie) => tieDocument(prepared, tie)),
  };
}

function idOf({ problem }: Prepared, place: number): string {
  return problem.candidates[place]?.initiative ?? '';
}

type BenefitDocument = Pick<
  SelectionAnswer,
  'benefit' | 'benefitExact' | 'proven' | 'bound' | 'gap' | 'cheapest'
>;

/** What the set is worth, and with the optimum how good that is proved to be. */
function benefitDocument({ problem, valuation }: Prepared, { grants, finding }: Selection): BenefitDocument {
  const inUnits = (value: Fraction): Fraction => ({
    ...value,
    denominator: value.denominator * valuation.perOne,
  });
  const { value } = incumbentOf(problem, valuation.values, grants);
  const benefit = inUnits(value);
  const isDecimal = endsWithin(benefit, 18);
  const told = { benefit: decimalText(benefit), ...(!isDecimal && { benefitExact: fractionText(benefit) }) };
  if (finding.method !== 'optimum') return told;
  const bound = inUnits(finding.bound);
  const gap = {
    numerator: bound.numerator * benefit.denominator - benefit.numerator * bound.denominator,
    denominator: bound.denominator * benefit.denominator,
  };
  return {
    ...told,
    proven: finding.isProven,
    bound: finding.isProven ? told.benefit : decimalNotBelow(bound),
    gap: decimalNotBelow(gap),
    cheapest: finding.isCheapest,
  };
}

function tiesOf(finding: Finding): readonly Tie[] {
  if (finding.method === 'greedy') return finding.ties;
  if (finding.method === 'optimum') return [];
  return [...finding.run.ties, ...(finding.completion?.ties ?? [])];
}

function tieDocument(prepared: Prepared, { chosen, over }: Tie): SelectionAnswer['ties'][number] {
  return {
    chosen: idOf(prepared, chosen),
    over: over.map(({ place, by }) => ({ initiative: idOf(prepared, place), by })),
  };
}
