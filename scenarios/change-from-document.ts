import { allocationKeyFromDocument } from '../data/allocation-key-from-document.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText, WHOLE } from '../src/money/rate.ts';
import { invariant } from '../src/refusal.ts';
import type { Change } from '../src/scenario/change.ts';
import type { ChangeDocument } from './schema.ts';

type Document<Type extends ChangeDocument['type']> = Extract<ChangeDocument, { type: Type }>;

/** Reads one change of a scenario whose form its schema has checked. */
export function changeFromDocument(document: ChangeDocument): Change {
  switch (document.type) {
    case 'set-index':
      return setIndex(document);
    case 'set-efficiency':
      return setEfficiency(document);
    case 'set-base-price':
    case 'commit-pool':
    case 'carry-over-pool':
      return { ...document, amount: oreFromKroner(document.amount) };
    case 'set-reserved-share':
      return { ...document, share: rateFromText(document.share) };
    case 'set-criterion-weight':
      return { ...document, weight: rateFromText(document.weight) };
    case 'withdraw':
      return {
        ...document,
        fixedShare: document.fixedShare === undefined ? WHOLE : rateFromText(document.fixedShare),
      };
    case 'set-key':
      return { ...document, key: allocationKeyFromDocument(document.key) };
    case 'set-population':
      return { ...document, populations: new Map(Object.entries(document.populations).map(counted)) };
    case 'grow-population':
      return { ...document, rate: rateFromText(document.rate) };
    case 'set-index-vintage':
    case 'enter':
    case 'only-signed':
    case 'add-solution':
    case 'remove-solution':
    case 'set-rule-set':
      return document;
  }
}

function setIndex({ type, year, ...rates }: Document<'set-index'>): Change {
  const exact = Object.fromEntries(
    Object.entries(rates).map(([series, text]) => [series, rateFromText(text)]),
  );
  return { type, year, ...exact };
}

function setEfficiency({ rate, amount, ...scope }: Document<'set-efficiency'>): Change {
  if (rate !== undefined) return { ...scope, rate: rateFromText(rate) };
  invariant(amount !== undefined, 'a change of checked form sets a rate or an amount');
  return { ...scope, amount: oreFromKroner(amount) };
}

function counted([code, population]: [string, number]): [string, bigint] {
  return [code, BigInt(population)];
}
