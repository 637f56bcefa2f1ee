import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import { addOre, negateOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { accepted, type Bilingual, type Refusal, type Result, refused } from '../refusal.ts';
import { type Account, accountKey, accountName, type Recipient } from './account.ts';
import type { Move } from './move.ts';
import type { OpeningPool } from './opening-pool.ts';

/**
 * The pool's accounts in one year, never changed: posting a move gives new ones.
 *
 * What always holds: the balances sum to the opening pool, none is below zero, and no pool contribution holds
 * more than it opened with. Model, sections 5 and 8 (law 4).
 */
export interface PoolAccounts {
  readonly year: number;
  /** By `accountKey`, pool contributions in catalogue order first. */
  readonly balances: ReadonlyMap<string, Ore>;
  /** Every move posted so far, oldest first. */
  readonly moves: readonly Move[];
}

/** Opens one account for each pool contribution with what it holds, and one for each recipient with nothing. */
export function openAccounts(opening: OpeningPool, recipients: readonly Recipient[]): PoolAccounts {
  const contributions = opening.contributions.map(
    ({ solution, opening: amount }) => [accountKey({ kind: 'pool', solution }), amount] as const,
  );
  const empty = recipients.map((recipient) => [accountKey(recipient), ZERO_ORE] as const);
  return { year: opening.year, balances: new Map([...contributions, ...empty]), moves: [] };
}

export function balanceOf(accounts: PoolAccounts, account: Account): Ore {
  return accounts.balances.get(accountKey(account)) ?? ZERO_ORE;
}

/** What an account has received from another, less what it has given back to it. */
function receivedFrom(accounts: PoolAccounts, recipient: Account, giver: Account): Ore {
  const [to, from] = [accountKey(recipient), accountKey(giver)];
  return sumOre(
    accounts.moves.map((move) => {
      const [source, target] = [accountKey(move.from), accountKey(move.to)];
      if (source === from && target === to) return move.amount;
      return source === to && target === from ? negateOre(move.amount) : ZERO_ORE;
    }),
  );
}

/**
 * Posts a move: debits the one account and credits the other. Refused, in this order, with
 * `amount_must_be_positive`, `accounts_must_be_different`, `move_of_another_year`, `account_unknown`,
 * `one_account_must_be_a_pool_contribution`, `exceeds_prioritisation_pool`, `exceeds_what_was_received`.
 *
 * Money leaves a pool contribution for an initiative or for business maintenance, and returns only to the
 * contribution it came from, so no series of moves takes money from one contribution to another.
 */
export function postMove(accounts: PoolAccounts, move: Move): Result<PoolAccounts> {
  const refusal = moveRefusal(accounts, move);
  if (refusal !== undefined) return refused(refusal);
  const balances = new Map(accounts.balances);
  balances.set(accountKey(move.from), subtractOre(balanceOf(accounts, move.from), move.amount));
  balances.set(accountKey(move.to), addOre(balanceOf(accounts, move.to), move.amount));
  return accepted({ ...accounts, balances, moves: [...accounts.moves, move] });
}

function moveRefusal(accounts: PoolAccounts, { year, from, to, amount }: Move): Refusal | undefined {
  if (amount <= 0n) return AMOUNT_MUST_BE_POSITIVE;
  if (accountKey(from) === accountKey(to)) return ACCOUNTS_MUST_BE_DIFFERENT;
  if (year !== accounts.year) return moveOfAnotherYear(year, accounts.year);
  if (!accounts.balances.has(accountKey(from))) return accountUnknown('from', from, year);
  if (!accounts.balances.has(accountKey(to))) return accountUnknown('to', to, year);
  if ((from.kind === 'pool') === (to.kind === 'pool')) return ONE_ACCOUNT_MUST_BE_A_POOL_CONTRIBUTION;
  if (from.kind === 'pool') {
    const left = balanceOf(accounts, from);
    return amount > left
      ? exceeds('exceeds_prioritisation_pool', accountName(from), left, amount)
      : undefined;
  }
  const received = receivedFrom(accounts, from, to);
  return amount > received
    ? exceeds('exceeds_what_was_received', accountName(from), received, amount)
    : undefined;
}

const AMOUNT_MUST_BE_POSITIVE: Refusal = {
  code: 'amount_must_be_positive',
  path: ['amount'],
  message: {
    da: 'En omprioritering skal være på mere end 0,00 kr.',
    en: 'A move must be of more than DKK 0.00.',
  },
  remedy: {
    da: 'Skriv et beløb over nul. Penge føres tilbage med en modsat omprioritering.',
    en: 'Write an amount above zero. Money is returned by a contrary move.',
  },
};

const ACCOUNTS_MUST_BE_DIFFERENT: Refusal = {
  code: 'accounts_must_be_different',
  path: ['to'],
  message: {
    da: 'Omprioriteringen går fra en konto til den samme konto.',
    en: 'The move goes from an account to the same account.',
  },
  remedy: { da: 'Vælg en anden modtager.', en: 'Choose another recipient.' },
};

const ONE_ACCOUNT_MUST_BE_A_POOL_CONTRIBUTION: Refusal = {
  code: 'one_account_must_be_a_pool_contribution',
  path: ['to'],
  message: {
    da: 'Penge kan kun gå fra et puljebidrag til et initiativ eller forretningsmæssigt vedligehold, eller den modsatte vej.',
    en: 'Money can only go from a pool contribution to an initiative or business maintenance, or the other way.',
  },
  remedy: {
    da: 'Før pengene tilbage til deres puljebidrag først, og derfra til den nye modtager.',
    en: 'Return the money to its pool contribution first, and from there to the new recipient.',
  },
};

function moveOfAnotherYear(year: number, accountYear: number): Refusal {
  return {
    code: 'move_of_another_year',
    path: ['year'],
    message: {
      da: `Omprioriteringen gælder ${year}, men kontiene er for ${accountYear}.`,
      en: `The move is of ${year}, but the accounts are those of ${accountYear}.`,
    },
    remedy: { da: `Brug kontiene for ${year}.`, en: `Use the accounts of ${year}.` },
  };
}

function accountUnknown(field: 'from' | 'to', account: Account, year: number): Refusal {
  const name = accountName(account);
  return {
    code: 'account_unknown',
    path: [field],
    message: {
      da: `Der er ingen konto for ${name.da} i ${year}.`,
      en: `There is no account for ${name.en} in ${year}.`,
    },
    remedy: {
      da: 'Vælg en løsning, der er i aftalen det år, eller et initiativ fra forslaget.',
      en: 'Choose a solution that is in the agreement that year, or an initiative of the proposal.',
    },
  };
}

function exceeds(code: string, account: Bilingual, available: Ore, asked: Ore): Refusal {
  return {
    code,
    path: ['amount'],
    message: {
      da: `Omprioriteringen beder om ${danishKroner(asked)}, men der kan højst tages ${danishKroner(available)} fra ${account.da}.`,
      en: `The move asks for ${englishKroner(asked)}, but at most ${englishKroner(available)} can be taken from ${account.en}.`,
    },
    remedy: {
      da: 'Sænk beløbet, eller tag pengene et andet sted fra.',
      en: 'Lower the amount, or take the money from elsewhere.',
    },
  };
}
