import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../../data/agreement-from-document.ts';
import { loadAgreement } from '../../../data/load-agreement.ts';
import { loadSplitPlans } from '../../../data/split-plans/load-split-plans.ts';
import { plansFromRows } from '../../../data/split-plans/plans-from-rows.ts';
import { canonicalPlan } from '../../../data/split-plans/split-plan-from-document.ts';
import { tableFromPlans } from '../../../data/split-plans/table-from-plans.ts';
import type { Agreement } from '../../../src/agreement/agreement.ts';
import type { SplitPlan } from '../../../src/invoicing/split-plan.ts';
import { pointerTo } from '../../../src/pointer.ts';
import { csvOf } from '../../../tables/csv/write-csv.ts';
import { readRows } from '../../../tables/read-rows.ts';
import { xlsxOf } from '../../../tables/xlsx/write-xlsx.ts';
import { agreementDocumentArb } from '../../arbitraries/agreement.ts';
import { splitPlansArb } from '../../arbitraries/split-plan.ts';
import { twoMunicipalities } from '../../invoicing/two-municipalities.ts';
import { acceptedValue, refusalsOf } from '../../results.ts';
import { rowOf, tableOf } from './build-table.ts';

const { agreement } = twoMunicipalities('1000.00').price;

/** Where each refusal points and what it says, as "/rows/3/gln gln_form". */
function placesOf(rows: readonly (readonly string[])[]): string[] {
  return refusalsOf(plansFromRows(rows, agreement)).map(({ code, path }) => `${pointerTo(path)} ${code}`);
}

const FILES: readonly ((plans: readonly SplitPlan[]) => Uint8Array)[] = [
  (plans) => new TextEncoder().encode(csvOf(tableFromPlans(plans))),
  (plans) => xlsxOf(tableFromPlans(plans), 'Splitplaner'),
];

/** The plans that come back from each kind of file. */
function readBack(plans: readonly SplitPlan[], of: Agreement): unknown[] {
  return FILES.map((write) => plansFromRows(acceptedValue(readRows(write(plans))), of));
}

describe('split plans in CSV and XLSX', () => {
  it('come back as they were', () => {
    const caseArb = agreementDocumentArb
      .map((document) => acceptedValue(agreementFromDocument(document)))
      .chain((each) => fc.record({ each: fc.constant(each), plans: splitPlansArb(each) }));
    fc.assert(
      fc.property(caseArb, ({ each, plans }) => {
        const canonical = { ok: true, value: plans.map(canonicalPlan) };
        expect(readBack(canonical.value, each)).toEqual([canonical, canonical]);
      }),
    );
  });

  it('come back for all 98 municipalities of the example', async () => {
    const { agreement: example } = await loadAgreement('data/k98-example.agreement.json');
    const plans = await loadSplitPlans('data/k98-example.split-plans.json', example);
    expect(plans).toHaveLength(98);
    expect(readBack(plans, example)).toEqual([
      { ok: true, value: plans },
      { ok: true, value: plans },
    ]);
  });
});

describe('split plans as rows', () => {
  it('may be written as spreadsheets and people write them', () => {
    const written = tableOf(
      rowOf({ municipality: '101', validFrom: '01-01-2026' }),
      rowOf({ municipality: '101', validFrom: '1.1.2026', solution: 'aula', part: 'skole', share: '60 %' }),
      rowOf({ municipality: '0101', validFrom: '2026-01-01', solution: 'aula', part: ' dag ', share: '0,4' }),
    );
    const plain = tableOf(
      rowOf(),
      rowOf({ solution: 'aula', part: 'skole', share: '0.6' }),
      rowOf({ solution: 'aula', part: 'dag', share: '0.4' }),
    );
    expect(acceptedValue(plansFromRows(written, agreement))).toEqual(
      acceptedValue(plansFromRows(plain, agreement)),
    );
  });

  it('may leave empty rows, and describe a recipient only once', () => {
    const rows = tableOf(rowOf(), {}, rowOf({ solution: 'aula', gln: '', department: '' }));
    expect(plansFromRows(rows, agreement)).toMatchObject({ ok: true, value: [{ municipality: '0101' }] });
  });

  it.each<[string, string[][], string[]]>([
    [
      'a column that is not known',
      [...tableOf(rowOf())].map((row, at) => [...row, at === 0 ? 'ean' : '']),
      ['/rows/1/ean column_unknown'],
    ],
    [
      'a column that is missing',
      tableOf(rowOf()).map((row) => row.slice(1)),
      ['/rows/1/municipality column_missing'],
    ],
    [
      'a column that is there twice',
      tableOf(rowOf()).map((row) => [...row, ...row.slice(0, 1)]),
      ['/rows/1/municipality column_repeated'],
    ],
    ['a GLN with a wrong digit', tableOf(rowOf({ gln: '5798009883736' })), ['/rows/2/gln gln_check_digit']],
    ['a GLN that a spreadsheet has rounded', tableOf(rowOf({ gln: '5,798E+12' })), ['/rows/2/gln gln_form']],
    ['a date that is none', tableOf(rowOf({ validFrom: '31-02-2026' })), ['/rows/2/validFrom date_form']],
    [
      'a department that differs from row to row',
      tableOf(rowOf(), rowOf({ solution: 'aula', department: 'Skole' })),
      ['/rows/3/department row_contradicts'],
    ],
    ['two default recipients', tableOf(rowOf(), rowOf()), ['/rows/3 row_repeated']],
    ['no default recipient', tableOf(rowOf({ solution: 'aula' })), ['/rows/2/recipient field_missing']],
    [
      'a line twice',
      tableOf(rowOf(), rowOf({ solution: 'aula' }), rowOf({ solution: 'aula' })),
      ['/rows/4 row_repeated'],
    ],
    [
      'a solution that the agreement does not have',
      tableOf(rowOf(), rowOf({ solution: 'aulla' })),
      ['/rows/3/solution solution_unknown'],
    ],
    [
      'shares that leave a rest',
      tableOf(rowOf(), rowOf({ solution: 'aula', part: 'skole', share: '0,9' })),
      ['/rows/3/share shares_leave_rest'],
    ],
    [
      'a part whose share is no number',
      tableOf(rowOf(), rowOf({ solution: 'aula', part: 'skole', share: 'halvdelen' })),
      ['/rows/3/share rate_form'],
    ],
    [
      'a share without a part',
      tableOf(rowOf(), rowOf({ solution: 'aula', share: '0,5' })),
      ['/rows/3/share share_without_part'],
    ],
    [
      'a line that goes nowhere',
      tableOf(rowOf(), rowOf({ solution: 'aula', recipient: '' })),
      ['/rows/3 recipient_or_parts'],
    ],
    [
      'an account string for a line too long to book',
      tableOf(rowOf(), rowOf({ solution: 'aula', lineAccountString: '9'.repeat(10_000) })),
      ['/rows/3/lineAccountString text_too_long'],
    ],
    [
      'text that turns the direction of writing',
      tableOf(rowOf({ department: 'Skole\u202E' })),
      ['/rows/2/department text_not_plain'],
    ],
    [
      'two plans that hold on the same day',
      tableOf(rowOf(), rowOf({ validFrom: '2026-07-01' })),
      ['/rows/3/validFrom plans_overlap'],
    ],
    [
      'everything at once',
      tableOf(
        rowOf({ gln: '1' }),
        rowOf({ solution: 'aula', share: '1', gln: '1' }),
        rowOf({ email: 'x', gln: '1' }),
      ),
      [
        '/rows/3/share share_without_part',
        '/rows/4 row_repeated',
        '/rows/2/gln gln_form',
        '/rows/2/email email_form',
      ],
    ],
  ])('are refused with row and column for %s', (_, rows, places) => {
    expect(placesOf(rows)).toEqual(places);
  });
});
