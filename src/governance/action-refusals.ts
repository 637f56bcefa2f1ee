import { type Bilingual, type Result, refused } from '../refusal.ts';
import type { Act, ProposalOnItsWay } from './act.ts';

type Texts = (
  proposal: ProposalOnItsWay,
  act: Act,
) => { readonly message: Bilingual; readonly remedy: Bilingual };

/** Why an act on a proposal is refused, and what to do instead. */
const TEXTS = {
  state_does_not_allow: ({ state }, { action }) => ({
    message: {
      da: `Et forslag i tilstanden "${state}" kan ikke behandles med "${action}".`,
      en: `A proposal in the state "${state}" cannot take the action "${action}".`,
    },
    remedy: {
      da: 'Se forslagets tilstand og hvad den tillader.',
      en: "See the proposal's state and what it allows.",
    },
  }),
  crossing_needs_executive: () => ({
    message: {
      da: 'Forslaget går på tværs af forvaltningsområder og skal prioriteres af direktionen, før bestyrelsen beslutter.',
      en: 'The proposal crosses management areas, so the executive management prioritises it before the board decides.',
    },
    remedy: {
      da: 'Lad direktionen prioritere forslaget først.',
      en: 'Have the executive management prioritise it first.',
    },
  }),
  not_crossing_areas: () => ({
    message: {
      da: 'Forslaget holder sig inden for ét område og går direkte fra porteføljerådet til bestyrelsen.',
      en: 'The proposal stays within one area and goes straight from the portfolio council to the board.',
    },
    remedy: { da: 'Lad bestyrelsen beslutte.', en: 'Let the board decide.' },
  }),
  not_author: () => ({
    message: {
      da: 'Kun den, der har oprettet forslaget, kan gøre dette.',
      en: 'Only the author of the proposal can do this.',
    },
    remedy: { da: 'Bed forfatteren om at gøre det.', en: 'Ask the author to do it.' },
  }),
  body_lacks_mandate: (_, { action }) => ({
    message: {
      da: `Organet har ikke mandat til "${action}".`,
      en: `The body has no mandate for "${action}".`,
    },
    remedy: {
      da: 'Porteføljeråd indstiller, direktionen prioriterer på tværs, og bestyrelsen beslutter.',
      en: 'Portfolio councils recommend, the executive management prioritises across areas, and the board decides.',
    },
  }),
  outside_area: ({ leadArea }) => ({
    message: {
      da: `Forslaget hører til området "${leadArea}", som rådet ikke dækker.`,
      en: `The proposal belongs to the area "${leadArea}", which the council does not cover.`,
    },
    remedy: {
      da: 'Lad områdets eget porteføljeråd behandle det.',
      en: "Let the area's own portfolio council take it.",
    },
  }),
  votes_exceed_seats: (_, { seats }) => ({
    message: {
      da: `Der er afgivet flere stemmer, end organet har (${seats}).`,
      en: `More votes were cast than the body has (${seats}).`,
    },
    remedy: {
      da: 'Ret stemmetallene, eller ret først, hvem der sidder i organet.',
      en: 'Correct the votes, or first correct who sits in the body.',
    },
  }),
  majority_missing: (_, { votes }) => ({
    message: {
      da: `Der er ikke flertal: ${votes?.for} for og ${votes?.against} imod.`,
      en: `There is no majority: ${votes?.for} for and ${votes?.against} against.`,
    },
    remedy: { da: 'Send forslaget tilbage, eller stem igen.', en: 'Return the proposal, or vote again.' },
  }),
} satisfies Record<string, Texts>;

/** The refusal of an act, with its texts. */
export function actionRefused(code: keyof typeof TEXTS, proposal: ProposalOnItsWay, act: Act): Result<never> {
  return refused({ code, path: ['action'], ...TEXTS[code](proposal, act) });
}
