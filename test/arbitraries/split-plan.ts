import fc from 'fast-check';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { glnCheckDigit, glnFromText } from '../../src/invoicing/gln.ts';
import type {
  Destination,
  PlanLine,
  PlanPart,
  Recipient,
  SplitPlan,
} from '../../src/invoicing/split-plan.ts';
import { rateFromText } from '../../src/money/rate.ts';

const RECIPIENTS = ['care', 'finance', 'it', 'schools'] as const;

/** How many ways of splitting are drawn for an agreement; its municipalities take turns with them. */
const MOST_WAYS = 4;

/** A plan for every municipality of the agreement that holds from its base year on; each passes `checkSplitPlan`. */
export function splitPlansArb(agreement: Agreement): fc.Arbitrary<SplitPlan[]> {
  return fc.array(wayArb(agreement), { minLength: 1, maxLength: MOST_WAYS }).map((ways) =>
    agreement.municipalities.flatMap(({ municipality }, place) => {
      const way = ways[place % ways.length];
      return way === undefined ? [] : [{ municipality, validFrom: `${agreement.baseYear}-01-01`, ...way }];
    }),
  );
}

type Way = Pick<SplitPlan, 'defaultRecipient' | 'recipients' | 'lines'>;

/** Destinations are drawn from a few, so that a catalogue of any size is split quickly. */
const MOST_DESTINATIONS = 5;

function wayArb(agreement: Agreement): fc.Arbitrary<Way> {
  return fc
    .record({
      destinations: fc.array(destinationArb(2), { minLength: 1, maxLength: MOST_DESTINATIONS }),
      named: fc.tuple(...agreement.solutions.map(namedArb)),
      defaultRecipient: recipientNameArb,
      details: fc.tuple(...RECIPIENTS.map(recipientArb)),
    })
    .map(({ destinations, named, defaultRecipient, details }) => {
      const lines = named.flat().map(
        (covered, place): PlanLine => ({
          ...covered,
          destination: destinations[place % destinations.length] ?? DEFAULT,
        }),
      );
      const used = new Set([defaultRecipient, ...lines.flatMap(({ destination }) => namesIn(destination))]);
      return { defaultRecipient, recipients: details.filter(({ recipient }) => used.has(recipient)), lines };
    });
}

/** What lines name of a solution: nothing, the whole of it, some of its components, or some of them and the rest. */
function namedArb({
  solution,
  basePrices,
}: Agreement['solutions'][number]): fc.Arbitrary<Omit<PlanLine, 'destination'>[]> {
  const components = basePrices.map(({ component }) => component);
  return fc
    .tuple(fc.subarray(components), fc.boolean())
    .map(([named, hasRest]) => [
      ...(hasRest && named.length < components.length ? [{ solution }] : []),
      ...named.map((component) => ({ solution, component })),
    ]);
}

const DEFAULT: Destination = { kind: 'recipient', recipient: 'finance' };

const recipientNameArb = fc.constantFrom(...RECIPIENTS);

function destinationArb(depth: number): fc.Arbitrary<Destination> {
  const one = fc
    .record({ recipient: recipientNameArb, account: fc.option(fc.stringMatching(/^[0-9]{4,10}$/)) })
    .map(
      ({ recipient, account }): Destination => ({
        kind: 'recipient',
        recipient,
        ...(account !== null && { accountString: account }),
      }),
    );
  if (depth === 0) return one;
  const several = sharesArb.chain((shares) =>
    fc.tuple(...shares.map(() => destinationArb(depth - 1))).map((destinations): Destination => {
      const parts = destinations.map(
        (destination, place): PlanPart => ({
          part: `part ${place + 1}`,
          share: rateFromText(shares[place] ?? '1'),
          destination,
        }),
      );
      return { kind: 'parts', parts };
    }),
  );
  return fc.oneof({ arbitrary: one, weight: 2 }, { arbitrary: several, weight: 1 });
}

/** One to four shares in ten-thousandths that sum to 1: the gaps between cuts of the whole. */
const sharesArb: fc.Arbitrary<string[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 3 })
  .map((cuts) => {
    const ends = [...cuts.toSorted((first, second) => first - second), 10_000];
    return ends.map((end, place) => {
      const count = end - (ends[place - 1] ?? 0);
      return count === 10_000 ? '1' : `0.${String(count).padStart(4, '0')}`;
    });
  });

function recipientArb(recipient: string): fc.Arbitrary<Recipient> {
  return fc
    .record({
      digits: fc.stringMatching(/^579[0-9]{9}$/),
      order: fc.option(fc.stringMatching(/^[0-9]{1,12}$/)),
      person: fc.option(fc.stringMatching(/^[A-Z]{2,5}$/)),
      account: fc.option(fc.stringMatching(/^[0-9]{4,10}$/)),
    })
    .map(({ digits, order, person, account }) => ({
      recipient,
      gln: glnFromText(`${digits}${glnCheckDigit(digits)}`),
      department: `Department of ${recipient}`,
      ...(order !== null && { orderReference: order }),
      ...(person !== null && { personReference: person }),
      ...(account !== null && { accountString: account }),
    }));
}

function namesIn(destination: Destination): string[] {
  if (destination.kind === 'recipient') return [destination.recipient];
  return destination.parts.flatMap((part) => namesIn(part.destination));
}
