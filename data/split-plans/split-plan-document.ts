import type { Destination, PlanPart, SplitPlan } from '../../src/invoicing/split-plan.ts';
import { rateText } from '../../src/money/rate.ts';
import type { SplitPlanDocument } from '../schema/split-plan.ts';

type LineDocument = SplitPlanDocument['lines'][number];
type PartDocument = NonNullable<LineDocument['parts']>[number];
type DestinationDocument = Pick<LineDocument, 'recipient' | 'accountString' | 'parts'>;

/** A plan as JSON carries it: the inverse of `splitPlanFromDocument`. */
export function splitPlanDocument(plan: SplitPlan): SplitPlanDocument {
  return {
    ...plan,
    recipients: plan.recipients.map((recipient) => ({ ...recipient })),
    lines: plan.lines.map(({ destination, ...covered }) => ({
      ...covered,
      ...destinationDocument(destination),
    })),
  };
}

function destinationDocument(destination: Destination): DestinationDocument {
  if (destination.kind === 'parts') return { parts: destination.parts.map(partDocument) };
  const { recipient, accountString } = destination;
  return { recipient, ...(accountString !== undefined && { accountString }) };
}

function partDocument({ part, share, destination }: PlanPart): PartDocument {
  return { part, share: rateText(share), ...destinationDocument(destination) };
}
