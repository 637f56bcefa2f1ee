import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Bilingual, collect, type Result, refused } from '../refusal.ts';

type Named = 'solution' | 'component' | 'municipality' | 'criterion';

const NOUNS: Record<Named, Bilingual> = {
  solution: { da: 'ingen løsning', en: 'no solution' },
  component: { da: 'ingen budgetkomponent', en: 'no budget component' },
  municipality: { da: 'ingen kommune', en: 'no municipality' },
  criterion: { da: 'intet kriterium', en: 'no criterion' },
};

/** Refuses (`solution_unknown`, `component_unknown`, `municipality_unknown`, `criterion_unknown`) an id that the agreement does not have. */
export function requireKnown(
  agreement: Agreement,
  named: Named,
  id: string,
  path: readonly (string | number)[] = [named],
): Result<string> {
  const known = idsOf(agreement, named);
  if (known.includes(id)) return accepted(id);
  const hint = known.length > 30 ? `${known.slice(0, 3).join(', ')} …` : known.join(', ');
  return refused({
    code: `${named}_unknown`,
    path,
    message: {
      da: `Aftalen har ${NOUNS[named].da} "${id}".`,
      en: `The agreement has ${NOUNS[named].en} "${id}".`,
    },
    remedy: { da: `Brug et af: ${hint}`, en: `Use one of: ${hint}` },
  });
}

/** The same for every id of a list; an absent list names all and is fine. */
export function requireAllKnown(
  agreement: Agreement,
  named: Named,
  ids: readonly string[] | undefined,
  field: string,
): Result<string[]> {
  return collect((ids ?? []).map((id, place) => requireKnown(agreement, named, id, [field, place])));
}

function idsOf(agreement: Agreement, named: Named): string[] {
  if (named === 'solution') return agreement.solutions.map(({ solution }) => solution);
  if (named === 'component') return agreement.components.map(({ component }) => component);
  if (named === 'criterion') return agreement.criteria.map(({ criterion }) => criterion);
  return agreement.municipalities.map(({ municipality }) => municipality);
}
