import { describe, expect, it } from 'vitest';
import { checkSplitPlan } from '../../src/invoicing/check-split-plan.ts';
import { overlappingPlans } from '../../src/invoicing/plan-on.ts';
import type { Destination, PlanLine, SplitPlan } from '../../src/invoicing/split-plan.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Refusal } from '../../src/refusal.ts';
import { refusalsOf } from '../results.ts';
import { buildPlan, twoMunicipalities } from './two-municipalities.ts';

const { agreement } = twoMunicipalities('1000.00').price;
const FINANCE: Destination = { kind: 'recipient', recipient: 'finance' };

function parts(...shares: string[]): Destination {
  return {
    kind: 'parts',
    parts: shares.map((share, place) => ({
      part: `del ${place + 1}`,
      share: rateFromText(share),
      destination: FINANCE,
    })),
  };
}

function aula(...lines: Omit<PlanLine, 'solution'>[]): Partial<SplitPlan> {
  return { lines: lines.map((line) => ({ solution: 'aula', ...line })) };
}

const repeated: Destination = {
  kind: 'parts',
  parts: ['skole', 'skole'].map((part) => ({ part, share: rateFromText('0.5'), destination: FINANCE })),
};

const nested: Destination = {
  kind: 'parts',
  parts: [{ part: 'skole', share: rateFromText('1'), destination: parts('0.5', '0.4') }],
};

const extra = { ...buildPlan('0101').recipients[0], recipient: 'idle' } as SplitPlan['recipients'][number];

const CASES: readonly [string, string, Partial<SplitPlan>, Refusal['path']][] = [
  ['a code that no municipality has', 'municipality_unknown', { municipality: '9999' }, ['municipality']],
  ['a validity that ends before it begins', 'validity_reversed', { validTo: '2024-12-31' }, ['validTo']],
  [
    'a default recipient that is not described',
    'recipient_unknown',
    { defaultRecipient: 'nobody', ...aula({ destination: FINANCE }) },
    ['defaultRecipient'],
  ],
  [
    'a recipient described twice',
    'recipient_repeated',
    { recipients: [...buildPlan('0101').recipients, ...buildPlan('0101').recipients] },
    ['recipients', 1, 'recipient'],
  ],
  [
    'a recipient that gets nothing',
    'recipient_unused',
    { recipients: [...buildPlan('0101').recipients, extra] },
    ['recipients', 1, 'recipient'],
  ],
  [
    'a line to a recipient that is not described',
    'recipient_unknown',
    aula({ destination: { kind: 'recipient', recipient: 'nobody' } }),
    ['lines', 0, 'recipient'],
  ],
  [
    'an unknown solution',
    'solution_unknown',
    { lines: [{ solution: 'aulla', destination: FINANCE }] },
    ['lines', 0, 'solution'],
  ],
  [
    'an unknown component',
    'component_unknown',
    aula({ component: 'drift', destination: FINANCE }),
    ['lines', 0, 'component'],
  ],
  [
    'the same solution twice',
    'line_repeated',
    aula({ destination: FINANCE }, { destination: FINANCE }),
    ['lines', 1],
  ],
  [
    'the rest of a solution of which nothing is left',
    'line_covers_nothing',
    aula(
      { component: 'operations', destination: FINANCE },
      { component: 'business', destination: FINANCE },
      { destination: FINANCE },
    ),
    ['lines', 2],
  ],
  [
    'percentages below 100',
    'shares_leave_rest',
    aula({ destination: parts('0.5', '0.4999') }),
    ['lines', 0, 'parts'],
  ],
  [
    'percentages above 100',
    'shares_exceed_whole',
    aula({ destination: parts('0.5', '0.5001') }),
    ['lines', 0, 'parts'],
  ],
  [
    'percentages below 100 inside a part',
    'shares_leave_rest',
    aula({ destination: nested }),
    ['lines', 0, 'parts', 0, 'parts'],
  ],
  [
    'a part of nothing',
    'share_not_positive',
    aula({ destination: parts('1', '0') }),
    ['lines', 0, 'parts', 1, 'share'],
  ],
  ['the same part twice', 'part_repeated', aula({ destination: repeated }), ['lines', 0, 'parts', 1, 'part']],
];

describe('a split plan is refused for', () => {
  it.each(CASES)('%s: %s', (_, code, change, path) => {
    const refusals = checkSplitPlan({ ...buildPlan('0101'), ...change }, agreement);
    expect(refusalsOf({ ok: false, refusals })).toEqual([{ code, path }]);
  });

  it('naming the line in both languages', () => {
    const [refusal] = checkSplitPlan({ ...buildPlan('0101'), ...aula({ destination: nested }) }, agreement);
    expect(refusal?.message).toEqual({
      da: 'Delene af aula: skole er tilsammen 0.9, så resten ville ingen betale.',
      en: 'The parts of aula: skole make 0.9 together, so nobody would pay the rest.',
    });
  });
});

describe('the plans of a municipality', () => {
  const plan = (validFrom: string, validTo?: string, municipality = '0101'): SplitPlan => ({
    ...buildPlan(municipality),
    validFrom,
    ...(validTo !== undefined && { validTo }),
  });

  it.each<[string, SplitPlan[], number]>([
    ['follow each other', [plan('2025-01-01', '2025-12-31'), plan('2026-01-01')], 0],
    ['share a day', [plan('2025-01-01', '2026-01-01'), plan('2026-01-01')], 1],
    ['run on into each other', [plan('2026-01-01'), plan('2025-01-01')], 1],
    ['lie within each other', [plan('2025-01-01'), plan('2026-01-01', '2026-06-30')], 1],
    ['are of two municipalities', [plan('2025-01-01'), plan('2025-01-01', undefined, '0851')], 0],
  ])('may not hold on the same day: they %s', (_, plans, count) => {
    expect(overlappingPlans(plans).map(({ code }) => code)).toEqual(Array(count).fill('plans_overlap'));
  });
});
