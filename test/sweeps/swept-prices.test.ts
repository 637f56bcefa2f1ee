import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import { PointComputer } from '../../sweeps/point-computer.ts';
import { SweptPrices } from '../../sweeps/swept-prices.ts';
import { SIZES } from '../agreement/sizes.ts';
import { sweptDocumentArb } from '../arbitraries/sweeps.ts';
import { acceptedValue } from '../results.ts';
import { agreement, sweep } from './build-sweep.ts';
import { plainFigures } from './plain-figures.ts';

function figuresAt(computer: PointComputer, places: readonly number[]): (bigint | undefined)[] | undefined {
  const figures = computer.figuresAt(places);
  return figures && Array.from(figures, (figure) => (Number.isNaN(figure) ? undefined : BigInt(figure)));
}

describe.each(SIZES)('prices as a program of the numbers that vary, for %s', (_, documents, depth) => {
  it('give at every point every øre of the plain path, and are refused where that refuses', () => {
    fc.assert(
      fc.property(sweptDocumentArb(documents), ({ document, sweep, points }) => {
        const swept = acceptedValue(agreementFromDocument(document));
        const computer = new PointComputer(sweep, swept);
        for (const point of points) {
          const places = computer.reaches.map(({ count }, parameter) => (point[parameter] ?? 0) % count);
          const plain = plainFigures(sweep, swept, computer.valuesAt(places));
          expect(figuresAt(computer, places)).toEqual(plain);
        }
      }),
      depth,
    );
  });
});

/** A sweep of one field of one change over some values, priced by solution. */
function sweptField(change: ChangeDocument, field: string, values: readonly string[]) {
  const parameter = { path: ['0', field], isCount: false, values: { kind: 'list' as const, values } };
  const asked = sweep({
    changes: [change, { type: 'set-efficiency', year: 2026, rate: '0.0050' }],
    parameters: [parameter],
    design: { kind: 'grid' },
    points: values.length,
    detail: 'solutions',
    bounds: [],
  });
  return { asked, computer: new PointComputer(asked, agreement) };
}

const rates = ['0.0250', '0.0300', '0.0210'];

describe('prices as a program of the numbers that vary', () => {
  it.each<[string, ChangeDocument, string, readonly string[]]>([
    ['a wage rate', { type: 'set-index', year: 2027, wage: '0.0330', price: '0.0210' }, 'wage', rates],
    [
      'a correction',
      { type: 'set-index', year: 2026, combined: '0.0330', correction: '0' },
      'correction',
      rates,
    ],
    ['an efficiency rate', { type: 'set-efficiency', year: 2027, rate: '0.0100' }, 'rate', rates],
    ['a reserved share', { type: 'set-reserved-share', share: '0.25' }, 'share', ['0.25', '0.3', '0']],
    [
      'a base price',
      { type: 'set-base-price', solution: 'aula', component: 'operations', amount: '30000000.00' },
      'amount',
      ['30000000.00', '0.00', '31000000.01'],
    ],
  ])('are compiled for %s', (_, change, field, values) => {
    const { asked, computer } = sweptField(change, field, values);
    expect(
      SweptPrices.of(asked, agreement, computer.reaches, (places) => computer.agreementAt(places)),
    ).toBeDefined();
    for (const place of values.keys())
      expect(figuresAt(computer, [place])).toEqual(
        plainFigures(asked, agreement, computer.valuesAt([place])),
      );
  });

  it.each<[string, ChangeDocument, string, readonly string[]]>([
    [
      'an efficiency amount',
      { type: 'set-efficiency', year: 2027, amount: '100.00' },
      'amount',
      ['100.00', '200.00'],
    ],
    [
      'what stays of a share that is left',
      { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0.5' },
      'fixedShare',
      ['0.5', '0.6'],
    ],
  ])('are left to the engine for %s', (_, change, field, values) => {
    const { asked, computer } = sweptField(change, field, values);
    expect(
      SweptPrices.of(asked, agreement, computer.reaches, (places) => computer.agreementAt(places)),
    ).toBeUndefined();
    expect(figuresAt(computer, [1])).toEqual(plainFigures(asked, agreement, computer.valuesAt([1])));
  });

  // Wage and price alike make quotas of whole numbers and equal fractions, which doubles cannot tell from nearly so.
  it('are exact where wage and price rise alike, and where nothing rises', () => {
    const index = { type: 'set-index', year: 2027, wage: '0.0250', price: '0.0250' } as const;
    const { asked, computer } = sweptField(index, 'wage', ['0.0250', '0', '0.0300']);
    for (const place of [0, 1, 2])
      expect(figuresAt(computer, [place])).toEqual(
        plainFigures(asked, agreement, computer.valuesAt([place])),
      );
  });

  it('are computed afresh after a point that cannot be priced', () => {
    const index = { type: 'set-index', year: 2027, combined: '0.0250', correction: '0' } as const;
    const { asked, computer } = sweptField(index, 'correction', ['0', '0.01', '-1.0250', '0.02']);
    expect(figuresAt(computer, [2])).toBeUndefined();
    for (const place of [3, 2, 1, 0])
      expect(figuresAt(computer, [place])).toEqual(
        plainFigures(asked, agreement, computer.valuesAt([place])),
      );
  });
});
