import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { nameOfPlan } from './plan-name.ts';
import type { KeptProposal, PlanComparison } from './plans.ts';

type Pair = PlanComparison['pairs'][number];

const words = inBoth(
  {
    title: 'To og to',
    better: (better: string, other: string) =>
      `»${better}« er ingen steder ringere og et sted bedre end »${other}«, målt på penge og alle kriterier.`,
    none: 'Intet forslag og ingen metode er bedre end et andet på alle kriterier.',
    pair: (first: string, second: string) => `${first} – ${second}`,
    both: (count: number, amount: string) =>
      count === 0
        ? 'De har ingen initiativer tilfælles.'
        : `De har ${count} initiativer tilfælles, som begge giver ${amount}.`,
    dominance: {
      first: (name: string) =>
        `»${name}« er ingen steder ringere og et sted bedre, målt på penge og alle kriterier.`,
      second: (name: string) =>
        `»${name}« er ingen steder ringere og et sted bedre, målt på penge og alle kriterier.`,
      equal: () => 'De er lige gode på alle kriterier og koster det samme.',
      neither: () => 'Ingen af dem er bedre end den anden på alle kriterier.',
    },
    claims: (year: number, solution: string, excess: string) =>
      `${year}: Begge vil bruge bidraget fra ${solution}; tilsammen mangler der ${excess}.`,
    excluding: (first: string, second: string) => `»${first}« og »${second}« udelukker hinanden.`,
  },
  {
    title: 'Two by two',
    better: (better: string, other: string) =>
      `“${better}” is nowhere worse and somewhere better than “${other}”, by money and by every criterion.`,
    none: 'No proposal or method is better than another by every criterion.',
    pair: (first: string, second: string) => `${first} – ${second}`,
    both: (count: number, amount: string) =>
      count === 0
        ? 'They have no initiatives in common.'
        : `They have ${count} initiatives in common, to which both give ${amount}.`,
    dominance: {
      first: (name: string) =>
        `“${name}” is nowhere worse and somewhere better, by money and by every criterion.`,
      second: (name: string) =>
        `“${name}” is nowhere worse and somewhere better, by money and by every criterion.`,
      equal: () => 'They are equally good by every criterion and cost the same.',
      neither: () => 'Neither is better than the other by every criterion.',
    },
    claims: (year: number, solution: string, excess: string) =>
      `${year}: Both want the contribution of ${solution}; together they lack ${excess}.`,
    excluding: (first: string, second: string) => `“${first}” and “${second}” exclude each other.`,
  },
);

/** Where two plans agree, where they want the same money, and whether one is better throughout. */
export function PlanPairs({
  view,
  answer,
  proposals,
}: {
  readonly view: AgreementView;
  readonly answer: PlanComparison;
  readonly proposals: readonly KeptProposal[];
}) {
  if (answer.pairs.length === 0) return null;
  const titles = new Map(
    answer.plans.flatMap(({ initiatives }) =>
      initiatives.map(({ initiative, title }) => [initiative, title]),
    ),
  );
  const named = (plan: string) => nameOfPlan(plan, proposals);
  const decided = answer.pairs.flatMap(betterFirst);
  return (
    <section>
      <h2>{words().title}</h2>
      <ul class="only-on-paper">
        {decided.map(([better, other]) => (
          <li key={`${better} ${other}`}>{words().better(named(better), named(other))}</li>
        ))}
        {decided.length === 0 && <li>{words().none}</li>}
      </ul>
      {answer.pairs.map((pair) => (
        <details key={`${pair.first} ${pair.second}`} class="plan-pair not-on-paper">
          <summary>{words().pair(named(pair.first), named(pair.second))}</summary>
          <ul>
            {sentencesOf(pair, { view, named, titled: (id) => titles.get(id) ?? id }).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** The pair in order, where one of it is better throughout. */
function betterFirst({ first, second, dominance }: Pair): readonly (readonly [string, string])[] {
  if (dominance === 'first') return [[first, second]];
  return dominance === 'second' ? [[second, first]] : [];
}

function sentencesOf(
  { first, second, both, sharedAmount, dominance, claims, excluding }: Pair,
  {
    view,
    named,
    titled,
  }: { view: AgreementView; named: (plan: string) => string; titled: (initiative: string) => string },
): string[] {
  const better = dominance === 'second' ? second : first;
  return [
    words().both(both.length, kroner(sharedAmount)),
    words().dominance[dominance](named(better)),
    ...claims.map(({ year, solution, excess }) =>
      words().claims(year, view.solutionName(solution), kroner(excess)),
    ),
    ...excluding.map((pair) => words().excluding(titled(pair.first), titled(pair.second))),
  ];
}
