import type { Bilingual, Refusal } from '../refusal.ts';

/** What a text names: the line, recipient or part that is wrong, and what it says. */
interface Named {
  readonly name: string;
  readonly said?: string;
}

type Texts = (named: Named) => { readonly message: Bilingual; readonly remedy: Bilingual };

/** What can be wrong with a split plan, and how to mend it. */
const TEXTS = {
  municipality_unknown: ({ name }) => ({
    message: {
      da: `Aftalen har ingen kommune "${name}".`,
      en: `The agreement has no municipality "${name}".`,
    },
    remedy: { da: 'Ret kommunekoden.', en: 'Correct the municipality code.' },
  }),
  validity_reversed: ({ name, said }) => ({
    message: {
      da: `Planen gælder fra ${name}, men slutter allerede ${said}.`,
      en: `The plan holds from ${name}, but ends already on ${said}.`,
    },
    remedy: {
      da: 'Lad den sidste dag være den første eller senere, eller udelad den.',
      en: 'Let the last day be the first or later, or leave it out.',
    },
  }),
  plans_overlap: ({ name, said }) => ({
    message: {
      da: `Kommune ${name} har allerede en plan, der gælder ${said}.`,
      en: `Municipality ${name} already has a plan that holds on ${said}.`,
    },
    remedy: {
      da: 'Lad den ene plan slutte dagen før den anden begynder.',
      en: 'Let one plan end the day before the other begins.',
    },
  }),
  recipient_repeated: ({ name }) => ({
    message: {
      da: `Modtageren "${name}" er beskrevet mere end én gang.`,
      en: `The recipient "${name}" is described more than once.`,
    },
    remedy: { da: 'Giv hver modtager sit eget navn.', en: 'Give each recipient a name of its own.' },
  }),
  recipient_unknown: ({ name, said }) => ({
    message: {
      da: `${name} går til modtageren "${said}", som planen ikke beskriver.`,
      en: `${name} goes to the recipient "${said}", which the plan does not describe.`,
    },
    remedy: {
      da: 'Ret navnet, eller beskriv modtageren.',
      en: 'Correct the name, or describe the recipient.',
    },
  }),
  recipient_unused: ({ name }) => ({
    message: {
      da: `Modtageren "${name}" får ingen linjer.`,
      en: `The recipient "${name}" gets no lines.`,
    },
    remedy: {
      da: 'Lad en linje gå til modtageren, eller slet den.',
      en: 'Let a line go to the recipient, or delete it.',
    },
  }),
  solution_unknown: ({ name, said }) => ({
    message: {
      da: `Linjen ${name}: aftalen har ingen løsning "${said}".`,
      en: `The line ${name}: the agreement has no solution "${said}".`,
    },
    remedy: { da: 'Ret stavningen.', en: 'Correct the spelling.' },
  }),
  component_unknown: ({ name, said }) => ({
    message: {
      da: `Linjen ${name}: løsningen har ingen budgetkomponent "${said}".`,
      en: `The line ${name}: the solution has no budget component "${said}".`,
    },
    remedy: {
      da: 'Ret stavningen, eller udelad komponenten, så linjen dækker hele løsningen.',
      en: 'Correct the spelling, or leave the component out, so that the line covers the whole solution.',
    },
  }),
  line_repeated: ({ name }) => ({
    message: {
      da: `Linjen ${name} står der mere end én gang og ville blive betalt dobbelt.`,
      en: `The line ${name} is there more than once and would be paid twice.`,
    },
    remedy: { da: 'Slet den ene af dem.', en: 'Delete one of them.' },
  }),
  line_covers_nothing: ({ name }) => ({
    message: {
      da: `Linjen ${name} dækker ingenting: alle løsningens komponenter har deres egen linje.`,
      en: `The line ${name} covers nothing: every component of the solution has a line of its own.`,
    },
    remedy: {
      da: 'Slet linjen, eller slet en komponents linje.',
      en: "Delete it, or delete a component's line.",
    },
  }),
  part_repeated: ({ name }) => ({
    message: {
      da: `Delen ${name} står der mere end én gang.`,
      en: `The part ${name} is there more than once.`,
    },
    remedy: { da: 'Giv hver del sit eget navn.', en: 'Give each part a name of its own.' },
  }),
  share_not_positive: ({ name, said }) => ({
    message: {
      da: `Delen ${name} har andelen ${said}, men en andel er større end 0.`,
      en: `The part ${name} has the share ${said}, but a share is above 0.`,
    },
    remedy: { da: 'Ret andelen, eller slet delen.', en: 'Correct the share, or delete the part.' },
  }),
  shares_leave_rest: ({ name, said }) => ({
    message: {
      da: `Delene af ${name} er tilsammen ${said}, så resten ville ingen betale.`,
      en: `The parts of ${name} make ${said} together, so nobody would pay the rest.`,
    },
    remedy: { da: 'Lad andelene være præcis 1 tilsammen.', en: 'Let the shares add up to exactly 1.' },
  }),
  shares_exceed_whole: ({ name, said }) => ({
    message: {
      da: `Delene af ${name} er tilsammen ${said}, så noget ville blive betalt dobbelt.`,
      en: `The parts of ${name} make ${said} together, so something would be paid twice.`,
    },
    remedy: { da: 'Lad andelene være præcis 1 tilsammen.', en: 'Let the shares add up to exactly 1.' },
  }),
} satisfies Record<string, Texts>;

export function planRefusal(code: keyof typeof TEXTS, path: Refusal['path'], named: Named): Refusal {
  return { code, path, ...TEXTS[code](named) };
}
