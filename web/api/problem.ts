import { inBoth } from '../language/language.ts';
import type { components } from './openapi.d.ts';

export type Problem = components['schemas']['Problem'];

/** What the service refused, in its own words (RFC 9457). */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer came at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Somebody did not want to wait for the answer any longer. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

const words = inBoth(
  {
    unreachable: 'Serveren svarer ikke. Siden prøver igen af sig selv.',
    cancelled: 'Du annullerede, før svaret kom.',
    failed: 'Noget gik galt i siden selv.',
  },
  {
    unreachable: 'The server does not answer. The page tries again by itself.',
    cancelled: 'You cancelled before the answer came.',
    failed: 'The page itself failed.',
  },
);

/** What to tell whoever asked. */
export function messageOf(failure: unknown): string {
  if (failure instanceof Refused) return failure.problem.detail;
  if (failure instanceof Cancelled) return words().cancelled;
  return failure instanceof Unreachable ? words().unreachable : words().failed;
}

/** What the problem says of one field, by its pointer (`/scenario/changes/0/wage`) or what lies in it. */
export function messageAt(failure: unknown, pointer: string): string | undefined {
  if (!(failure instanceof Refused)) return undefined;
  return failure.problem.errors.find(
    (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
  )?.message;
}

/** What the problem says of a parameter of the address. */
export function messageOfParameter(failure: unknown, parameter: string): string | undefined {
  if (!(failure instanceof Refused)) return undefined;
  return failure.problem.errors.find((error) => error.parameter === parameter)?.message;
}
