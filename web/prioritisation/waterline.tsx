import { Picture } from '../chart/picture.tsx';
import { inBoth, say } from '../language/language.ts';
import { count, kroner, kronerInShort } from '../numbers/format.ts';
import { usePageState } from '../shell/location.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import type { Plan, PlanInitiative, PlanYear } from './plans.ts';

const words = inBoth(
  {
    title: (year: number) => `Vandlinjen i ${year}`,
    summary: (used: string, left: string) =>
      `Over linjen står det, der får penge eller venter på bestyrelsen (${used}); under linjen det, der ikke gør, og hvorfor. Der er ${left} tilbage i puljen. Klik på et initiativ for at se, hvad der skulle til for at få det med.`,
    line: 'Vandlinjen: det, der står herunder, får ingen penge i året',
    nothing: 'Ingen initiativer.',
    more: (initiatives: string) => `… og ${initiatives} mere, som står på siden.`,
  },
  {
    title: (year: number) => `The waterline in ${year}`,
    summary: (used: string, left: string) =>
      `Above the line stands what gets money or waits for the board (${used}); below it what does not, and why. ${left} is left of the pool. Click an initiative to see what it would take to get it in.`,
    line: 'The waterline: what stands below gets no money in the year',
    nothing: 'No initiatives.',
    more: (initiatives: string) => `… and ${initiatives} more, which stand on the page.`,
  },
);

/** A plan's initiatives in its own order, those with money above the line. */
export function Waterline({ plan, year }: { readonly plan: Plan; readonly year: PlanYear }) {
  const asked = plan.initiatives.flatMap((initiative) => {
    const ofYear = initiative.years.find((one) => one.year === year.year);
    return ofYear === undefined ? [] : [{ initiative, ofYear }];
  });
  const above = asked.filter(({ ofYear }) => hasMoney(ofYear));
  const below = asked.filter(({ ofYear }) => !hasMoney(ofYear));
  return (
    <Picture
      title={words().title(year.year)}
      summary={words().summary(kronerInShort(year.used), kronerInShort(year.left))}
    >
      {asked.length === 0 ? (
        <p>{words().nothing}</p>
      ) : (
        <div class="waterline">
          <Entries entries={above} />
          <p class="waterline-line">{words().line}</p>
          <Entries entries={below} />
        </div>
      )}
    </Picture>
  );
}

type InitiativeYear = PlanInitiative['years'][number];

interface Entry {
  readonly initiative: PlanInitiative;
  readonly ofYear: InitiativeYear;
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { withQuery } = usePageState();
  if (entries.length === 0) return null;
  return (
    <ol>
      {entries.map(({ initiative, ofYear }, place) => (
        <li key={initiative.initiative} class={place < PRINTED ? undefined : 'not-on-paper'}>
          <span>
            <a href={withQuery({ initiativ: initiative.initiative })}>{initiative.title}</a>
            {!hasMoney(ofYear) && <span class="hint not-on-paper">{say(ofYear.reason)}</span>}
          </span>{' '}
          <OutcomeMark outcome={ofYear.outcome} /> <span class="number">{kroner(amountOf(ofYear))}</span>
        </li>
      ))}
      {entries.length > PRINTED && (
        <li class="only-on-paper">{words().more(count(entries.length - PRINTED))}</li>
      )}
    </ol>
  );
}

/** So many on each side of the line stand on a paper of two pages. */
const PRINTED = 6;

/** What it gets, or waits to get; of what gets nothing, what it would have cost. */
function amountOf({ granted, proposed, cost }: InitiativeYear): string {
  if (granted !== NOTHING) return granted;
  return proposed === NOTHING ? cost : proposed;
}

function hasMoney({ granted, proposed }: InitiativeYear): boolean {
  return granted !== NOTHING || proposed !== NOTHING;
}

const NOTHING = '0.00';
