/**
 * `unavailable`: the engine does not answer, is busy, or gave up; the same work can succeed a little later.
 * `full`: there is no room to write to, but what is kept can be read.
 */
export type FailureReason = 'unavailable' | 'full';

/** The engine could not do what it was asked, through no fault of what it was asked. Nothing of it was acknowledged. */
export class StoreFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, cause: unknown) {
    super(`the store is ${reason}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.reason = reason;
  }
}
