import { describe, expect, it } from 'vitest';
import { ratesBetween, ratesOf, regulationOf } from '../../src/agreement/index-data.ts';
import { rateFromText, rateText } from '../../src/money/rate.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { buildAgreement, buildIndex } from './build-agreement.ts';

describe('the rates of a year', () => {
  const twoVintages = buildAgreement({
    index: [
      buildIndex(2026, { combined: '0.0255', vintage: '2025-02-28' }),
      buildIndex(2026, { combined: '0.0270', vintage: '2025-06-30' }),
    ],
  });

  it('are those of the newest vintage', () => {
    expect(acceptedValue(ratesOf(twoVintages, 2026))).toMatchObject({
      vintage: '2025-06-30',
      status: 'estimate',
    });
  });

  it.each([
    ['the day before the newest was published', '2025-06-29', '0.0255'],
    ['the day the newest was published', '2025-06-30', '0.027'],
  ])('are those known on %s', (_, indexAsOf, combined) => {
    const rates = acceptedValue(ratesOf({ ...twoVintages, indexAsOf }, 2026));
    expect(rateText(rates.combined)).toBe(combined);
  });

  it('are refused when nothing was published by the day asked about', () => {
    const result = ratesOf({ ...twoVintages, indexAsOf: '2025-02-27' }, 2026);
    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'index_missing', path: ['years', 'to'] }],
    });
  });

  it('are refused for a year without data, naming the year and the series', () => {
    const result = ratesOf(twoVintages, 2027);
    expect(result.ok ? '' : result.refusals[0]?.message).toEqual({
      da: 'Der mangler indeksdata for 2027: det samlede pris- og lønskøn.',
      en: 'There is no index data for 2027: the combined price and wage index is missing.',
    });
    expect(result.ok ? '' : result.refusals[0]?.remedy).toEqual({
      da: 'Vælg år med indeksdata, eller sæt satserne for 2027 med en ændring af typen "set-index".',
      en: 'Choose years that have index data, or set the rates of 2027 with a change of type "set-index".',
    });
  });
});

describe('the rates that a scenario sets', () => {
  const agreement = buildAgreement({
    index: [buildIndex(2026, { combined: '0.027', wage: '0.031', price: '0.019', correction: '0.002' })],
    indexOverrides: [
      { year: 2026, wage: rateFromText('0.05') },
      { year: 2027, combined: rateFromText('0.04') },
      { year: 2028, wage: rateFromText('0.05') },
    ],
  });

  it('replace the rates named and leave the others of the year', () => {
    const { wage, price, combined, correction, ...source } = acceptedValue(ratesOf(agreement, 2026));
    expect([wage, price, combined, correction].map((rate) => rate && rateText(rate))).toEqual([
      '0.05',
      '0.019',
      '0.027',
      '0.002',
    ]);
    // Those that are left keep the source that they are known from.
    expect(source).toMatchObject({ set: ['wage'], status: 'estimate', provenance: { kind: 'example' } });
  });

  it('stand alone, with no correction, in a year that the agreement has no data for', () => {
    const rates = acceptedValue(ratesOf(agreement, 2027));
    expect([rateText(rates.combined), rateText(rates.correction)]).toEqual(['0.04', '0']);
    expect(rates.vintage).toBeUndefined();
    expect(rates).toMatchObject({ set: ['combined'], status: 'scenario', provenance: { kind: 'scenario' } });
  });

  it('do not make a year complete that lacks the combined rate', () => {
    expect(codesOf(ratesOf(agreement, 2028))).toEqual(['index_missing']);
  });
});

describe('the regulation of a cell', () => {
  const rates = acceptedValue(
    ratesOf(
      buildAgreement({
        index: [buildIndex(2026, { combined: '0.027', wage: '0.031', price: '0.019', correction: '0.002' })],
      }),
      2026,
    ),
  );

  it('is the combined rate and the correction when the cell has no wage share', () => {
    // 0.027 + 0.002
    expect(rateText(acceptedValue(regulationOf(rates, undefined)))).toBe('0.029');
  });

  it.each([
    // 0.75 · 0.031 + 0.25 · 0.019 + 0.002 = 0.02325 + 0.00475 + 0.002
    ['0.75', '0.03'],
    // all wage: 0.031 + 0.002; all price: 0.019 + 0.002
    ['1', '0.033'],
    ['0', '0.021'],
  ])('mixes wage and price by a wage share of %s', (wageShare, regulation) => {
    expect(rateText(acceptedValue(regulationOf(rates, rateFromText(wageShare))))).toBe(regulation);
  });

  it.each(['wage', 'price'] as const)('is refused when the year lacks the %s index', (series) => {
    const { [series]: _, ...lacking } = rates;
    const result = regulationOf(lacking, rateFromText('0.5'));
    expect(result.ok ? '' : result.refusals[0]?.message.en).toBe(
      `There is no index data for 2026: the ${series} index is missing.`,
    );
    expect(codesOf(regulationOf(lacking, undefined))).toEqual([]);
  });
});

describe('a regulation that leaves nothing of a price', () => {
  // A correction may be any rate: −0.6 − 0.4 is −1, and 1 + (−1) is nothing.
  it.each([
    ['-0.6', '-0.4', ['regulation_too_low']],
    ['-0.6', '-0.41', ['regulation_too_low']],
    ['-0.6', '-0.399', []],
  ])('combined %s with the correction %s', (combined, correction, codes) => {
    const agreement = buildAgreement({ index: [buildIndex(2026, { combined, correction })] });
    expect(codesOf(ratesOf(agreement, 2026))).toEqual(codes);
  });

  it('is refused for a mix of wage and price as well', () => {
    const index = [buildIndex(2026, { combined: '0', wage: '-0.9', price: '0', correction: '-0.1' })];
    const rates = acceptedValue(ratesOf(buildAgreement({ index }), 2026));
    expect(codesOf(regulationOf(rates, rateFromText('0.99')))).toEqual([]);
    expect(regulationOf(rates, rateFromText('1'))).toEqual({
      ok: false,
      refusals: [
        {
          code: 'regulation_too_low',
          path: ['changes'],
          message: {
            da: 'Reguleringen for 2026 er -100,00 % med niveaukorrektion, så der er intet tilbage af prisen.',
            en: 'The regulation of 2026 is -100.00% with the level correction, which leaves nothing of a price.',
          },
          remedy: {
            da: 'Ret satserne for 2026, så skøn og niveaukorrektion tilsammen er over -100 %.',
            en: 'Mend the rates of 2026, so that estimate and level correction together are above -100%.',
          },
        },
      ],
    });
  });
});

describe('the rates between two years', () => {
  const agreement = buildAgreement({
    index: [buildIndex(2026, { combined: '0.01' }), buildIndex(2027, { combined: '0.02' })],
  });

  it.each([
    [2025, 2025, []],
    [2025, 2026, [2026]],
    [2025, 2027, [2026, 2027]],
    [2026, 2027, [2027]],
  ])('after %i up to %i', (after, upTo, years) => {
    expect(acceptedValue(ratesBetween(agreement, after, upTo)).map(({ year }) => year)).toEqual(years);
  });

  it('are refused at the first year that lacks data', () => {
    const result = ratesBetween(agreement, 2025, 2029);
    expect(result.ok ? [] : result.refusals.map(({ message }) => message.en)).toEqual([
      'There is no index data for 2028: the combined price and wage index is missing.',
    ]);
  });
});
