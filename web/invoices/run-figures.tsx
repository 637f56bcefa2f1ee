import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { count, kroner } from '../numbers/format.ts';
import { FigureList } from '../parts/figure-list.tsx';
import { Notice } from '../parts/notice.tsx';
import type { ComputedRun, KeptRun, RunRequest } from './run.ts';
import { RunDifferences } from './run-differences.tsx';

const words = inBoth(
  {
    invoices: 'Fakturaer',
    invoicesHint: 'En for hver modtager i kommunernes opsplitningsplaner',
    net: 'I alt uden moms',
    vat: 'Moms, 25 %',
    vatHint: 'Regnet én gang for hver faktura',
    payable: 'I alt at betale',
    netHint: 'Summen af alle linjer',
    payableHint: 'Uden moms + moms',
    tied: (checks: string) =>
      `Alle ${checks} kontroller stemmer: hver løsning, hver kommune og det hele svarer til prisen på øren.`,
    broken: 'Kontrollen fandt en forskel. Kørslen kan ikke udstedes.',
  },
  {
    invoices: 'Invoices',
    invoicesHint: "One for each recipient in the municipalities' split plans",
    net: 'In all excluding VAT',
    vat: 'VAT, 25 %',
    vatHint: 'Computed once for each invoice',
    payable: 'In all payable',
    netHint: 'The sum of all lines',
    payableHint: 'Excluding VAT + VAT',
    tied: (checks: string) =>
      `All ${checks} checks hold: every solution, every municipality and the whole tie to the price, to the øre.`,
    broken: 'The check found a difference. The run cannot be issued.',
  },
);

/** What a run comes to, whether it ties to the price, and how it differs from the last. */
export function RunFigures({
  view,
  of,
  run,
}: {
  readonly view: AgreementView;
  readonly of: RunRequest | KeptRun;
  readonly run: ComputedRun;
}) {
  const { invoices, totals, checks, differences } = run;
  const isTied = checks.every(({ expected, found }) => compareDecimals(expected, found) === 0);
  return (
    <>
      <FigureList
        figures={[
          { name: words().invoices, value: count(invoices), hint: words().invoicesHint },
          { name: words().net, value: kroner(totals.net), hint: words().netHint },
          { name: words().vat, value: kroner(totals.vat), hint: words().vatHint },
          { name: words().payable, value: kroner(totals.payable), hint: words().payableHint },
        ]}
      />
      <Notice kind={isTied ? 'success' : 'error'}>
        <p>{isTied ? words().tied(count(checks.length)) : words().broken}</p>
      </Notice>
      <RunDifferences view={view} of={of} differences={differences} />
    </>
  );
}
