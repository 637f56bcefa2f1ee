import type { Bilingual, Refusal } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import type { AllocationKeyDocument } from '../schema/allocation-key.ts';

/** Ids that are named in one part of the document and must be described in another. */
export function checkReferences(document: AgreementDocument): Refusal[] {
  const areas = new Set(document.areas.map(({ area }) => area));
  const components = new Set(document.components.map(({ component }) => component));
  const solutions = new Set(document.solutions.map(({ solution }) => solution));
  const municipalities = new Set(document.municipalities.map(({ municipality }) => municipality));
  const inSolution = (solution: AgreementDocument['solutions'][number], place: number): Mention[] => {
    const path = ['solutions', place];
    return [
      { kind: 'area', known: areas, id: solution.area, path: [...path, 'area'] },
      ...solution.basePrices.map(
        ({ component: id }, cell): Mention => ({
          kind: 'component',
          known: components,
          id,
          path: [...path, 'basePrices', cell, 'component'],
        }),
      ),
      ...mentions('municipality', municipalities, solution.participants, [...path, 'participants']),
      ...weightedCodes(solution.key, [...path, 'key']).map(
        ([id, codePath]): Mention => ({ kind: 'municipality', known: municipalities, id, path: codePath }),
      ),
    ];
  };
  return [
    ...document.solutions.flatMap(inSolution),
    ...document.bodies.flatMap((body, place) =>
      mentions('area', areas, body.areas, ['bodies', place, 'areas']),
    ),
    ...document.efficiency.flatMap((measure, place) => [
      ...mentions('solution', solutions, measure.solutions, ['efficiency', place, 'solutions']),
      ...mentions('component', components, measure.components, ['efficiency', place, 'components']),
    ]),
  ]
    .filter(isUnknown)
    .map(unknownId);
}

type Path = Refusal['path'];
type Kind = keyof typeof NOUNS;

/** A place in the document that names something which must be described elsewhere in it. */
export interface Mention {
  readonly kind: Kind;
  readonly known: ReadonlySet<string>;
  readonly id: string;
  readonly path: Path;
}

export function mentions(
  kind: Kind,
  known: ReadonlySet<string>,
  ids: readonly string[] = [],
  path: Path,
): Mention[] {
  return ids.map((id, place) => ({ kind, known, id, path: [...path, place] }));
}

export function weightedCodes(key: AllocationKeyDocument, path: Path): [code: string, path: Path][] {
  if (key.kind === 'weights')
    return Object.keys(key.weights).map((code) => [code, [...path, 'weights', code]]);
  if (key.kind !== 'mix') return [];
  return key.parts.flatMap((part, place) => weightedCodes(part.key, [...path, 'parts', place, 'key']));
}

export function isUnknown({ known, id }: Mention): boolean {
  return !known.has(id);
}

const NOUNS = {
  area: { da: 'Forvaltningsområdet', en: 'The management area', list: 'areas' },
  component: { da: 'Budgetkomponenten', en: 'The component', list: 'components' },
  solution: { da: 'Løsningen', en: 'The solution', list: 'solutions' },
  municipality: { da: 'Kommunen', en: 'The municipality', list: 'municipalities' },
  body: { da: 'Organet', en: 'The body', list: 'bodies' },
  criterion: { da: 'Kriteriet', en: 'The criterion', list: 'criteria' },
  initiative: {
    da: 'Initiativet',
    en: 'The initiative',
    list: 'initiatives',
    home: { da: 'porteføljen', en: 'the portfolio' },
  },
} as const satisfies Record<string, Noun>;

interface Noun extends Bilingual {
  readonly list: string;
  /** Where it has to be described; the agreement where this is absent. */
  readonly home?: Bilingual;
}

const AGREEMENT: Bilingual = { da: 'aftalen', en: 'the agreement' };

export function unknownId({ kind, id, path }: Mention): Refusal {
  const { da, en, list, home = AGREEMENT }: Noun = NOUNS[kind];
  return {
    code: `unknown_${kind}`,
    path,
    message: {
      da: `${da} "${id}" findes ikke i ${home.da}.`,
      en: `${en} "${id}" is not in ${home.en}.`,
    },
    remedy: {
      da: `Ret stavningen, eller beskriv "${id}" i listen "${list}".`,
      en: `Correct the spelling, or describe "${id}" in the list "${list}".`,
    },
  };
}
