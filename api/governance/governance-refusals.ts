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

/** What is to take the place of a decision is not a later decision that stands. */
export function laterDecisionUnknown(id: string): Refusal {
  return {
    code: 'later_decision_unknown',
    path: ['supersededBy'],
    message: {
      da: `"${id}" er ikke en senere beslutning, der gælder.`,
      en: `"${id}" is not a later decision that stands.`,
    },
    remedy: {
      da: 'Angiv en beslutning, der er truffet senere og godkendt, eller udelad feltet.',
      en: 'Name a decision that was taken later and approved, or leave the field out.',
    },
  };
}

/** The board can change how much the proposal's own initiatives get, not give to others. */
export function initiativeNotProposed(initiative: string, place: number): Refusal {
  return {
    code: 'initiative_not_proposed',
    path: ['moves', place, 'to', 'initiative'],
    message: {
      da: `Initiativet "${initiative}" er ikke en del af forslaget.`,
      en: `The initiative "${initiative}" is not part of the proposal.`,
    },
    remedy: {
      da: 'Flyt kun midler til forslagets egne initiativer eller til en løsnings forretningsmæssige vedligehold.',
      en: "Move money only to the proposal's own initiatives, or to the business maintenance of a solution.",
    },
  };
}
