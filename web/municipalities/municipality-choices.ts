import type { AgreementView } from '../api/agreement.ts';
import { language } from '../language/language.ts';
import type { Choice } from '../parts/select-field.tsx';

/** By name, as one looks for a municipality; first what is shown while none is chosen. */
export function municipalityChoices(view: AgreementView, none: string): Choice[] {
  const known = view.document.municipalities
    .map(({ municipality }) => ({ value: municipality, label: view.municipalityName(municipality) }))
    .toSorted((first, second) => first.label.localeCompare(second.label, language.value));
  return [{ value: '', label: none }, ...known];
}
