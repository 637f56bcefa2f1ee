import { priceAnswer } from '../../api/answers/price-answer.ts';
import { sealedBytes } from '../../api/answers/seal.ts';
import { calculateScenario } from '../../api/calculation/calculation.ts';
import { catalogueOf } from '../../api/calculation/catalogue.ts';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { canonicalDocument } from '../../data/canonical-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { apportion } from '../../src/money/apportionment.ts';
import { hashOf } from '../../src/result-hash.ts';
import { sharesBefore } from '../../src/sharing/share-years.ts';
import { splitColumns } from '../../src/sharing/split-columns.ts';
import { acceptedValue } from '../results.ts';

/** The parts of a price answer that a test moves øre about in. */
export interface Answer {
  readonly hash: string;
  readonly years: readonly AnsweredYear[];
  readonly seal: string;
}

export interface AnsweredYear {
  readonly municipalities: readonly AnsweredRow[];
}

export interface AnsweredRow {
  readonly population: number;
  readonly amount: string;
  readonly solutions: readonly { readonly solution: string; readonly amount: string }[];
}

/** What an audit takes, as the engine answers it. */
export interface PricedCase {
  readonly agreement: AgreementDocument;
  readonly scenario: ScenarioDocument;
  readonly result: Answer;
  /** How many shares of a year differ from the columns' own largest-remainder splits: what the engine keeps least. */
  readonly differingShares: (answer: Answer, place: number) => number;
}

/** Prices a scenario as `POST /v1/price` does; `undefined` when the engine refuses it. */
export function pricedCase(document: AgreementDocument, scenario: ScenarioDocument): PricedCase | undefined {
  const served = canonicalDocument(document);
  const agreement = acceptedValue(agreementFromDocument(document));
  const loaded = { document: served, agreement, hash: hashOf(served) };
  const calculation = calculateScenario(
    scenario,
    catalogueOf({ agreements: [loaded], scenarios: [], ruleSets: [] }),
  );
  if (!calculation.ok) return undefined;
  const { prices, shares } = calculation.value;
  return {
    // In the file's own order: the checker must find the canonical one by itself.
    agreement: document,
    scenario,
    result: JSON.parse(sealedBytes(priceAnswer(calculation.value)).toString()),
    differingShares: (answer, place) => {
      const columns = prices
        .slice(place, place + 1)
        .flatMap((price) =>
          acceptedValue(splitColumns(price, acceptedValue(sharesBefore(price, shares[place - 1])))),
        );
      const best = columns.map(({ total, weights }) => apportion(total, weights));
      const rows = answer.years[place]?.municipalities ?? [];
      return rows.reduce((count, { solutions }, row) => {
        const differing = solutions.filter(
          ({ amount }, column) => BigInt(amount.replace('.', '')) !== best[column]?.[row],
        );
        return count + differing.length;
      }, 0);
    },
  };
}
