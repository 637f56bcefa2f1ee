import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';

const example = { kind: 'example' } as const;

function bilingual(text: string) {
  return { da: text, en: text };
}

function solution(id: string, order: number, rest: Partial<AgreementDocument['solutions'][number]>) {
  return {
    solution: id,
    order,
    title: bilingual(id),
    area: 'all',
    group: 'agreement' as const,
    periods: [{ firstYear: 2025 }],
    basePrices: [],
    reservedShare: '0',
    reservedShareProvenance: example,
    key: { kind: 'equal' as const },
    keyProvenance: example,
    ...rest,
  };
}

function municipality(code: string, population: number) {
  return {
    municipality: code,
    name: code,
    region: 'all',
    cvr: '12345678',
    population,
    populationDate: '2026-01-01',
    provenance: example,
    membership: [{ firstYear: 2025 }],
  };
}

function index(year: number, wage: string, price: string, combined: string, correction: string) {
  const status = 'estimate' as const;
  return {
    year,
    vintage: `${year - 1}-06-01`,
    status,
    wage,
    price,
    combined,
    correction,
    provenance: example,
  };
}

/** Three solutions and three municipalities, small enough to be worked by hand in `small-answer.ts`. */
export const smallAgreement: AgreementDocument = {
  agreement: 'small',
  version: '1',
  title: bilingual('Small'),
  baseYear: 2025,
  components: [
    { component: 'operations', order: 1, title: bilingual('Operations'), reservable: false },
    { component: 'business', order: 2, title: bilingual('Business maintenance'), reservable: true },
  ],
  solutions: [
    solution('alfa', 1, {
      basePrices: [
        { component: 'operations', amount: '600.00', provenance: example },
        { component: 'business', amount: '400.00', provenance: example },
      ],
      reservedShare: '0.333',
      key: { kind: 'population' },
    }),
    solution('beta', 2, {
      basePrices: [{ component: 'operations', amount: '300.00', wageShare: '0.5', provenance: example }],
    }),
    solution('gamma', 3, {
      periods: [],
      basePrices: [{ component: 'business', amount: '100.00', provenance: example }],
      reservedShare: '0.5',
      key: { kind: 'weights', weights: { '0101': '1', '0201': '1' } },
    }),
  ],
  index: [index(2026, '0.04', '0.02', '0.03', '0'), index(2027, '0.03', '0.02', '0.0275', '-0.005')],
  efficiency: [{ year: 2026, rate: '0.01', provenance: example }],
  municipalities: [municipality('0101', 6), municipality('0201', 3), municipality('0301', 1)],
  areas: [],
  bodies: [],
};

/** In 2027 a municipality has left with half of its part, a saving in kroner starts, and gamma comes in. */
export const smallChanges: ChangeDocument[] = [
  { type: 'withdraw', municipality: '0301', lastYear: 2026, fixedShare: '0.5' },
  { type: 'set-efficiency', year: 2027, amount: '10.00', solutions: ['beta'] },
  { type: 'add-solution', solution: 'gamma', fromYear: 2027 },
];

export const smallYears = { from: 2026, to: 2027 };

/** SHA-256 of canonical JSON, written out here so that the tests do not lean on the checker's own. */
export function sha256(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

/** The answer with the seal that belongs to what it now says. */
export function sealed<Answer extends object>(answer: Answer): Answer & { seal: string } {
  const { seal: _, ...content } = answer as Answer & { seal?: string };
  return { ...(content as Answer), seal: sha256(content) };
}
