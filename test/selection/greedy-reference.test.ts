import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import { electionArb } from '../arbitraries/selection.ts';
import { runs } from '../settings/runs.ts';
import { selectedBy } from './answered.ts';
import { referenceGreedy } from './reference/greedy.ts';

/** The same initiatives with benefits, equal ones among them, and without voters. */
const benefitsArb: fc.Arbitrary<SelectionRequest> = electionArb({ method: 'greedy' }).chain((request) =>
  fc
    .array(fc.constantFrom('0', '0.5', '1', '3', '3', '7.25', '12'), {
      minLength: request.initiatives.length,
      maxLength: request.initiatives.length,
    })
    .map((benefits) => ({
      ...request,
      voters: [],
      initiatives: request.initiatives.map((initiative, place) => ({
        ...initiative,
        benefit: benefits[place] ?? '0',
      })),
    })),
);

describe('greedy agrees with the definition written out plainly', () => {
  it.prop([electionArb({ method: 'greedy' })], runs(300, 5_000))(
    'by votes, votes per krone and points per krone, in the order chosen',
    (request) => {
      expect(selectedBy(request)).toEqual(referenceGreedy(request));
    },
  );

  it.prop([electionArb({ method: 'greedy', amounts: 'fine' })], runs(100, 2_000))(
    'also where amounts, weights and points have many digits',
    (request) => {
      expect(selectedBy(request)).toEqual(referenceGreedy(request));
    },
  );

  it.prop([benefitsArb], runs(300, 5_000))('by benefit per krone where there are no voters', (request) => {
    expect(selectedBy(request)).toEqual(referenceGreedy(request));
  });
});
