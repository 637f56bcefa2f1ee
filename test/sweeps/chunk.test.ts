import { describe, expect, it } from 'vitest';
import { addSummaries, pointLines, pointRows, summarise } from '../../sweeps/chunk.ts';
import { PointComputer } from '../../sweeps/point-computer.ts';
import { pointsOf } from '../../sweeps/points.ts';
import { pointParts } from '../../sweeps/sweep.ts';
import { agreement, sweep } from './build-sweep.ts';
import { plainFigures } from './plain-figures.ts';

describe('a chunk of a sweep', () => {
  it('gives at each point every figure that the plain path gives', () => {
    const asked = sweep();
    const computer = new PointComputer(asked, agreement);
    for (const { places } of [...pointsOf(asked, computer.reaches, 0)].slice(0, 4)) {
      const figures = [...(computer.figuresAt(places) ?? [])];
      expect(figures.map((figure) => (Number.isNaN(figure) ? undefined : BigInt(figure)))).toEqual(
        plainFigures(asked, agreement, computer.valuesAt(places)),
      );
    }
  });

  it('adds up with the others to the summary of all points at once', () => {
    const parts = [0, 1, 2].map((chunk) => summarise(new PointComputer(sweep(), agreement), chunk));
    const whole = sweep({ design: { kind: 'grid' }, points: 25, chunkPoints: 25 });
    const split = sweep({ design: { kind: 'grid' }, points: 25, chunkPoints: 10 });
    const [first, second, third] = [0, 1, 2].map((chunk) =>
      summarise(new PointComputer(split, agreement), chunk),
    );
    if (first === undefined || second === undefined || third === undefined) throw new Error('three chunks');
    expect(addSummaries(third, addSummaries(first, second))).toEqual(
      summarise(new PointComputer(whole, agreement), 0),
    );
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(25);
    for (const { points, refused, crossed } of parts)
      expect((crossed[0] ?? 0) + (crossed[1] ?? 0)).toBeLessThanOrEqual(points - refused);
  });

  it('counts a point that cannot be priced apart', () => {
    const amounts = { kind: 'list' as const, values: ['1.00', '9999999999999.00'] };
    const asked = sweep({
      changes: [{ type: 'set-efficiency', year: 2027, amount: '1.00' }],
      parameters: [{ path: ['0', 'amount'], isCount: false, values: amounts }],
      design: { kind: 'grid' },
      points: 2,
      bounds: [],
    });
    const { points, refused, figures } = summarise(new PointComputer(asked, agreement), 0);
    expect([points, refused, figures[0]?.count]).toEqual([2, 1, 1]);
    expect(pointLines(new PointComputer(asked, agreement), [0, 2]).trim().split('\n').at(-1)).toBe(
      '{"point":1,"values":["9999999999999.00"],"refused":true}',
    );
  });

  it('is written as rows with one header, and as lines, of the same figures', () => {
    const asked = sweep({ detail: 'agreement' });
    const parts = [...pointParts(asked, 4)];
    const rows = parts.map((range) => pointRows(new PointComputer(asked, agreement), range)).join('');
    expect(rows.match(/point;/g)).toHaveLength(1);
    expect(rows.trimEnd().split('\r\n')).toHaveLength(26);
    // Parts do not reach beyond their chunk, and in the middle of one the draws are those of the whole.
    expect(parts.slice(0, 4)).toEqual([
      [0, 4],
      [4, 8],
      [8, 10],
      [10, 14],
    ]);
    const lines = parts.map((range) => pointLines(new PointComputer(asked, agreement), range)).join('');
    const chunks = [...pointParts(asked, 10)].map((range) =>
      pointLines(new PointComputer(asked, agreement), range),
    );
    expect(lines).toBe(chunks.join(''));
    const { figures } = JSON.parse(lines.split('\n')[5] ?? '');
    expect(rows.split('\r\n')[6]).toContain(figures['2026/agreementPrice'].replace('.', ','));
  });
});
