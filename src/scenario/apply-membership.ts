import type { Agreement, MembershipPeriod } from '../agreement/agreement.ts';
import { closeAfter, openFrom } from '../agreement/period.ts';
import { WHOLE } from '../money/rate.ts';
import { accepted, type Result, refused } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireKnown } from './unknown-id.ts';

type Withdraw = Extract<Change, { type: 'withdraw' }>;
type Enter = Extract<Change, { type: 'enter' }>;

/**
 * The municipality's last stay that began by then ends with the year, whatever end it had, and leaves the
 * fixed share to the others (*udtræden*). Refused (`not_a_member`) when it had not yet entered.
 */
export function withdraw(agreement: Agreement, change: Withdraw): Result<Agreement> {
  const { municipality, lastYear, fixedShare } = change;
  return changeMembership(agreement, municipality, (stays) => {
    const ended = closeAfter(stays, lastYear, (stay) => ({ ...stay, lastYear, fixedShare }));
    return ended.length === 0 ? notAMember(municipality, lastYear) : accepted(ended);
  });
}

/** The municipality is a member from the year on; coming back the year after it left undoes the leaving. */
export function enter(agreement: Agreement, { municipality, firstYear }: Enter): Result<Agreement> {
  return changeMembership(agreement, municipality, (stays) =>
    accepted(openFrom(stays, firstYear, { firstYear, fixedShare: WHOLE })),
  );
}

function changeMembership(
  agreement: Agreement,
  code: string,
  change: (stays: readonly MembershipPeriod[]) => Result<MembershipPeriod[]>,
): Result<Agreement> {
  const known = requireKnown(agreement, 'municipality', code);
  if (!known.ok) return known;
  const stays = agreement.municipalities.find(({ municipality }) => municipality === code)?.membership ?? [];
  const membership = change(stays);
  if (!membership.ok) return membership;
  const municipalities = agreement.municipalities.map((municipality) =>
    municipality.municipality === code ? { ...municipality, membership: membership.value } : municipality,
  );
  return accepted({ ...agreement, municipalities });
}

function notAMember(municipality: string, year: number): Result<never> {
  return refused({
    code: 'not_a_member',
    path: ['lastYear'],
    message: {
      da: `Kommune ${municipality} er ikke trådt ind i aftalen i ${year} og kan derfor ikke træde ud.`,
      en: `Municipality ${municipality} has not entered the agreement by ${year} and so cannot withdraw.`,
    },
    remedy: { da: 'Vælg et senere sidste år.', en: 'Choose a later last year.' },
  });
}
