import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { canonicalDocument } from '../../data/canonical-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import { hashOf } from '../../src/result-hash.ts';
import { smallDocument } from './small-document.ts';

function acceptedFrom(document: AgreementDocument): Agreement {
  const result = agreementFromDocument(document);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** The same agreement, written down in the opposite order wherever order has no meaning. */
function reversed(document: AgreementDocument): AgreementDocument {
  const { components, solutions, index, efficiency, municipalities, areas, bodies } = document;
  return {
    ...document,
    components: components.toReversed(),
    solutions: solutions.toReversed().map((solution) => ({
      ...solution,
      periods: solution.periods.toReversed(),
      basePrices: solution.basePrices.toReversed(),
      ...(solution.participants && { participants: solution.participants.toReversed() }),
      ...(solution.key.kind === 'mix' && {
        key: { ...solution.key, parts: solution.key.parts.toReversed() },
      }),
    })),
    index: index.toReversed(),
    efficiency: efficiency.toReversed().map((measure) => ({
      ...measure,
      ...(measure.solutions && { solutions: measure.solutions.toReversed() }),
    })),
    municipalities: municipalities.toReversed(),
    areas: areas.toReversed().map((area) => ({ ...area, focus: area.focus.toReversed() })),
    bodies: bodies
      .toReversed()
      .map((body) => ({ ...body, areas: body.areas.toReversed(), mandate: body.mandate.toReversed() })),
  };
}

describe('agreementFromDocument', () => {
  const agreement = acceptedFrom(smallDocument());

  it('knows actual amounts in whichever order they are told', () => {
    const paid = (municipality: string, ...solutions: string[]) => ({
      municipality,
      solutions: solutions.map((solution) => ({ solution, amount: '1.00' })),
    });
    const past = (year: number, municipalities: ReturnType<typeof paid>[]) => ({
      ...{ year, municipalities, provenance: { kind: 'example' as const } },
    });
    const told = {
      ...smallDocument(),
      pastAmounts: [
        past(2026, [paid('0851', 'valg', 'aula'), paid('0101', 'aula')]),
        past(2025, [paid('0101', 'aula')]),
      ],
    };
    const ordered = {
      ...smallDocument(),
      pastAmounts: [
        past(2025, [paid('0101', 'aula')]),
        past(2026, [paid('0101', 'aula'), paid('0851', 'aula', 'valg')]),
      ],
    };
    expect(acceptedFrom(told)).toEqual(acceptedFrom(ordered));
    expect(hashOf(canonicalDocument(told))).toBe(hashOf(canonicalDocument(ordered)));
    expect(hashOf(canonicalDocument(told))).not.toBe(hashOf(canonicalDocument(smallDocument())));
  });

  it('sorts every list canonically', () => {
    expect(agreement.components.map(({ component }) => component)).toEqual([
      'operations',
      'business-maintenance',
    ]);
    expect(agreement.solutions.map(({ solution }) => solution)).toEqual(['aula', 'valg']);
    expect(agreement.solutions[1]?.basePrices.map(({ component }) => component)).toEqual([
      'operations',
      'business-maintenance',
    ]);
    expect(agreement.solutions[1]?.periods.map(({ firstYear }) => firstYear)).toEqual([2025, 2028]);
    expect(agreement.solutions[0]?.participants).toEqual(['0101', '0851']);
    expect(agreement.index.map(({ year, vintage }) => `${year} of ${vintage}`)).toEqual([
      '2026 of 2025-06-30',
      '2026 of 2026-06-30',
      '2027 of 2025-06-30',
    ]);
    expect(agreement.efficiency.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(agreement.municipalities.map(({ municipality }) => municipality)).toEqual(['0101', '0851']);
    expect(agreement.areas.map(({ area }) => area)).toEqual(['children', 'citizens']);
    expect(agreement.bodies.map(({ body }) => body)).toEqual(['board', 'council']);
  });

  it('gives the same agreement and the same hash however the file is sorted', () => {
    const other = reversed(smallDocument());
    expect(acceptedFrom(other)).toEqual(agreement);
    expect(hashOf(canonicalDocument(other))).toBe(hashOf(canonicalDocument(smallDocument())));
  });

  it('leaves $schema out of the hash', () => {
    const edited = { ...smallDocument(), $schema: './schema/json/agreement.schema.json' };
    expect(hashOf(canonicalDocument(edited))).toBe(hashOf(canonicalDocument(smallDocument())));
  });

  it('reads money, rates and counts exactly', () => {
    const [aula, valg] = agreement.solutions;
    expect(aula?.basePrices.map(({ amount }) => kronerFromOre(amount))).toEqual(['1234.50']);
    expect(aula?.key).toMatchObject({ kind: 'population-tiered', threshold: 150_000n });
    expect(valg?.basePrices[1]?.wageShare && rateText(valg.basePrices[1].wageShare)).toBe('0.8');
    expect(valg?.basePrices[0]).not.toHaveProperty('wageShare');
    expect(agreement.municipalities[0]?.population).toBe(671_714n);
  });

  it('reads the parts of a mixed key with their weights by code', () => {
    const key = agreement.solutions[1]?.key;
    if (key?.kind !== 'mix') throw new Error('the key of valg is mixed');
    const weights = key.parts.map((part) => part.key).find((part) => part.kind === 'weights');
    expect(weights?.unit).toBe('voters');
    expect([...(weights?.weights ?? [])].map(([code, weight]) => `${code}: ${rateText(weight)}`)).toEqual([
      '0101: 1',
      '0851: 2',
    ]);
  });

  it('tells the two forms of efficiency apart', () => {
    expect(agreement.efficiency).toMatchObject([
      { year: 2026, form: 'rate' },
      { year: 2027, form: 'amount', amount: 1000n, solutions: ['aula', 'valg'] },
    ]);
    expect(agreement.efficiency[1]).not.toHaveProperty('rate');
  });

  it('takes a missing fixed share as 1: all of a leaving municipality’s share stays to be carried', () => {
    const shares = agreement.municipalities.flatMap(({ membership }) =>
      membership.map(({ fixedShare }) => rateText(fixedShare)),
    );
    expect(shares).toEqual(['0.5', '1']);
  });

  it('starts without commitments and carry-overs', () => {
    expect(agreement.commitments).toEqual([]);
    expect(agreement.carryOvers).toEqual([]);
  });
});
