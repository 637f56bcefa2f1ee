import { type Rate, rateText } from '../../money/rate.ts';
import type { Bilingual, Refusal } from '../../refusal.ts';
import type { BallotAction, BallotState } from './ballot-state.ts';

/** Why a ballot, or a paper in it, is refused; paths of papers lead into the paper. */
type Path = Refusal['path'];

export function otherForm(given: string, wanted: string): Refusal {
  return {
    code: 'paper_form_other',
    path: [given],
    message: {
      da: `Her stemmes ikke med "${given}", men med "${wanted}".`,
      en: `Votes are not given as "${given}" here, but as "${wanted}".`,
    },
    remedy: { da: `Skriv "${wanted}" i stedet.`, en: `Write "${wanted}" instead.` },
  };
}

export function notUpForVote(path: Path, initiative: string): Refusal {
  return {
    code: 'initiative_not_up_for_vote',
    path,
    message: {
      da: `Der stemmes ikke om initiativet "${initiative}".`,
      en: `The initiative "${initiative}" is not up for the vote.`,
    },
    remedy: {
      da: "Vælg blandt afstemningens initiativer; deres id'er står i afstemningen.",
      en: "Choose among the ballot's initiatives; the ballot lists their ids.",
    },
  };
}

export function givenTwice(path: Path, initiative: string): Refusal {
  return {
    code: 'duplicate_value',
    path,
    message: {
      da: `"${initiative}" står mere end én gang.`,
      en: `"${initiative}" occurs more than once.`,
    },
    remedy: { da: 'Nævn det kun én gang.', en: 'Name it only once.' },
  };
}

export function outsideScale(path: Path, most: Rate): Refusal {
  return {
    code: 'points_outside_scale',
    path,
    message: {
      da: `Der kan gives fra 0 til ${rateText(most)} point.`,
      en: `From 0 to ${rateText(most)} points can be given.`,
    },
    remedy: { da: 'Ret antallet af point.', en: 'Correct the points.' },
  };
}

const STATES: Record<BallotState, Bilingual> = {
  draft: { da: 'er ikke åbnet endnu', en: 'is not open yet' },
  open: { da: 'er åben', en: 'is open' },
  closed: { da: 'er afsluttet', en: 'is closed' },
};

export function notOpen(state: BallotState): Refusal {
  return {
    code: 'ballot_not_open',
    path: [],
    message: { da: `Afstemningen ${STATES[state].da}.`, en: `The ballot ${STATES[state].en}.` },
    remedy: {
      da: 'Der kan kun stemmes, mens afstemningen er åben.',
      en: 'Votes can only be cast while the ballot is open.',
    },
  };
}

export function notClosed(state: BallotState): Refusal {
  return {
    code: 'ballot_not_closed',
    path: [],
    message: { da: `Afstemningen ${STATES[state].da}.`, en: `The ballot ${STATES[state].en}.` },
    remedy: {
      da: 'Resultatet gøres op, når afstemningen er afsluttet.',
      en: 'The result is counted when the ballot is closed.',
    },
  };
}

export function ballotStateDoesNotAllow(state: BallotState, action: BallotAction): Refusal {
  return {
    code: 'ballot_state_does_not_allow',
    path: ['action'],
    message: {
      da: `Afstemningen ${STATES[state].da} og kan ikke ${action === 'open' ? 'åbnes' : 'afsluttes'}.`,
      en: `The ballot ${STATES[state].en} and cannot be ${action === 'open' ? 'opened' : 'closed'}.`,
    },
    remedy: {
      da: 'En kladde åbnes, og en åben afstemning afsluttes; det kan ikke gøres om.',
      en: 'A draft is opened and an open ballot is closed; neither can be undone.',
    },
  };
}

export function closingPassed(moment: string): Refusal {
  return {
    code: 'closing_passed',
    path: ['action'],
    message: {
      da: `Afstemningen skulle afsluttes ${moment}, og det tidspunkt er passeret.`,
      en: `The ballot was to close at ${moment}, and that has passed.`,
    },
    remedy: {
      da: 'Sæt "closesAt" til et senere tidspunkt, før afstemningen åbnes.',
      en: 'Set "closesAt" to a later moment before the ballot is opened.',
    },
  };
}
