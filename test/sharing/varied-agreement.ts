import type { Agreement, Municipality } from '../../src/agreement/agreement.ts';
import { WHOLE } from '../../src/money/rate.ts';

/** The same agreement with keys that do not look at the year before. */
export function withoutLimits(agreement: Agreement): Agreement {
  return {
    ...agreement,
    solutions: agreement.solutions.map((solution) => {
      const { limits: _, ...key } = solution.key;
      return { ...solution, key };
    }),
  };
}

/** Everything that leaving municipalities carried stays with the others, so that no price depends on weights. */
export function withFixedShares(agreement: Agreement): Agreement {
  return {
    ...agreement,
    municipalities: agreement.municipalities.map((municipality) => ({
      ...municipality,
      membership: municipality.membership.map((stay) => ({ ...stay, fixedShare: WHOLE })),
    })),
  };
}

export const TWIN = '9999';

/** The agreement with a second municipality just like one that it has. */
export function withTwin(agreement: Agreement, original: Municipality | undefined): Agreement {
  if (original === undefined) return agreement;
  const { municipality: code } = original;
  return {
    ...agreement,
    municipalities: [...agreement.municipalities, { ...original, municipality: TWIN }],
    solutions: agreement.solutions.map((solution) => ({
      ...solution,
      key: twinned(solution.key, code),
      ...(solution.participants?.includes(code) ? { participants: [...solution.participants, TWIN] } : {}),
    })),
  };
}

type Key = Agreement['solutions'][number]['key'];

function twinned(key: Key, code: string): Key {
  if (key.kind === 'mix') {
    return { ...key, parts: key.parts.map((part) => ({ ...part, key: twinned(part.key, code) })) };
  }
  const weight = key.kind === 'weights' ? key.weights.get(code) : undefined;
  if (key.kind !== 'weights' || weight === undefined) return key;
  return { ...key, weights: new Map([...key.weights, [TWIN, weight]]) };
}
