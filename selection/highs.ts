import highsModule, { type Highs, type ModelData } from 'highs';
import type { Program, Solved, Solver } from '../src/prioritisation/selection/optimum/program.ts';

/** The package types its CommonJS form; to a module its default export is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/**
 * HiGHS (WASM) as the solver of selections: the only file that knows it. Each program gets a solver of its own, so that no
 * answer depends on an earlier one. `run` blocks its thread until it is done, so this belongs in a worker.
 */
export async function highsSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (program, { seconds, start }) =>
    highs.withModel(modelOf(highs, program), (model): Solved => {
      model.options.set({
        output_flag: false,
        random_seed: 0,
        mip_rel_gap: 0,
        mip_abs_gap: 0,
        time_limit: Math.max(seconds, LEAST_SECONDS),
      });
      if (start !== undefined) model.setSolution({ colValue: start });
      const { modelStatus } = model.run();
      const { infeasible, optimal } = highs.constants.modelStatus;
      if (modelStatus === infeasible) return { status: 'infeasible', bound: 0 };
      const hasValues = model.info.get('primal_solution_status') === FEASIBLE;
      return {
        status: modelStatus === optimal ? 'optimal' : 'stopped',
        ...(hasValues && { values: model.getSolution().colValue }),
        bound: Number(model.info.get('mip_dual_bound')),
      };
    });
}

/** HiGHS takes a limit of zero for no limit. */
const LEAST_SECONDS = 0.001;

/** HiGHS's own number for a solution that keeps all rows and bounds. */
const FEASIBLE = 2;

function modelOf({ infinity, constants }: Highs, { maximise, columns, rows }: Program): ModelData {
  const { objectiveSense, variableType } = constants;
  const finite = (bound: number) => Math.max(-infinity, Math.min(infinity, bound));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ terms }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + terms.length;
  });
  const terms = rows.flatMap((row) => row.terms);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: maximise ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: columns.map(({ profit }) => profit),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => finite(lower)),
    rowUpper: rows.map(({ upper }) => finite(upper)),
    integrality: columns.map(({ isWhole }) => (isWhole ? variableType.integer : variableType.continuous)),
    matrix: {
      format: 'csr',
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(terms, ({ column }) => column),
      values: Float64Array.from(terms, ({ coefficient }) => coefficient),
    },
  };
}
