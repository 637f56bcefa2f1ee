import { glnFromText } from '../../src/invoicing/gln.ts';
import {
  type Destination,
  lineName,
  type PlanLine,
  type PlanPart,
  type Recipient,
  type SplitPlan,
} from '../../src/invoicing/split-plan.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { byCodePoint } from '../../src/order.ts';
import { invariant } from '../../src/refusal.ts';
import type { SplitPlanDocument } from '../schema/split-plan.ts';

type LineDocument = SplitPlanDocument['lines'][number];
type PartDocument = NonNullable<LineDocument['parts']>[number];

/** The plan that a document of checked form describes, in the document's order; what it says is checked by the core. */
export function splitPlanFromDocument(document: SplitPlanDocument): SplitPlan {
  return {
    ...document,
    recipients: document.recipients.map(
      (recipient): Recipient => ({ ...recipient, gln: glnFromText(recipient.gln) }),
    ),
    lines: document.lines.map(({ solution, component, ...destination }): PlanLine => {
      return {
        solution,
        ...(component !== undefined && { component }),
        destination: destinationFromDocument(destination),
      };
    }),
  };
}

/** The same plan with recipients and lines in their canonical order; the order of parts is the municipality's own. */
export function canonicalPlan(plan: SplitPlan): SplitPlan {
  return {
    ...plan,
    recipients: plan.recipients.toSorted((a, b) => byCodePoint(a.recipient, b.recipient)),
    lines: plan.lines.toSorted((a, b) => byCodePoint(lineName(a), lineName(b))),
  };
}

function destinationFromDocument({
  recipient,
  accountString,
  parts,
}: Pick<LineDocument, 'recipient' | 'accountString' | 'parts'>): Destination {
  if (parts !== undefined) return { kind: 'parts', parts: parts.map(partFromDocument) };
  invariant(recipient !== undefined, 'a line of checked form goes to a recipient or to parts');
  return { kind: 'recipient', recipient, ...(accountString !== undefined && { accountString }) };
}

function partFromDocument({ part, share, ...destination }: PartDocument): PlanPart {
  return { part, share: rateFromText(share), destination: destinationFromDocument(destination) };
}
