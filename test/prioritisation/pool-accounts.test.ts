import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kronerFromOre, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import type { Account } from '../../src/prioritisation/account.ts';
import { contraryTo, type Move } from '../../src/prioritisation/move.ts';
import { openingPool } from '../../src/prioritisation/opening-pool.ts';
import {
  balanceOf,
  openAccounts,
  type PoolAccounts,
  postMove,
} from '../../src/prioritisation/pool-accounts.ts';
import { ACCOUNTS, movesArb } from '../arbitraries/moves.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { poolPrice } from './build-proposal.ts';
import { moveCommandsArb, openedModel } from './move-commands.ts';

/** Aula has 100,00, dagtilbud 50,00 and journal 200,00; two initiatives and Aula's maintenance have nothing. */
function opened(): PoolAccounts {
  return openAccounts(acceptedValue(openingPool(poolPrice())), ACCOUNTS.recipients);
}

const aula: Account = { kind: 'pool', solution: 'aula' };
const dagtilbud: Account = { kind: 'pool', solution: 'dagtilbud' };
const login: Account = { kind: 'initiative', initiative: 'login' };
const app: Account = { kind: 'initiative', initiative: 'app' };

function move(from: Account, to: Account, kroner: string, year = 2026): Move {
  return { year, from, to, amount: oreFromKroner(kroner), reason: 'Because' };
}

function shown(accounts: PoolAccounts, account: Account): string {
  return kronerFromOre(balanceOf(accounts, account));
}

describe('posting a move', () => {
  it('debits the one account, credits the other and leaves the earlier accounts as they were', () => {
    const before = opened();
    const after = acceptedValue(postMove(before, move(aula, login, '30.00')));
    expect([shown(after, aula), shown(after, login)]).toEqual(['70.00', '30.00']);
    expect([shown(before, aula), shown(before, login)]).toEqual(['100.00', '0.00']);
    expect(after.moves).toHaveLength(1);
  });

  it('takes the last øre of a contribution, and not one more', () => {
    const emptied = acceptedValue(postMove(opened(), move(aula, login, '100.00')));
    expect(shown(emptied, aula)).toBe('0.00');
    expect(codesOf(postMove(emptied, move(aula, login, '0.01')))).toEqual(['exceeds_prioritisation_pool']);
  });

  it('is undone by the contrary move, up to what was received from that contribution', () => {
    const paid = acceptedValue(postMove(opened(), move(aula, login, '30.00')));
    const undone = acceptedValue(postMove(paid, contraryTo(move(aula, login, '30.00'), 'A mistake')));
    expect([shown(undone, aula), shown(undone, login)]).toEqual(['100.00', '0.00']);
    expect(codesOf(postMove(undone, move(login, aula, '0.01')))).toEqual(['exceeds_what_was_received']);
  });

  it('is returned by an initiative only from what that initiative received', () => {
    const both = [move(aula, login, '30.00'), move(aula, app, '10.00'), move(dagtilbud, login, '5.00')];
    const paid = both.reduce((accounts, next) => acceptedValue(postMove(accounts, next)), opened());
    expect(codesOf(postMove(paid, move(login, aula, '30.00')))).toEqual([]);
    expect(codesOf(postMove(paid, move(login, aula, '30.01')))).toEqual(['exceeds_what_was_received']);
    expect(codesOf(postMove(paid, move(login, dagtilbud, '5.01')))).toEqual(['exceeds_what_was_received']);
  });

  it('does not let an initiative carry money from one contribution to another', () => {
    const paid = acceptedValue(postMove(opened(), move(aula, login, '30.00')));
    expect(codesOf(postMove(paid, move(login, dagtilbud, '10.00')))).toEqual(['exceeds_what_was_received']);
  });
});

describe('a move is refused by the first of these that is true', () => {
  const stranger: Account = { kind: 'initiative', initiative: 'stranger' };
  const gone: Account = { kind: 'pool', solution: 'gone' };

  // Each move has the fault of its own line and those of all lines below that can stand beside it.
  it.each([
    ['amount_must_be_positive', move(gone, gone, '0.00', 2025), ['amount']],
    ['amount_must_be_positive', move(aula, login, '-1.00'), ['amount']],
    ['accounts_must_be_different', move(gone, gone, '900.00', 2025), ['to']],
    ['move_of_another_year', move(gone, stranger, '900.00', 2025), ['year']],
    ['account_unknown', move(gone, aula, '900.00'), ['from']],
    ['account_unknown', move(login, stranger, '900.00'), ['to']],
    ['one_account_must_be_a_pool_contribution', move(aula, dagtilbud, '900.00'), ['to']],
    ['one_account_must_be_a_pool_contribution', move(login, app, '900.00'), ['to']],
    ['exceeds_prioritisation_pool', move(aula, login, '100.01'), ['amount']],
    ['exceeds_what_was_received', move(login, aula, '0.01'), ['amount']],
  ])('%s', (code, refusedMove, path) => {
    const result = postMove(opened(), refusedMove);
    expect(codesOf(result)).toEqual([code]);
    expect(result.ok ? undefined : result.refusals[0]?.path).toEqual(path);
  });

  it.each<[Account, string, string]>([
    [
      stranger,
      'Der er ingen konto for initiativet stranger i 2026.',
      'There is no account for the initiative stranger in 2026.',
    ],
    [
      gone,
      'Der er ingen konto for puljebidraget fra gone i 2026.',
      'There is no account for the pool contribution of gone in 2026.',
    ],
    [
      { kind: 'business-maintenance', solution: 'gone' },
      'Der er ingen konto for forretningsmæssigt vedligehold i gone i 2026.',
      'There is no account for the business maintenance of gone in 2026.',
    ],
  ])('and names the account: %o', (account, da, en) => {
    const result = postMove(opened(), move(account, login, '1.00'));
    expect(result.ok ? undefined : result.refusals[0]?.message).toEqual({ da, en });
  });

  it('and says what can be taken at most', () => {
    const result = postMove(opened(), move(aula, login, '150.00'));
    expect(result.ok ? undefined : result.refusals[0]?.message.da).toBe(
      'Omprioriteringen beder om 150,00 kr., men der kan højst tages 100,00 kr. fra puljebidraget fra aula.',
    );
  });
});

describe('laws of the accounts', () => {
  it('any sequence of reallocations, accepted or refused, keeps the total and leaves no account below zero', () => {
    fc.assert(
      fc.property(moveCommandsArb, (commands) => {
        fc.modelRun(() => ({ model: openedModel(), real: { accounts: opened() } }), commands);
      }),
    );
  });

  it('moves undone by their contrary moves in reverse order bring every øre back', () => {
    fc.assert(
      fc.property(movesArb, (moves) => {
        let accounts = opened();
        for (const next of moves) {
          const posted = postMove(accounts, next);
          if (posted.ok) accounts = posted.value;
        }
        for (const done of accounts.moves.toReversed()) {
          accounts = acceptedValue(postMove(accounts, contraryTo(done, 'Undone')));
        }
        expect(accounts.balances).toEqual(opened().balances);
      }),
    );
  });

  it('the total is what the pool opened with', () => {
    expect(kronerFromOre(sumOre(opened().balances.values()))).toBe('350.00');
  });
});
