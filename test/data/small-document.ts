import { type AgreementDocument, agreementSchema } from '../../data/schema/agreement.ts';

const example = { kind: 'example' } as const;
const both = (text: string) => ({ da: text, en: text });

/** Two solutions, two components, two municipalities: small enough to read, complete enough to break anywhere. */
export function smallDocument(): AgreementDocument {
  return agreementSchema.parse({
    agreement: 'small',
    version: '1',
    title: both('Small'),
    baseYear: 2025,
    components: [
      { component: 'business-maintenance', order: 2, title: both('Business'), reservable: true },
      { component: 'operations', order: 1, title: both('Operations'), reservable: false },
    ],
    solutions: [
      {
        solution: 'valg',
        order: 2,
        title: both('Valg'),
        area: 'citizens',
        group: 'agreement',
        periods: [{ firstYear: 2028 }, { firstYear: 2025, lastYear: 2026 }],
        basePrices: [
          { component: 'business-maintenance', amount: '50.00', wageShare: '0.80', provenance: example },
          { component: 'operations', amount: '100.00', provenance: example },
        ],
        reservedShare: '0.25',
        reservedShareProvenance: example,
        key: {
          kind: 'mix',
          parts: [
            {
              share: '0.60',
              key: { kind: 'weights', weights: { '0851': '2', '0101': '1' }, unit: 'voters' },
            },
            { share: '0.40', key: { kind: 'equal' } },
          ],
        },
        keyProvenance: example,
        notes: both('A note'),
      },
      {
        solution: 'aula',
        order: 1,
        title: both('Aula'),
        area: 'children',
        group: 'agreement',
        periods: [{ firstYear: 2025 }],
        basePrices: [{ component: 'operations', amount: '1234.50', provenance: example }],
        reservedShare: '0',
        reservedShareProvenance: example,
        key: { kind: 'population-tiered', threshold: 150000, weightAbove: '0.5', limits: { rise: '0.20' } },
        keyProvenance: example,
        participants: ['0851', '0101'],
      },
    ],
    index: [indexEntry(2027, '2025-06-30'), indexEntry(2026, '2026-06-30'), indexEntry(2026, '2025-06-30')],
    efficiency: [
      {
        year: 2027,
        amount: '10.00',
        solutions: ['valg', 'aula'],
        components: ['operations'],
        provenance: example,
      },
      { year: 2026, rate: '0.01', provenance: example },
    ],
    municipalities: [
      municipality('0851', 'Aalborg', '29189420', 226033),
      {
        ...municipality('0101', 'København', '64942212', 671714),
        membership: [{ firstYear: 2025, lastYear: 2026, fixedShare: '0.5' }],
      },
    ],
    areas: [
      {
        area: 'citizens',
        title: both('Citizens'),
        focus: [
          { focus: 'trust', title: both('Trust') },
          { focus: 'reach', title: both('Reach') },
        ],
      },
      { area: 'children', title: both('Children'), focus: [] },
    ],
    bodies: [
      {
        body: 'council',
        kind: 'portfolio-council',
        title: both('Council'),
        areas: ['citizens', 'children'],
        mandate: ['recommend', 'prioritise'],
      },
      { body: 'board', kind: 'board', title: both('Board'), areas: [], mandate: ['decide'] },
    ],
  });
}

function indexEntry(year: number, vintage: string) {
  return {
    year,
    vintage,
    status: 'estimate',
    wage: '0.0310',
    price: '0.0190',
    combined: '0.0270',
    correction: '0',
    provenance: example,
  };
}

function municipality(code: string, name: string, cvr: string, population: number) {
  return {
    municipality: code,
    name,
    region: 'Region',
    cvr,
    population,
    populationDate: '2026-01-01',
    provenance: example,
    membership: [{ firstYear: 2025 }],
  };
}
