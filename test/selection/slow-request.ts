import type { RequestDocument } from './answered.ts';

/** Two hundred initiatives within ten budgets: a solver takes minutes to prove the best set, and finds good ones at once. */
export function slowRequest(timeLimitSeconds: number): RequestDocument {
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  const resources = Array.from({ length: 10 }, (_, number) => `budget-${number}`);
  const scattered = (number: number, salt: number, most: number) =>
    ((number + 1) * (7919 + 104_729 * salt)) % most;
  return {
    method: 'optimum',
    timeLimitSeconds,
    budget: '50000000.00',
    initiatives: numbers.map((number) => ({
      id: `i${number}`,
      cost: `${100_000 + scattered(number, 0, 899_981)}.00`,
      benefit: String(1_000 + scattered(number, 1, 997)),
      resources: Object.fromEntries(
        resources.map((name, place) => [name, String(100 + scattered(number, place + 2, 887))]),
      ),
    })),
    constraints: { limits: Object.fromEntries(resources.map((name) => [name, '45000'])) },
  };
}

/** One that is answered at once. */
export const QUICK: RequestDocument = {
  method: 'optimum',
  budget: '1.00',
  initiatives: [{ id: 'a', cost: '1.00', benefit: '1' }],
};
