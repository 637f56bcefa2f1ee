import fc from 'fast-check';
import { ore } from '../../src/money/ore.ts';
import type { Account, Recipient } from '../../src/prioritisation/account.ts';
import type { Move } from '../../src/prioritisation/move.ts';

/**
 * The accounts that moves are drawn between: those of the small pool, with two initiatives and one
 * maintenance.
 */
export const ACCOUNTS: {
  readonly pool: readonly Account[];
  readonly recipients: readonly Recipient[];
} = {
  pool: [
    { kind: 'pool', solution: 'aula' },
    { kind: 'pool', solution: 'dagtilbud' },
    { kind: 'pool', solution: 'journal' },
  ],
  recipients: [
    { kind: 'initiative', initiative: 'login' },
    { kind: 'initiative', initiative: 'app' },
    { kind: 'business-maintenance', solution: 'aula' },
  ],
};

/**
 * Any account to any account, also where it makes no sense; small amounts, and some that no contribution
 * holds.
 */
export const moveArb: fc.Arbitrary<Move> = fc.record({
  year: fc.constantFrom(2026, 2026, 2026, 2026, 2027),
  from: fc.constantFrom(...ACCOUNTS.pool, ...ACCOUNTS.recipients),
  to: fc.constantFrom(...ACCOUNTS.pool, ...ACCOUNTS.recipients),
  amount: fc.bigInt(-1n, 120_00n).map(ore),
  reason: fc.constant('Drawn'),
});

export const movesArb: fc.Arbitrary<Move[]> = fc.array(moveArb, { maxLength: 40 });
