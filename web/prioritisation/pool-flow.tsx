import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { AgreementView } from '../api/agreement.ts';
import { Picture } from '../chart/picture.tsx';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { kronerInShort } from '../numbers/format.ts';
import { Scrolling } from '../parts/scrolling.tsx';
import { DataTable } from '../table/data-table.tsx';
import type { Plan, PlanYear } from './plans.ts';

const words = inBoth(
  {
    title: (year: number) => `Fra løsningernes bidrag gennem puljen til initiativerne i ${year}`,
    summary:
      'Til venstre står det, der kommer ind i puljen, til højre det, der går ud af den, og det, der er tilbage.',
    figures: 'Tallene står i tabellen nedenfor.',
    carriedOver: 'Overført fra året før',
    committed: 'Bundet af tidligere beslutninger',
    referred: (title: string) => `${title} (til bestyrelsen)`,
    left: 'Ikke brugt',
    table: 'Puljens veje',
    what: 'Hvad',
    in: 'Ind, kr.',
    out: 'Ud, kr.',
  },
  {
    title: (year: number) =>
      `From the solutions' contributions through the pool to the initiatives in ${year}`,
    summary:
      'On the left stands what comes into the pool, on the right what goes out of it and what is left.',
    figures: 'The figures stand in the table below.',
    carriedOver: 'Carried over from the year before',
    committed: 'Bound by earlier decisions',
    referred: (title: string) => `${title} (to the board)`,
    left: 'Not used',
    table: 'Ways of the pool',
    what: 'What',
    in: 'In, DKK',
    out: 'Out, DKK',
  },
);

/** The size of the picture in its own units. */
const WIDTH = 1120;
const LABEL = 300;
const ROW = 30;

/** One end of a flow: a solution that contributes, or an initiative that gets. */
interface End {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
}

/** The way of the money in one year of a plan. Only the thickness of the bands is computed here. */
export function PoolFlow({
  view,
  plan,
  year,
}: {
  readonly view: AgreementView;
  readonly plan: Plan;
  readonly year: PlanYear;
}) {
  const sources = sourcesOf(view, year);
  const targets = targetsOf(plan, year);
  return (
    <Picture
      title={words().title(year.year)}
      summary={
        <>
          {words().summary} <span class="not-on-paper">{words().figures}</span>
        </>
      }
    >
      <Scrolling label={words().title(year.year)}>
        <Flow sources={sources} targets={targets} />
      </Scrolling>
      <div class="not-on-paper">
        <FlowTable sources={sources} targets={targets} />
      </div>
    </Picture>
  );
}

/** contributed + carriedOver: what the pool of the year is made of. */
function sourcesOf(view: AgreementView, { solutions, carriedOver }: PlanYear): End[] {
  const contributions = solutions.map(({ solution, contributed }) => ({
    id: `from/${solution}`,
    name: view.solutionName(solution),
    amount: contributed,
  }));
  return [...contributions, { id: 'from/', name: words().carriedOver, amount: carriedOver }].filter(isMoney);
}

/** committed + used + left: where it goes. */
function targetsOf({ initiatives }: Plan, { year, committed, left }: PlanYear): End[] {
  const used = initiatives.flatMap(({ initiative, title, years }): End[] => {
    const ofYear = years.find((one) => one.year === year);
    if (ofYear === undefined) return [];
    return [
      { id: `to/${initiative}`, name: title, amount: ofYear.granted },
      { id: `to-board/${initiative}`, name: words().referred(title), amount: ofYear.proposed },
    ];
  });
  const bound = { id: 'committed', name: words().committed, amount: committed };
  return [bound, ...used, { id: 'left', name: words().left, amount: left }].filter(isMoney);
}

function isMoney({ amount }: End): boolean {
  return amount !== NOTHING;
}

function Flow({ sources, targets }: { readonly sources: readonly End[]; readonly targets: readonly End[] }) {
  const height = Math.max(sources.length, targets.length) * ROW;
  const { nodes, links } = laidOut(sources, targets, height);
  return (
    <svg class="pool-flow" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {links.map((link) => (
        <path
          key={`${link.index}`}
          d={sankeyLinkHorizontal()(link) ?? ''}
          stroke-width={Math.max(1, link.width ?? 1)}
        />
      ))}
      {nodes.map(({ id, name, amount, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => {
        const isSource = id.startsWith('from/');
        return (
          <g key={id} class={id === POOL ? 'is-pool' : undefined}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} />
            <text
              x={isSource ? x0 - GAP : x1 + GAP}
              y={(y0 + y1) / 2}
              text-anchor={isSource ? 'end' : 'start'}
              dominant-baseline="middle"
            >
              {shortened(name)} {id === POOL ? '' : kronerInShort(amount)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function laidOut(sources: readonly End[], targets: readonly End[], height: number) {
  const pool: End = { id: POOL, name: figureWords().pool, amount: NOTHING };
  const layout = sankey<End, object>()
    .nodeId(({ id }) => id)
    .nodeWidth(10)
    .nodePadding(8)
    .nodeSort(null)
    .extent([
      [LABEL, 4],
      [WIDTH - LABEL, height - 4],
    ]);
  return layout({
    nodes: [...sources, pool, ...targets].map((end) => ({ ...end })),
    links: [
      ...sources.map(({ id, amount }) => ({ source: id, target: POOL, value: Number(amount) })),
      ...targets.map(({ id, amount }) => ({ source: POOL, target: id, value: Number(amount) })),
    ],
  });
}

function FlowTable({
  sources,
  targets,
}: {
  readonly sources: readonly End[];
  readonly targets: readonly End[];
}) {
  const rows = [
    ...sources.map((end) => ({ ...end, in: end.amount, out: undefined })),
    ...targets.map((end) => ({ ...end, in: undefined, out: end.amount })),
  ];
  return (
    <DataTable
      name={words().table}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', title: words().what, kind: 'text', value: ({ name }) => name },
        { id: 'in', title: words().in, kind: 'amount', value: (row) => row.in },
        { id: 'out', title: words().out, kind: 'amount', value: (row) => row.out },
      ]}
    />
  );
}

const POOL = 'pool';
const NOTHING = '0.00';
const GAP = 6;
const LONGEST_NAME = 36;

/** The picture has little room; the table has the whole name. */
function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}
