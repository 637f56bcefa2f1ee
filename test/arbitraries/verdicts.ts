import fc from 'fast-check';
import { rateFromText } from '../../src/money/rate.ts';
import { accountKey } from '../../src/prioritisation/account.ts';
import type { Effect } from '../../src/prioritisation/effects.ts';
import type { Request } from '../../src/prioritisation/request.ts';
import type { Verdict } from '../../src/prioritisation/verdict.ts';
import { shareTextArb } from './rate.ts';

const shareArb = shareTextArb.map(rateFromText);

/** Any effect there is, sensible or not. */
const effectArb: fc.Arbitrary<Effect> = fc.oneof(
  fc.constantFrom<Effect>(
    { type: 'reject' },
    { type: 'defer' },
    { type: 'refer' },
    { type: 'first' },
    { type: 'last' },
    { type: 'fund-whole' },
    { type: 'hold-to-dependencies' },
    { type: 'hold-to-exclusions' },
    { type: 'note' },
  ),
  fc.record({
    type: fc.constant('cap' as const),
    per: fc.constantFrom('initiative', 'solution', 'area', 'group'),
    share: shareArb,
  }),
  fc.record({ type: fc.constant('fund-part' as const), atLeast: shareArb, atMost: shareArb }),
);

/** What some rules say about each of the requests; most requests meet rules that let them through. */
export function verdictsArb(
  requests: readonly Request[],
): fc.Arbitrary<ReadonlyMap<string, readonly Verdict[]>> {
  const onOne = fc.array(fc.record({ effect: effectArb, fired: fc.boolean() }), { maxLength: 6 });
  return fc.tuple(...requests.map(() => onOne)).map((drawn) => {
    const judged = requests.map(({ recipient }, place): [string, Verdict[]] => [
      accountKey(recipient),
      (drawn[place] ?? []).map(({ effect, fired }, number) => ({
        rule: `rule-${number}`,
        title: { da: `Regel ${number}`, en: `Rule ${number}` },
        priority: number + 1,
        fired,
        effect,
        conditions: [],
      })),
    ]);
    return new Map(judged);
  });
}
