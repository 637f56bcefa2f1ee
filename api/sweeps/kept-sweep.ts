import { pathOfPointer, valueAtPath } from '../../scenarios/number-in-changes.ts';
import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import type { SweepRequest } from './sweep-schema.ts';

/** What of a sweep was settled when it was made. */
export interface SettledSweep {
  readonly hash: string;
  readonly agreement: string;
  /** The changes of the bases that the scenario builds on, so that a later change of these changes no sweep. */
  readonly inherited: ScenarioDocument['changes'];
  readonly points: number;
  readonly chunkPoints: number;
}

/** A sweep as it is kept: what was asked for, and what was settled when it was made. */
export type KeptSweep = SweepRequest & { readonly computed: SettledSweep };

/** The sweep as its points are computed from. */
export function sweepOf({ scenario, parameters, sample, detail, bounds = [], computed }: KeptSweep): Sweep {
  const { inherited } = computed;
  return {
    agreementHash: computed.agreement,
    changes: [...inherited, ...scenario.changes],
    years: scenario.years,
    parameters: parameters.map(({ pointer, values }) => {
      const path = pathOfPointer(pointer) ?? [];
      const [, change, ...field] = path;
      return {
        path: [String(Number(change) + inherited.length), ...field],
        isCount: typeof valueAtPath(scenario, path) === 'number',
        values: values.kind === 'list' ? values : { ...values, decimals: path.at(-1) === 'amount' ? 2 : 0 },
      };
    }),
    design:
      sample === undefined
        ? { kind: 'grid' }
        : {
            kind: 'sample',
            seed: sample.seed,
            correlations: (sample.correlations ?? []).map(({ first, second, coefficient }) => ({
              first,
              second,
              coefficient: Number(coefficient),
            })),
          },
    points: computed.points,
    chunkPoints: computed.chunkPoints,
    detail,
    bounds: bounds.map(({ figure, side, amount }) => ({
      figure,
      side,
      amount: Number(oreFromKroner(amount)),
    })),
  };
}

export function chunkCount({ computed }: KeptSweep): number {
  return Math.ceil(computed.points / computed.chunkPoints);
}
