import type { Refusal } from '../../src/refusal.ts';

/** Why a ballot, or somebody who wants to vote in it, is refused. */

export function populationOfMembers(): Refusal {
  return {
    code: 'weights_need_municipalities',
    path: ['weights'],
    message: {
      da: 'Medlemmer af et organ har ingen befolkning at veje med.',
      en: 'Members of a body have no population to weigh by.',
    },
    remedy: {
      da: 'Skriv "equal", eller lad kommunerne stemme.',
      en: 'Write "equal", or let the municipalities vote.',
    },
  };
}

export function givenTwiceInBallot(place: number, initiative: string): Refusal {
  return {
    code: 'duplicate_value',
    path: ['initiatives', place, 'id'],
    message: {
      da: `Initiativet "${initiative}" står mere end én gang.`,
      en: `The initiative "${initiative}" occurs more than once.`,
    },
    remedy: { da: 'Behold kun det ene.', en: 'Keep only one of them.' },
  };
}

export function notAVoter(voter: string): Refusal {
  return {
    code: 'not_a_voter',
    path: ['voter'],
    message: {
      da: `Du kan ikke stemme for "${voter}" i denne afstemning.`,
      en: `You cannot vote for "${voter}" in this ballot.`,
    },
    remedy: {
      da: 'Stem som medlem af det organ, eller for den kommune, som afstemningen gælder.',
      en: 'Vote as a member of the body, or for the municipality, that the ballot is for.',
    },
  };
}

/** Whoever has voted changes that vote, and says which one. */
export function paperCastAlready(): Refusal {
  return {
    code: 'paper_cast_already',
    path: [],
    message: {
      da: 'Der er stemt allerede. At ændre stemmesedlen kræver headeren If-Match.',
      en: 'The vote has been cast already. To change the paper, the header If-Match is needed.',
    },
    remedy: {
      da: 'Hent stemmesedlen, og send dens version i If-Match, for eksempel "1".',
      en: 'Fetch the paper, and send its version in If-Match, for example "1".',
    },
  };
}
