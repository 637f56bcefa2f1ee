import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import { compare, exactFromOre, exactFromRate, multiply } from '../money/exact.ts';
import { negateOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';
import { byCodePoint } from '../order.ts';
import type { Refusal } from '../refusal.ts';
import type { InvoiceDraft } from './invoice.ts';

/** A difference stops a run when it is larger than both: small amounts may move far, large ones by a little. */
export interface DifferenceThresholds {
  /** Of what the municipality was invoiced last time. */
  readonly share: Rate;
  readonly amount: Ore;
}

/** What a municipality is invoiced beside what it was last time, both excluding VAT. */
export interface RunDifference {
  readonly municipality: string;
  readonly before: Ore;
  readonly after: Ore;
  readonly difference: Ore;
  /** Whether it stops the run until somebody has said why it is right. */
  readonly stops: boolean;
}

/** Why a difference that stops a run is right. */
export interface Acknowledgement {
  readonly municipality: string;
  readonly reason: string;
}

/** Amounts excluding VAT by municipality. */
export type PayerAmounts = ReadonlyMap<string, Ore>;

/** The differences of a run to the last one, by municipality; one that is in only one of them counts as zero in the other. */
export function runDifferences(
  after: PayerAmounts,
  before: PayerAmounts,
  thresholds: DifferenceThresholds,
): RunDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].toSorted(byCodePoint).map((municipality) => {
    const amounts = {
      before: before.get(municipality) ?? ZERO_ORE,
      after: after.get(municipality) ?? ZERO_ORE,
    };
    const difference = subtractOre(amounts.after, amounts.before);
    return { municipality, ...amounts, difference, stops: isLarge(difference, amounts.before, thresholds) };
  });
}

/** What invoices ask of each municipality. */
export function amountsByPayer(invoices: readonly InvoiceDraft[]): PayerAmounts {
  const byPayer = Map.groupBy(invoices, ({ payer }) => payer.municipality);
  return new Map(
    [...byPayer].map(([municipality, own]) => [
      municipality,
      sumOre(own.flatMap(({ lines }) => lines.map(({ amount }) => amount))),
    ]),
  );
}

/**
 * Why the run must not be issued yet: a difference that nobody has acknowledged (`difference_not_acknowledged`), or an
 * acknowledgement that gives no reason (`acknowledgement_without_reason`).
 */
export function unacknowledged(
  differences: readonly RunDifference[],
  acknowledgements: readonly Acknowledgement[],
): Refusal[] {
  const known = new Set(acknowledgements.map(({ municipality }) => municipality));
  return [
    ...differences
      .filter(({ municipality, stops }) => stops && !known.has(municipality))
      .map(notAcknowledged),
    ...acknowledgements.flatMap(({ reason }, place) => (reason.trim() === '' ? [withoutReason(place)] : [])),
  ];
}

function isLarge(difference: Ore, before: Ore, { share, amount }: DifferenceThresholds): boolean {
  const size = magnitude(difference);
  const allowed = multiply(exactFromOre(magnitude(before)), exactFromRate(share));
  return size > amount && compare(exactFromOre(size), allowed) > 0;
}

function magnitude(amount: Ore): Ore {
  return amount < 0n ? negateOre(amount) : amount;
}

function notAcknowledged({ municipality, before, after }: RunDifference): Refusal {
  return {
    code: 'difference_not_acknowledged',
    path: ['acknowledgements'],
    message: {
      da: `Kommune ${municipality} faktureres ${danishKroner(after)} mod ${danishKroner(before)} sidst, og ingen har godkendt forskellen.`,
      en: `Municipality ${municipality} is invoiced ${englishKroner(after)} against ${englishKroner(before)} last time, and nobody has acknowledged the difference.`,
    },
    remedy: {
      da: 'Find årsagen, og godkend forskellen med en begrundelse, eller ret kørslen.',
      en: 'Find the cause, and acknowledge the difference with a reason, or correct the run.',
    },
  };
}

function withoutReason(place: number): Refusal {
  return {
    code: 'acknowledgement_without_reason',
    path: ['acknowledgements', place, 'reason'],
    message: {
      da: 'Godkendelsen har ingen begrundelse.',
      en: 'The acknowledgement gives no reason.',
    },
    remedy: { da: 'Skriv, hvorfor forskellen er rigtig.', en: 'Write why the difference is right.' },
  };
}
