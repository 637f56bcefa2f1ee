import type { AgreementView } from '../api/agreement.ts';
import type { CompareAnswer } from '../api/compare.ts';
import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import { count, kroner } from '../numbers/format.ts';

const words = inBoth(
  {
    title: 'I ord',
    dominates: (one: string, other: string, municipalities: string) =>
      `»${one}« er ikke dyrere for nogen kommune i noget år end »${other}«, og billigere i ${municipalities} tilfælde, når man kun ser på betalingen.`,
    noDominance:
      'Blandt scenarier med de samme kommuner er intet billigere for nogen uden at være dyrere for andre.',
    more: (sentences: string) => `Siden har ${sentences} sætninger mere af den slags.`,
    noRegret: (scenario: string) =>
      `Ingen kommune betaler mere under »${scenario}« end under det billigste af dem.`,
    regret: (scenario: string, sum: string, who: string, year: number, most: string) =>
      `Under »${scenario}« betaler kommunerne i alt ${sum} mere, end hvis hver havde fået det scenarie, der var billigst for den. Mest fortryder ${who}: ${most} i ${year}.`,
  },
  {
    title: 'In words',
    dominates: (one: string, other: string, municipalities: string) =>
      `“${one}” is dearer for no municipality in any year than “${other}”, and cheaper in ${municipalities} cases, going by what is paid alone.`,
    noDominance:
      'Among scenarios with the same municipalities, none is cheaper for some without being dearer for others.',
    more: (sentences: string) => `The page has ${sentences} more sentences of this kind.`,
    noRegret: (scenario: string) =>
      `No municipality pays more under “${scenario}” than under the cheapest of them.`,
    regret: (scenario: string, sum: string, who: string, year: number, most: string) =>
      `Under “${scenario}” the municipalities pay ${sum} more in all than if each had got the scenario that was cheapest for it. ${who} has the most to regret: ${most} in ${year}.`,
  },
);

/** So many sentences of dominance stand on a paper of two pages; six scenarios can have thirty. */
const PRINTED = 4;

/** Dominance and regret, said instead of tabulated. */
export function InWords({
  view,
  answer: { dominance, regret },
  titleOf,
}: {
  readonly view: AgreementView;
  readonly answer: CompareAnswer;
  readonly titleOf: (id: string) => string;
}) {
  const say = words();
  return (
    <section class="in-words">
      <h2>{say.title}</h2>
      <ul>
        {dominance.map(({ dominating, dominated, cheaperFor }, place) => (
          <li key={`${dominating}/${dominated}`} class={place < PRINTED ? undefined : 'not-on-paper'}>
            {say.dominates(titleOf(dominating), titleOf(dominated), count(cheaperFor))}
          </li>
        ))}
        {dominance.length > PRINTED && (
          <li class="only-on-paper">{say.more(count(dominance.length - PRINTED))}</li>
        )}
        {dominance.length === 0 && <li>{say.noDominance}</li>}
        {regret.map(({ scenario, sum, largest }) => (
          <li key={scenario}>
            {largest === undefined || signOf(sum) === 0
              ? say.noRegret(titleOf(scenario))
              : say.regret(
                  titleOf(scenario),
                  kroner(sum),
                  view.municipalityName(largest.municipality),
                  largest.year,
                  kroner(largest.regret),
                )}
          </li>
        ))}
      </ul>
    </section>
  );
}
