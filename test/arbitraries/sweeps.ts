import fc from 'fast-check';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import type { ParameterValues, Sweep, SweptParameter } from '../../sweeps/sweep.ts';
import { changeDocumentsArb } from './changes.ts';
import { kronerTextArb } from './ore.ts';
import { indexRateTextArb, shareTextArb, tenThousandthsArb } from './rate.ts';

/** A sweep without municipalities over an agreement, and points of it. */
interface SweptDocument {
  readonly document: AgreementDocument;
  readonly sweep: Sweep;
  /** Places of the parameters' values, wrapped around where a parameter has fewer. */
  readonly points: readonly (readonly number[])[];
}

/** Grids over numbers in random changes, of every kind of change that has one. */
export function sweptDocumentArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<SweptDocument> {
  return documents.chain((document) =>
    changeDocumentsArb(document).chain((changes) =>
      fc.record({
        document: fc.constant(document),
        sweep: sweepArb(changes),
        points: fc.array(fc.array(fc.nat(11), { minLength: MOST_PARAMETERS, maxLength: MOST_PARAMETERS }), {
          minLength: 1,
          maxLength: 6,
        }),
      }),
    ),
  );
}

const MOST_PARAMETERS = 3;

function sweepArb(changes: readonly ChangeDocument[]): fc.Arbitrary<Sweep> {
  const numbers = changes.flatMap((change, place) =>
    Object.keys(change).flatMap((field) => {
      const values = textsOf(change, field);
      return values === undefined ? [] : [parameterArb([String(place), field], values)];
    }),
  );
  return fc
    .record({
      parameters: fc
        .shuffledSubarray(numbers, { maxLength: Math.min(MOST_PARAMETERS, numbers.length) })
        .chain((chosen) => fc.tuple(...chosen)),
      years: fc
        .tuple(fc.integer({ min: 2025, max: 2029 }), fc.nat(3))
        .map(([from, more]) => ({ from, to: Math.min(2029, from + more) })),
      detail: fc.constantFrom('agreement' as const, 'solutions' as const),
    })
    .map((chosen) => ({
      ...chosen,
      agreementHash: '',
      changes,
      design: { kind: 'grid' },
      points: 0,
      chunkPoints: 0,
      bounds: [],
    }));
}

function parameterArb(path: string[], texts: fc.Arbitrary<string>): fc.Arbitrary<SweptParameter> {
  const list = fc
    .array(texts, { minLength: 1, maxLength: 4 })
    .map((values): ParameterValues => ({ kind: 'list', values }));
  return list.map((values) => ({ path, isCount: false, values }));
}

/** What may stand in a field of a change; undefined where it holds no decimal. */
function textsOf(change: ChangeDocument, field: string): fc.Arbitrary<string> | undefined {
  switch (field) {
    case 'wage':
    case 'price':
    case 'combined':
      return indexRateTextArb;
    case 'correction':
      return tenThousandthsArb(-100, 100);
    case 'share':
    case 'fixedShare':
      return shareTextArb;
    case 'rate':
      return tenThousandthsArb(0, 1000);
    case 'amount':
      return change.type === 'set-base-price' ? kronerTextArb(0, 20_000_000) : kronerTextArb(0, 1000);
    default:
      return undefined;
  }
}
