import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { departedBy, membersOf } from '../../src/agreement/membership.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { conflictsAmong } from '../../src/scenario/conflicts.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { buildRegister } from './build-register.ts';

/**
 * 100.00 kr. by population 2 : 1 : 1, with no regulation. København and Frederiksberg have signed by the end of
 * 2025, Aarhus has not; Frederiksberg gives notice in 2026 and leaves after 2027.
 */
const agreement = buildAgreement({
  solutions: [buildSolution('aula', { operations: '100.00' }, { key: { kind: 'population' } })],
  index: [2026, 2027, 2028].map((year) => buildIndex(year, { combined: '0' })),
  municipalities: [
    buildMunicipality('0101', 2n),
    buildMunicipality('0147', 1n),
    buildMunicipality('0751', 1n),
  ],
  accessions: buildRegister(
    { invited: '0101', date: '2025-09-15' },
    { invited: '0147', date: '2025-09-15' },
    { invited: '0751', date: '2025-09-15' },
    { signed: '0101', date: '2025-10-16' },
    { signed: '0147', date: '2025-11-01' },
    { notice: '0147', date: '2026-06-15', lastYear: 2027 },
  ),
});

const onlySigned = (asOf: string): Change => ({ type: 'only-signed', asOf });

function changedBy(...changes: readonly Change[]): Agreement {
  return acceptedValue(applyChanges(agreement, changes));
}

/** What each municipality pays, in kroner, year by year. */
function paid(changed: Agreement, from: number, to: number) {
  const shares = acceptedValue(shareYears(acceptedValue(priceYears(changed, { from, to }))));
  return shares.map(({ year, municipalities }) => [
    year,
    Object.fromEntries(
      municipalities.map(({ municipality, amount }) => [municipality, kronerFromOre(amount)]),
    ),
  ]);
}

describe('only those who have signed', () => {
  it('are members: the others weigh nothing, and no price falls because of them', () => {
    // 100.00 kr. is carried by 2 : 1 of those who have signed: 66.67 and 33.33 by largest remainder.
    expect(paid(changedBy(onlySigned('2025-12-31')), 2026, 2027)).toEqual([
      [2026, { '0101': '66.67', '0147': '33.33' }],
      [2027, { '0101': '66.67', '0147': '33.33' }],
    ]);
    expect(departedBy(changedBy(onlySigned('2025-12-31')), 2027)).toEqual([]);
  });

  it('are those who had by that day', () => {
    const members = (day: string) =>
      membersOf(changedBy(onlySigned(day)), 2026).map(({ municipality }) => municipality);
    expect(members('2025-10-16')).toEqual(['0101']);
    expect(members('2025-11-01')).toEqual(['0101', '0147']);
  });

  it('leave after the last year of their notice, once it is given', () => {
    expect(paid(changedBy(onlySigned('2026-06-15')), 2027, 2028)).toEqual([
      [2027, { '0101': '66.67', '0147': '33.33' }],
      [2028, { '0101': '100.00' }],
    ]);
  });

  it('leave no later than they would without notice, and with the fixed share of their own', () => {
    const leaving: Change = {
      type: 'withdraw',
      municipality: '0147',
      lastYear: 2026,
      fixedShare: rateFromText('0.4'),
    };
    const changed = changedBy(leaving, onlySigned('2026-06-15'));
    expect(departedBy(changed, 2027)).toMatchObject([{ municipality: { municipality: '0147' } }]);
    // A third of the price, and of that third 60 %, disappears: 100 · (1 − 0.6 / 3) = 80.
    expect(paid(changed, 2027, 2027)).toEqual([[2027, { '0101': '80.00' }]]);
  });

  it('can be joined by others, who enter from a year on', () => {
    const changed = changedBy(onlySigned('2025-12-31'), {
      type: 'enter',
      municipality: '0751',
      firstYear: 2027,
    });
    expect(paid(changed, 2026, 2027)).toEqual([
      [2026, { '0101': '66.67', '0147': '33.33' }],
      [2027, { '0101': '50.00', '0147': '25.00', '0751': '25.00' }],
    ]);
  });

  it('cannot be asked for on a day when nobody had', () => {
    expect(refusalsOf(applyChanges(agreement, [onlySigned('2025-10-15')]))).toMatchObject([
      { code: 'nobody_signed', path: ['changes', 0, 'asOf'] },
    ]);
  });

  it('cannot be asked for where no register is kept', () => {
    expect(refusalsOf(applyChanges(buildAgreement(), [onlySigned('2025-12-31')]))).toMatchObject([
      { code: 'accessions_missing', path: ['changes', 0, 'type'] },
    ]);
  });
});

describe('overlays of which one asks for the signed only', () => {
  const targets = (base: Change[], top: Change[]) =>
    conflictsAmong(
      [
        { scenario: 'base', changes: base },
        { scenario: 'top', changes: top },
      ],
      agreement,
    ).map(({ target, settings }) => [target, ...settings.map(({ value }) => value)]);
  const signed = onlySigned('2026-06-15');

  it('conflict where the other asks for those of another day', () => {
    expect(targets([signed], [onlySigned('2026-12-31')])).toEqual([
      ['membership/signedBy', '2026-06-15', '2026-12-31'],
    ]);
    expect(targets([signed], [signed])).toEqual([]);
  });

  it('conflict where the other lets somebody in who has not signed', () => {
    const enter: Change = { type: 'enter', municipality: '0751', firstYear: 2027 };
    expect(targets([signed], [enter])).toEqual([['membership/0751', 'never entered', 'from 2027']]);
    expect(targets([enter, signed], [signed])).toEqual([]);
    expect(targets([signed, enter], [signed])).toEqual([
      ['membership/0751', 'never entered, from 2027', 'never entered'],
    ]);
  });

  it('conflict where the other has somebody leave who has given notice, not where somebody leaves who has not', () => {
    const leave = (municipality: string): Change => ({
      type: 'withdraw',
      municipality,
      lastYear: 2026,
      fixedShare: rateFromText('1'),
    });
    expect(targets([signed], [leave('0147')])).toEqual([
      ['membership/0147', 'until 2027 by notice', 'until 2026, fixed share 1'],
    ]);
    expect(targets([signed], [leave('0101')])).toEqual([]);
  });
});
