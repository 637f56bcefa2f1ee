import fc from 'fast-check';
import { canonicalAccessions } from '../../data/canonical-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import { standingOn } from '../../src/accession/standing.ts';
import { allocationKeyDocumentArb } from './allocation-key.ts';
import { kronerTextArb } from './ore.ts';
import { indexRateTextArb, shareTextArb, tenThousandthsArb } from './rate.ts';

/**
 * Changes of every type that the agreement takes and after which it can still be priced: its first solution (by
 * order) stays in the agreement with a price, its first municipality (by code) stays and keeps weight, and no year
 * loses its index.
 */
export function changeDocumentsArb(agreement: AgreementDocument, most = 8): fc.Arbitrary<ChangeDocument[]> {
  return fc.array(changeDocumentArb(agreement), { maxLength: most });
}

function changeDocumentArb(agreement: AgreementDocument): fc.Arbitrary<ChangeDocument> {
  const roster = rosterOf(agreement);
  return fc.oneof(
    setIndexArb(roster),
    fc.record({ type: fc.constant('set-index-vintage' as const), asOf: fc.constantFrom(...roster.vintages) }),
    setEfficiencyArb(roster),
    fc.record(
      {
        type: fc.constant('set-base-price' as const),
        solution: fc.constantFrom(...roster.solutions),
        component: fc.constantFrom(...roster.components),
        amount: kronerTextArb(100_000, 20_000_000),
      },
      { requiredKeys: ['type', 'amount'] },
    ),
    fc.record(
      {
        type: fc.constant('set-reserved-share' as const),
        solution: fc.constantFrom(...roster.solutions),
        share: shareTextArb,
      },
      { requiredKeys: ['type', 'share'] },
    ),
    fc.record(
      {
        type: fc.constant('set-key' as const),
        solution: fc.constantFrom(...roster.solutions),
        key: allocationKeyDocumentArb(roster.codes),
      },
      { requiredKeys: ['type', 'key'] },
    ),
    ...membershipChanges(roster),
    ...signedChanges(roster),
    ...catalogueChanges(roster),
    ...criterionChanges(agreement),
    ...populationChanges(roster),
  );
}

/** What changes may name, in canonical order. */
interface Roster {
  readonly codes: readonly string[];
  readonly solutions: readonly string[];
  readonly components: readonly string[];
  readonly years: readonly number[];
  /** Days on which every year of the index is known. */
  readonly vintages: readonly string[];
  /** When each municipality first enters. */
  readonly firstYears: ReadonlyMap<string, number>;
  /** Days on which the first municipality had signed, and the municipalities that may leave whichever of them counts. */
  readonly signingDays: readonly string[];
  readonly leavers: readonly string[];
}

function rosterOf({ municipalities, solutions, components, index, accessions }: AgreementDocument): Roster {
  const codes = municipalities.map(({ municipality }) => municipality).toSorted();
  const years = [...new Set(index.map(({ year }) => year))].toSorted((a, b) => a - b);
  const days = [...new Set(index.map(({ vintage }) => vintage))];
  return {
    codes,
    solutions: solutions.toSorted((a, b) => a.order - b.order).map(({ solution }) => solution),
    components: components.map(({ component }) => component),
    years: years.slice(0, 5),
    vintages: days.filter((day) =>
      years.every((year) => index.some((entry) => entry.year === year && entry.vintage <= day)),
    ),
    firstYears: new Map(
      municipalities.map(({ municipality, membership }) => [
        municipality,
        Math.min(...membership.map(({ firstYear }) => firstYear)),
      ]),
    ),
    ...signing(codes, accessions),
  };
}

const FEW_DAYS = 3;

/** The last days of the register; who had signed on all of them and not given notice may also withdraw. */
function signing(
  codes: readonly string[],
  accessions: AgreementDocument['accessions'],
): Pick<Roster, 'signingDays' | 'leavers'> {
  const [first = '', ...others] = codes;
  if (accessions === undefined) return { signingDays: [], leavers: others };
  const register = canonicalAccessions(accessions);
  const days = [...new Set(register.entries.map(({ recorded }) => recorded))];
  const signedOn = (code: string) => (day: string) => standingOn(register, code, day).status === 'signed';
  const signingDays = days.slice(-FEW_DAYS).filter(signedOn(first));
  return { signingDays, leavers: others.filter((code) => signingDays.every(signedOn(code))) };
}

function signedChanges({ signingDays }: Roster): fc.Arbitrary<ChangeDocument>[] {
  if (signingDays.length === 0) return [];
  const asOf = fc.constantFrom(...signingDays);
  return [fc.record({ type: fc.constant('only-signed' as const), asOf })];
}

function setIndexArb({ years }: Roster): fc.Arbitrary<ChangeDocument> {
  return fc.record(
    {
      type: fc.constant('set-index' as const),
      year: fc.constantFrom(...years),
      wage: indexRateTextArb,
      price: indexRateTextArb,
      combined: indexRateTextArb,
      correction: tenThousandthsArb(-100, 100),
    },
    { requiredKeys: ['type', 'year', 'combined'] },
  );
}

/** Amounts are small beside the least price that a cell of the first solution can have, so that any number of them fit. */
function setEfficiencyArb({ years, solutions, components }: Roster): fc.Arbitrary<ChangeDocument> {
  const year = fc.constantFrom(...years);
  const type = fc.constant('set-efficiency' as const);
  return fc.oneof(
    fc.record(
      {
        type,
        year,
        rate: tenThousandthsArb(0, 1000),
        solutions: fc.subarray([...solutions], { minLength: 1 }),
        components: fc.subarray([...components], { minLength: 1 }),
      },
      { requiredKeys: ['type', 'year', 'rate'] },
    ),
    fc.record(
      { type, year, amount: kronerTextArb(0, 1000), solutions: fc.constant(solutions.slice(0, 1)) },
      { requiredKeys: ['type', 'year', 'amount'] },
    ),
  );
}

/** All but the first municipality may leave, once they have entered, and enter. */
function membershipChanges({ codes, firstYears, leavers }: Roster): fc.Arbitrary<ChangeDocument>[] {
  const year = fc.integer({ min: 2025, max: 2030 });
  const withdraw = (municipalities: readonly string[]) =>
    fc
      .record(
        {
          type: fc.constant('withdraw' as const),
          municipality: fc.constantFrom(...municipalities),
          lastYear: year,
          fixedShare: shareTextArb,
        },
        { requiredKeys: ['type', 'municipality', 'lastYear'] },
      )
      .map((change) => ({
        ...change,
        lastYear: Math.max(change.lastYear, firstYears.get(change.municipality) ?? 0),
      }));
  const enter = (municipalities: readonly string[]) =>
    fc.record({
      type: fc.constant('enter' as const),
      municipality: fc.constantFrom(...municipalities),
      firstYear: year,
    });
  const others = codes.slice(1);
  return [...(leavers.length > 0 ? [withdraw(leavers)] : []), ...(others.length > 0 ? [enter(others)] : [])];
}

/** Counts of some municipalities, and growth or decline of some or all over a few years. */
function populationChanges({ codes, years }: Roster): fc.Arbitrary<ChangeDocument>[] {
  const year = fc.constantFrom(...years);
  const some = fc.subarray([...codes], { minLength: 1 });
  return [
    fc
      .record({
        year,
        some,
        counts: fc.array(fc.integer({ min: 1, max: 700_000 }), { minLength: codes.length }),
      })
      .map(({ year, some, counts }) => ({
        type: 'set-population' as const,
        year,
        populations: Object.fromEntries(some.map((code, place) => [code, counts[place] ?? 1])),
      })),
    fc
      .record({
        year,
        span: fc.nat({ max: 3 }),
        rate: tenThousandthsArb(-9999, 2000),
        municipalities: fc.option(some, { nil: undefined }),
      })
      .map(({ year, span, rate, municipalities }) => ({
        type: 'grow-population' as const,
        firstYear: year,
        lastYear: year + span,
        rate,
        ...(municipalities === undefined ? {} : { municipalities }),
      })),
  ];
}

function criterionChanges({ criteria = [] }: AgreementDocument): fc.Arbitrary<ChangeDocument>[] {
  if (criteria.length === 0) return [];
  return [
    fc.record({
      type: fc.constant('set-criterion-weight' as const),
      criterion: fc.constantFrom(...criteria.map(({ criterion }) => criterion)),
      weight: shareTextArb,
    }),
  ];
}

/** All but the first solution may come and go. */
function catalogueChanges({ solutions }: Roster): fc.Arbitrary<ChangeDocument>[] {
  const others = solutions.slice(1);
  if (others.length === 0) return [];
  const types = ['add-solution', 'remove-solution'] as const;
  return types.map((type) =>
    fc.record({
      type: fc.constant(type),
      solution: fc.constantFrom(...others),
      fromYear: fc.integer({ min: 2025, max: 2031 }),
    }),
  );
}
