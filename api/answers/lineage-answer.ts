import { fractionText } from '../../src/explanation/exact-text.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { keyShareOf } from '../../src/invoicing/key-share.ts';
import type { LineLineage } from '../../src/invoicing/lineage.ts';
import type { PricePart, UsePart } from '../../src/invoicing/lineage-parts.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { LineageAnswer } from './lineage-schema.ts';

type LineAnswer = LineageAnswer['lines'][number];

/** Where each line of an invoice comes from. */
export function lineageAnswer(
  run: string,
  { number, lines, payer }: Invoice,
  lineages: readonly LineLineage[],
  price: YearPrice | undefined,
): LineageAnswer {
  return {
    number,
    run,
    lines: lines.map(({ solution, component, parts, amount }, place) => {
      const lineage = lineages[place];
      const key = price && keyShareOf(price, solution, payer.municipality);
      return {
        line: place + 1,
        solution,
        component,
        parts: [...parts],
        amount: kronerFromOre(amount),
        ...(key && {
          key: {
            words: key.key,
            weight: fractionText(key.weight),
            totalWeight: fractionText(key.totalWeight),
          },
        }),
        price: (lineage?.price ?? []).map(priceAnswer),
        use: (lineage?.use ?? []).map(useAnswer),
      };
    }),
  };
}

function priceAnswer(part: PricePart): LineAnswer['price'][number] {
  const amount = kronerFromOre(part.amount);
  if (part.kind !== 'indexation') return { kind: part.kind, amount };
  return { kind: part.kind, year: part.year, vintage: part.vintage, amount };
}

function useAnswer(part: UsePart): LineAnswer['use'][number] {
  const amount = kronerFromOre(part.amount);
  if (part.kind !== 'decision') return { kind: part.kind, amount };
  return { kind: part.kind, decision: part.decision, amount };
}
