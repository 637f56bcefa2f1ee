import { loadAgreement } from '../../data/load-agreement.ts';
import type { Sweep } from '../../sweeps/sweep.ts';

const { agreement, hash } = await loadAgreement('data/k98-example.agreement.json');

export { agreement };

const steps = { from: '0.0100', to: '0.0600', step: '0.0001', decimals: 0 };

/** A sample of two index rates that rise together, and what a test wants otherwise. */
export function sweep(differently: Partial<Sweep> = {}): Sweep {
  return {
    agreementHash: hash,
    changes: [
      { type: 'set-efficiency', year: 2026, rate: '0.0050' },
      { type: 'set-index', year: 2027, wage: '0.0330', price: '0.0210' },
    ],
    years: { from: 2026, to: 2028 },
    parameters: [
      {
        path: ['1', 'wage'],
        isCount: false,
        values: { ...steps, kind: 'normal', mean: '0.0330', deviation: '0.0060' },
      },
      { path: ['1', 'price'], isCount: false, values: { ...steps, kind: 'triangular', mode: '0.0210' } },
    ],
    design: { kind: 'sample', seed: 7, correlations: [{ first: 0, second: 1, coefficient: 0.6 }] },
    points: 25,
    chunkPoints: 10,
    detail: 'municipalities',
    bounds: [
      { figure: { year: 2028, figure: 'agreementPrice' }, side: 'above', amount: 78_000_000_000 },
      { figure: { year: 2028, figure: 'agreementPrice' }, side: 'below', amount: 78_000_000_000 },
    ],
    ...differently,
  };
}
