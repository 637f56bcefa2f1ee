import fc from 'fast-check';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { accessionsDocumentArb } from './accessions.ts';
import { allocationKeyDocumentArb } from './allocation-key.ts';
import { kronerTextArb } from './ore.ts';
import { indexRateTextArb, shareTextArb, tenThousandthsArb } from './rate.ts';
import { shuffled } from './shuffled.ts';

type SolutionDocument = AgreementDocument['solutions'][number];
type MunicipalityDocument = AgreementDocument['municipalities'][number];
type IndexDocument = AgreementDocument['index'][number];
type MembershipDocument = MunicipalityDocument['membership'];
type EfficiencyDocument = AgreementDocument['efficiency'][number];

const CODES = ['0101', '0147', '0461', '0751', '0851', '0376', '0825'] as const;
const SOLUTIONS = ['aula', 'valg', 'sapa', 'flis', 'ky'] as const;
const COMPONENTS = ['operations', 'business-maintenance', 'resources'] as const;

/** Weights that changes alter; no price depends on them. */
const CRITERIA = ['savings', 'security'].map((criterion) => ({
  criterion,
  title: both(criterion),
  measure: 'score' as const,
  weight: '0.5',
  provenance: { kind: 'example' as const },
}));

/** The years that every generated agreement has index data for; the base year is 2025. */
export const INDEXED_YEARS = [2026, 2027, 2028, 2029, 2030] as const;

/**
 * Small agreements of every shape that can be priced in all their years: the first solution is always in the
 * agreement and has a price of operations, and the first municipality is always a member, takes part, has weight and
 * has signed where there is a register of accessions.
 * Lists come in any order.
 */
export const agreementDocumentArb: fc.Arbitrary<AgreementDocument> = fc
  .record({
    municipalities: fc.integer({ min: 1, max: CODES.length }),
    solutions: fc.integer({ min: 1, max: SOLUTIONS.length }),
    components: fc.integer({ min: 1, max: COMPONENTS.length }),
    keepsRegister: fc.boolean(),
  })
  .chain((size) => {
    const codes = CODES.slice(0, size.municipalities);
    const solutions = SOLUTIONS.slice(0, size.solutions);
    const components = COMPONENTS.slice(0, size.components);
    return fc.record({
      agreement: fc.constant('random'),
      version: fc.constant('1'),
      title: fc.constant(both('Random')),
      baseYear: fc.constant(2025),
      components: shuffled(
        components.map((component, order) => ({
          component,
          order,
          title: both(component),
          reservable: component === 'business-maintenance',
        })),
      ),
      solutions: eachOf(solutions, (id, place) => solutionArb(id, place, components, codes)),
      index: eachOf(INDEXED_YEARS, indexArb).map((years) => years.flat()),
      efficiency: efficiencyArb(solutions[0] ?? ''),
      municipalities: eachOf(codes, municipalityArb),
      areas: fc.constant([{ area: 'area', title: both('Area'), focus: [] }]),
      bodies: fc.constant([]),
      criteria: shuffled(CRITERIA),
      ...(size.keepsRegister ? { accessions: accessionsDocumentArb(codes) } : {}),
    });
  });

function solutionArb(
  solution: string,
  order: number,
  components: readonly string[],
  codes: readonly string[],
): fc.Arbitrary<SolutionDocument> {
  const [code = '', ...otherCodes] = codes;
  return fc
    .record({
      periods: order === 0 ? fc.constant([{ firstYear: 2025 }]) : fc.constantFrom(...PERIODS),
      operations: kronerTextArb(100_000, 20_000_000),
      others: fc
        .subarray(components.slice(1))
        .chain((named) => eachOf(named, () => kronerTextArb(0, 5_000_000))),
      wageShares: fc.array(fc.option(shareTextArb, { nil: undefined }), { minLength: 3, maxLength: 3 }),
      reservedShare: shareTextArb,
      key: allocationKeyDocumentArb(codes),
      participants: fc.option(fc.subarray(otherCodes), { nil: undefined }),
    })
    .map(({ periods, operations, others, wageShares, reservedShare, key, participants }) => {
      const basePrices = [operations, ...others].map((amount, place) => ({
        component: components[place] ?? '',
        amount,
        ...(wageShares[place] === undefined ? {} : { wageShare: wageShares[place] }),
        provenance: EXAMPLE,
      }));
      const canReserve = basePrices.some(({ component }) => component === 'business-maintenance');
      return {
        solution,
        order,
        title: both(solution),
        area: 'area',
        group: 'agreement' as const,
        periods: [...periods],
        basePrices,
        reservedShare: canReserve ? reservedShare : '0',
        reservedShareProvenance: EXAMPLE,
        key,
        keyProvenance: EXAMPLE,
        ...(participants === undefined ? {} : { participants: [...participants, code] }),
      };
    });
}

const PERIODS: readonly (readonly { firstYear: number; lastYear?: number }[])[] = [
  [{ firstYear: 2025 }],
  [{ firstYear: 2028 }],
  [{ firstYear: 2025, lastYear: 2026 }],
  [{ firstYear: 2028 }, { firstYear: 2025, lastYear: 2026 }],
  [],
];

/** One to three vintages of a year, the first of them always the same day, so that every year is known on it. */
function indexArb(year: number): fc.Arbitrary<IndexDocument[]> {
  return fc.subarray(['2025-06-30', '2026-06-30']).chain((later) =>
    eachOf([FIRST_VINTAGE, ...later], (vintage) =>
      fc.record({
        year: fc.constant(year),
        vintage: fc.constant(vintage),
        status: fc.constantFrom('estimate' as const, 'final' as const),
        wage: indexRateTextArb,
        price: indexRateTextArb,
        combined: indexRateTextArb,
        correction: tenThousandthsArb(-100, 100),
        provenance: fc.constant(EXAMPLE),
      }),
    ),
  );
}

const FIRST_VINTAGE = '2025-02-28';

/** Rates of some years for all cells, and small amounts for all cells or for the solution that is always there. */
function efficiencyArb(solution: string): fc.Arbitrary<EfficiencyDocument[]> {
  const rates = fc
    .subarray([...INDEXED_YEARS])
    .chain((years) =>
      eachOf(years, (year) =>
        tenThousandthsArb(0, 1000).map((rate) => ({ year, rate, provenance: EXAMPLE })),
      ),
    );
  const amounts = fc.array(
    fc
      .record({
        year: fc.constantFrom(...INDEXED_YEARS),
        amount: kronerTextArb(0, 5000),
        isScoped: fc.boolean(),
      })
      .map(({ year, amount, isScoped }) => ({
        year,
        amount,
        ...(isScoped ? { solutions: [solution], components: ['operations'] } : {}),
        provenance: EXAMPLE,
      })),
    { maxLength: 3 },
  );
  return fc
    .tuple(rates, amounts)
    .chain(([some, others]) => shuffled<EfficiencyDocument>([...some, ...others]));
}

function municipalityArb(municipality: string, place: number): fc.Arbitrary<MunicipalityDocument> {
  return fc
    .record({
      population: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 700_000 })),
      membership: place === 0 ? ALWAYS : membershipArb,
    })
    .map(({ population, membership }) => ({
      municipality,
      name: municipality,
      region: 'Region',
      cvr: `1234567${place}`,
      population,
      populationDate: '2026-01-01',
      provenance: EXAMPLE,
      membership,
    }));
}

const ALWAYS = fc.constant<MembershipDocument>([{ firstYear: 2025 }]);

/** A member throughout, from later on, for a while, or with a gap; what is left behind is any share. */
const membershipArb: fc.Arbitrary<MembershipDocument> = fc.oneof(
  ALWAYS,
  fc.constant<MembershipDocument>([{ firstYear: 2027 }]),
  fc.constant<MembershipDocument>([{ firstYear: 2025, lastYear: 2027 }]),
  fc
    .tuple(shareTextArb, fc.boolean())
    .map(([fixedShare, returns]) => [
      ...(returns ? [{ firstYear: 2029 }] : []),
      { firstYear: 2025, lastYear: 2026, fixedShare },
    ]),
);

const EXAMPLE = { kind: 'example' } as const;

function both(text: string) {
  return { da: text, en: text };
}

/** One value drawn for each of the parts, the list in any order. */
function eachOf<P, T>(
  parts: readonly P[],
  arbitraryOf: (part: P, place: number) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc.tuple(...parts.map(arbitraryOf)).chain((values) => shuffled(values));
}
