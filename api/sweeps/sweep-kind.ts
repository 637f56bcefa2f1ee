import type { Identity } from '../../src/access/identity.ts';
import { accepted, collect, type Result, refused } from '../../src/refusal.ts';
import { keepContents } from '../../store/contents.ts';
import { SWEEPS } from '../../store/sweeps.ts';
import { columnName, columnsOf } from '../../sweeps/columns.ts';
import { correlationFactor } from '../../sweeps/correlated-draws.ts';
import { valuesInReach } from '../../sweeps/parameter-values.ts';
import type { Detail } from '../../sweeps/sweep.ts';
import { atPath } from '../calculation/at-path.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { type StackedScenario, stackScenario } from '../calculation/stacked-scenario.ts';
import { variedField } from '../calculation/varied-scenario.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { StoredBody, StoredKind } from '../stored/stored-kind.ts';
import { type KeptSweep, sweepOf } from './kept-sweep.ts';
import { type SweepRequest, sweepSchemas } from './sweep-schema.ts';

const MOST_POINTS = 10_000_000;
/** What is split over municipalities takes a thousand times as long as what is only priced. */
const MOST_SPLIT_POINTS = 1_000_000;

/** What is split over municipalities takes a second or two for so many points. */
const SPLIT_CHUNK_POINTS = 1_000;
/** Large sweeps have about so many chunks: enough to share and to show progress, and each worth its way through the store. */
const USUAL_CHUNKS = 200;
const FEWEST_CHUNK_POINTS = 5_000;

function chunkPointsOf(detail: Detail, points: number): number {
  if (detail === 'municipalities') return SPLIT_CHUNK_POINTS;
  return Math.max(FEWEST_CHUNK_POINTS, Math.ceil(points / USUAL_CHUNKS));
}

/** A sweep that somebody has asked for: never changed, and cancelled by deleting it. */
export function sweepKind(catalogueFor: CatalogueFor): StoredKind<SweepRequest & StoredBody> {
  return {
    kind: SWEEPS,
    noun: 'sweep',
    name: ['Sweep', 'Sweeps'],
    tag: 'scenarios',
    read: 'scenario.read',
    write: 'scenario.write',
    schemas: sweepSchemas,
    editableIn: [],
    check: async () => accepted(undefined),
    complete: async (request, identity) => {
      const settled = await settle(request, identity, catalogueFor);
      if (!settled.ok) return settled;
      const { kept, stacked } = settled.value;
      return accepted({
        content: kept,
        keepBeside: (under) => keepContents(under, [stacked.loaded.document]),
      });
    },
  };
}

/** Checks what a sweep asks for, and pins what it is computed from. */
async function settle(
  request: SweepRequest & StoredBody,
  identity: Identity,
  catalogueFor: CatalogueFor,
): Promise<Result<{ readonly kept: KeptSweep & StoredBody; readonly stacked: StackedScenario }>> {
  const { scenario, sample, detail } = request;
  const catalogue = await catalogueFor(identity, [scenario]);
  const stacked = atPath(['scenario'], stackScenario(scenario, catalogue));
  if (!stacked.ok) return stacked;
  const counts = collect(
    request.parameters.map((parameter, place) => atPath(['parameters', place], countOf(request, parameter))),
  );
  if (!counts.ok) return counts;
  const points = sample?.points ?? counts.value.reduce((product, count) => product * count, 1);
  if (points > (detail === 'municipalities' ? MOST_SPLIT_POINTS : MOST_POINTS))
    return refused(requestRefusal('sweep_too_large', [sample === undefined ? 'parameters' : 'sample']));
  const { loaded, hash, changes } = stacked.value;
  const computed = {
    hash,
    agreement: loaded.hash,
    inherited: changes.slice(0, changes.length - scenario.changes.length),
    points,
    chunkPoints: chunkPointsOf(detail, points),
  };
  const kept = { ...request, computed };
  const wrong = impossible(kept, stacked.value);
  return wrong ?? accepted({ kept, stacked: stacked.value });
}

/** How many values a parameter takes; the ends of a range, and every value of a list, must be able to stand there. */
function countOf(
  { scenario }: SweepRequest,
  { pointer, values }: SweepRequest['parameters'][number],
): Result<number> {
  const field = variedField(scenario, pointer);
  if (!field.ok) return field;
  const { count, textAt } = valuesInReach(
    values.kind === 'list' ? values : { ...values, decimals: field.value.decimals },
  );
  if (count === 0) return refused(requestRefusal('parameter_range_empty', ['values', 'to']));
  const tried = values.kind === 'list' ? values.values : [textAt(0), textAt(count - 1)];
  const standing = collect(tried.map((text) => atPath(['values'], field.value.scenarioWith(text))));
  return standing.ok ? accepted(count) : standing;
}

function impossible(kept: KeptSweep, { agreement }: StackedScenario): Result<never> | undefined {
  const sweep = sweepOf(kept);
  const correlations = sweep.design.kind === 'sample' ? sweep.design.correlations : [];
  const { length } = sweep.parameters;
  const isNamed = correlations.every(
    ({ first, second }) => first < length && second < length && first !== second,
  );
  if (!isNamed || correlationFactor(length, correlations) === undefined)
    return refused(requestRefusal('sweep_correlation_impossible', ['sample', 'correlations']));
  const names = new Set(columnsOf(sweep, agreement).map(columnName));
  const stray = sweep.bounds.findIndex(
    ({ figure }) => figure.component !== undefined || !names.has(columnName(figure)),
  );
  return stray < 0 ? undefined : refused(requestRefusal('sweep_bound_unknown', ['bounds', stray, 'figure']));
}
