import { accountName } from '../../src/prioritisation/account.ts';
import type { Outcome } from '../../src/prioritisation/outcome.ts';
import type { Refusal } from '../../src/refusal.ts';

/** An approval as it stands cannot be carried out: the pool, as it is now, or a rule is in the way. */
export function notCarriedOut({ recipient, outcome, reason }: Outcome): Refusal {
  const name = accountName(recipient);
  return {
    code: 'approval_not_carried_out',
    path: ['action'],
    message: {
      da: `${name.da} kan ikke få det, der er foreslået (${outcome}): ${reason.message.da}`,
      en: `${name.en} cannot get what is proposed (${outcome}): ${reason.message.en}`,
    },
    remedy: {
      da: 'Godkend med ændringer, eller send forslaget tilbage.',
      en: 'Approve with changes, or return the proposal.',
    },
  };
}
