import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { exampleAgreement, exampleAgreementText } from '../../data/example/example-agreement.ts';
import { addOre, kronerFromOre, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { addRates, rateFromText, rateText } from '../../src/money/rate.ts';

const document = exampleAgreement();

function solutionOf(id: string) {
  const solution = document.solutions.find(({ solution }) => solution === id);
  if (solution === undefined) throw new Error(`the example has ${id}`);
  return solution;
}

function priceOf(id: string): string {
  return kronerFromOre(sumOre(solutionOf(id).basePrices.map(({ amount }) => oreFromKroner(amount))));
}

describe('the example agreement', () => {
  it('is what `npm run data:example` writes', () => {
    const file = new URL('../../data/k98-example.agreement.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(exampleAgreementText());
  });

  it('contradicts itself nowhere', () => {
    expect(agreementFromDocument(document)).toMatchObject({ ok: true });
  });

  it('has the 26 solutions of the catalogue, 13 of them in the agreement from 2025', () => {
    const inside = document.solutions.filter(({ group }) => group === 'agreement');
    const outside = document.solutions.filter(({ group }) => group !== 'agreement');
    expect([inside.length, outside.length]).toEqual([13, 13]);
    expect(inside.map(({ periods }) => periods)).toEqual(inside.map(() => [{ firstYear: 2025 }]));
    expect(outside.map(({ periods }) => periods)).toEqual(outside.map(() => []));
  });

  it('prices every solution by the five components', () => {
    const components = document.components.map(({ component }) => component);
    expect(components).toHaveLength(5);
    for (const { basePrices } of document.solutions) {
      expect(basePrices.map(({ component }) => component)).toEqual(components);
    }
  });

  it('costs 749.8 mio. kr. in 2025', () => {
    const prices = document.solutions
      .filter(({ periods }) => periods.length > 0)
      .flatMap(({ basePrices }) => basePrices.map(({ amount }) => oreFromKroner(amount)));
    expect(kronerFromOre(prices.reduce(addOre))).toBe('749781825.00');
  });

  // 6,025,511 citizens, of whom 521,714 + 63,168 + 228,361 + 76,033 = 889,276 stand above 150,000 in
  // København, Odense, Aarhus and Aalborg: 25 · (6,025,511 − 889,276) + 12.50 · 889,276 = 139,521,825 kr.
  it('prices the infrastructure at 25 kr. per citizen and half above 150,000', () => {
    expect(priceOf('faelleskommunal-it-infrastruktur')).toBe('139521825.00');
    expect(solutionOf('faelleskommunal-it-infrastruktur')).toMatchObject({
      key: { kind: 'population-tiered', threshold: 150_000, weightAbove: '0.5' },
      keyProvenance: { kind: 'published' },
    });
  });

  // 86 · 531,300 = 45,691,800 and 46 · 296,700 = 13,648,200: together 59,340,000, of which 77 % and 23 %.
  it('prices Aula at 86 kr. per pupil and 46 kr. per enrolled child, and shares it by the same', () => {
    const { key } = solutionOf('aula');
    if (key.kind !== 'mix') throw new Error('Aula has a mixed key');
    const charges = key.parts.map(({ share, key: part }) => {
      if (part.kind !== 'weights') throw new Error('the parts count units');
      const count = Object.values(part.weights).reduce((total, weight) => total + BigInt(weight), 0n);
      return { unit: part.unit, count, share };
    });
    expect(priceOf('aula')).toBe('59340000.00');
    expect(charges).toEqual([
      { unit: 'enrolled children', count: 296_700n, share: '0.23' },
      { unit: 'pupils', count: 531_300n, share: '0.77' },
    ]);
  });

  // 6 · 6,025,511
  it('prices FBS at 6 kr. per citizen', () => {
    expect(priceOf('fbs')).toBe('36153066.00');
  });

  it('counts 98 municipalities with 6,025,511 citizens, as published', () => {
    expect(document.municipalities).toHaveLength(98);
    expect(document.municipalities.reduce((sum, { population }) => sum + population, 0)).toBe(6_025_511);
    expect(new Set(document.municipalities.map(({ provenance }) => provenance.kind))).toEqual(
      new Set(['published']),
    );
  });

  it('has CVR numbers that pass the check: weights 2 7 6 5 4 3 2 1, sum divisible by 11', () => {
    const remainders = document.municipalities.map(({ cvr }) => {
      const products = [2, 7, 6, 5, 4, 3, 2, 1].map((weight, place) => weight * Number(cvr.charAt(place)));
      return products.reduce((sum, product) => sum + product) % 11;
    });
    expect(new Set(remainders)).toEqual(new Set([0]));
  });

  it('calls every base price, reserved share, index rate and efficiency rate an example', () => {
    const provenances = [
      ...document.solutions.flatMap(({ basePrices }) => basePrices.map(({ provenance }) => provenance)),
      ...document.solutions.map(({ reservedShareProvenance }) => reservedShareProvenance),
      ...document.index.map(({ provenance }) => provenance),
      ...document.efficiency.map(({ provenance }) => provenance),
    ];
    expect(new Set(provenances.map(({ kind }) => kind))).toEqual(new Set(['example']));
  });

  it('writes example amounts in whole 10,000 kr., so that none looks like a real one', () => {
    const published = ['aula', 'fbs', 'faelleskommunal-it-infrastruktur'];
    const madeUp = document.solutions.flatMap(({ solution, basePrices }) =>
      published.includes(solution) ? [] : basePrices.map(({ amount }) => amount),
    );
    expect(madeUp.filter((amount) => !amount.endsWith('0000.00'))).toEqual([]);
  });

  it('has index data from 2026 to 2035 in three vintages, combined of two thirds wage and one third price', () => {
    expect(new Set(document.index.map(({ vintage }) => vintage)).size).toBe(3);
    expect(new Set(document.index.map(({ year }) => year)).size).toBe(10);
    for (const { combined, wage = '', price = '' } of document.index) {
      const rates = (texts: string[]) => rateText(texts.map(rateFromText).reduce(addRates));
      expect(rates([combined, combined, combined])).toBe(rates([wage, wage, price]));
    }
  });

  it('corrects in 2027 what the estimate for 2026 missed', () => {
    const corrections = document.index.filter(({ correction }) => correction !== '0');
    expect(corrections).toMatchObject([{ year: 2027, vintage: '2026-06-30', correction: '0.0035' }]);
  });

  it('has a committee and a council for each area, and two bodies that see them all', () => {
    const areas = document.areas.map(({ area }) => area);
    for (const kind of ['professional-committee', 'portfolio-council']) {
      const seen = document.bodies.filter((body) => body.kind === kind).flatMap((body) => body.areas);
      expect(seen.toSorted()).toEqual(areas);
    }
    const deciding = document.bodies.filter(({ mandate }) => mandate.includes('decide'));
    expect(deciding).toMatchObject([{ body: 'board', areas }]);
  });
});
