import type {
  Agreement,
  BasePrice,
  Criterion,
  EfficiencyMeasure,
  IndexEntry,
  Municipality,
  PastYear,
  Solution,
} from '../src/agreement/agreement.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText, WHOLE } from '../src/money/rate.ts';
import { accepted, invariant, type Result, refused } from '../src/refusal.ts';
import { allocationKeyFromDocument } from './allocation-key-from-document.ts';
import { canonicalDocument } from './canonical-document.ts';
import { checkAgreement } from './checks/check-agreement.ts';
import type { AgreementDocument } from './schema/agreement.ts';
import type { PastYearDocument } from './schema/past-amounts.ts';

type SolutionDocument = AgreementDocument['solutions'][number];
type BasePriceDocument = SolutionDocument['basePrices'][number];
type IndexEntryDocument = AgreementDocument['index'][number];
type EfficiencyDocument = AgreementDocument['efficiency'][number];
type CriterionDocument = NonNullable<AgreementDocument['criteria']>[number];
type MunicipalityDocument = AgreementDocument['municipalities'][number];

/**
 * The agreement that a document of checked form describes, every list in canonical order. Refused with each
 * contradiction found that a schema cannot see; the paths lead into the document as it was given.
 */
export function agreementFromDocument(document: AgreementDocument): Result<Agreement> {
  const refusals = checkAgreement(document);
  if (refusals.length > 0) return refused(...refusals);
  const { pastAmounts, ...canonical } = canonicalDocument(document);
  return accepted({
    ...canonical,
    solutions: canonical.solutions.map(solutionFromDocument),
    index: canonical.index.map(indexEntryFromDocument),
    efficiency: canonical.efficiency.map(efficiencyFromDocument),
    municipalities: canonical.municipalities.map(municipalityFromDocument),
    criteria: (canonical.criteria ?? []).map(criterionFromDocument),
    ...(pastAmounts && { pastAmounts: pastAmounts.map(pastYearFromDocument) }),
    commitments: [],
    indexOverrides: [],
    carryOvers: [],
  });
}

function solutionFromDocument({ notes: _, ...document }: SolutionDocument): Solution {
  return {
    ...document,
    basePrices: document.basePrices.map(basePriceFromDocument),
    reservedShare: rateFromText(document.reservedShare),
    key: allocationKeyFromDocument(document.key),
  };
}

function basePriceFromDocument({ wageShare, ...document }: BasePriceDocument): BasePrice {
  return {
    ...document,
    amount: oreFromKroner(document.amount),
    ...(wageShare !== undefined && { wageShare: rateFromText(wageShare) }),
  };
}

function indexEntryFromDocument({ wage, price, ...document }: IndexEntryDocument): IndexEntry {
  return {
    ...document,
    ...(wage !== undefined && { wage: rateFromText(wage) }),
    ...(price !== undefined && { price: rateFromText(price) }),
    combined: rateFromText(document.combined),
    correction: rateFromText(document.correction),
  };
}

function efficiencyFromDocument({ rate, amount, ...measure }: EfficiencyDocument): EfficiencyMeasure {
  if (rate !== undefined) return { ...measure, form: 'rate', rate: rateFromText(rate) };
  invariant(amount !== undefined, 'a measure of checked form has a rate or an amount');
  return { ...measure, form: 'amount', amount: oreFromKroner(amount) };
}

function municipalityFromDocument(document: MunicipalityDocument): Municipality {
  return {
    ...document,
    population: BigInt(document.population),
    membership: document.membership.map(({ fixedShare, ...period }) => ({
      ...period,
      fixedShare: fixedShare === undefined ? WHOLE : rateFromText(fixedShare),
    })),
  };
}

function criterionFromDocument(document: CriterionDocument): Criterion {
  return { ...document, weight: rateFromText(document.weight) };
}

function pastYearFromDocument(document: PastYearDocument): PastYear {
  return {
    ...document,
    municipalities: document.municipalities.map(({ municipality, solutions }) => ({
      municipality,
      solutions: solutions.map(({ solution, amount }) => ({ solution, amount: oreFromKroner(amount) })),
    })),
  };
}
