import type { AllocationKey, ChangeLimits, PlainKey } from '../src/agreement/allocation-key.ts';
import { rateFromText } from '../src/money/rate.ts';
import { weightEntries } from './canonical-document.ts';
import type { AllocationKeyDocument, PlainKeyDocument } from './schema/allocation-key.ts';

/** Reads an allocation key (*fordelingsnøgle*) whose form its schema has checked. */
export function allocationKeyFromDocument(document: AllocationKeyDocument): AllocationKey {
  const limits = document.limits && { limits: limitsFromDocument(document.limits) };
  if (document.kind !== 'mix') return { ...plainKeyFromDocument(document), ...limits };
  const parts = document.parts.map((part) => ({
    share: rateFromText(part.share),
    key: plainKeyFromDocument(part.key),
  }));
  return { kind: 'mix', parts, ...limits };
}

function plainKeyFromDocument(document: PlainKeyDocument): PlainKey {
  switch (document.kind) {
    case 'population':
    case 'equal':
      return { kind: document.kind };
    case 'population-tiered':
      return {
        kind: 'population-tiered',
        threshold: BigInt(document.threshold),
        weightAbove: rateFromText(document.weightAbove),
      };
    case 'weights': {
      const weights = weightEntries(document.weights).map(
        ([code, weight]) => [code, rateFromText(weight)] as const,
      );
      return {
        kind: 'weights',
        weights: new Map(weights),
        ...(document.unit !== undefined && { unit: document.unit }),
        ...(document.unitTitle !== undefined && { unitTitle: document.unitTitle }),
      };
    }
  }
}

function limitsFromDocument(limits: NonNullable<AllocationKeyDocument['limits']>): ChangeLimits {
  return {
    ...(limits.rise !== undefined && { rise: rateFromText(limits.rise) }),
    ...(limits.fall !== undefined && { fall: rateFromText(limits.fall) }),
  };
}
