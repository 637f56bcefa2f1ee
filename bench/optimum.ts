import { type SelectionRequest, selectionRequestSchema } from '../data/schema/selection.ts';
import { answerRequest } from '../selection/answer-request.ts';
import { highsSolver } from '../selection/highs.ts';
import { SelectionWorkers } from '../selection/workers.ts';
import type { Solver } from '../src/prioritisation/selection/optimum/program.ts';
import { medians, SELDOM } from './median.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const BUDGETS = 10;
const PROVED = 50;
/** How much of what all initiatives would take there is, per initiative: scarce enough to be proved in about a second, and harder. */
const SCARCE = 120;
const HARD = 270;
/** Too large to be proved quickly: how near they come after so many seconds. */
const LARGE = [100, 200];
const SECONDS = [1, 5, 20];
/** The service may take a tenth more than the solver alone. */
const MOST_OVERHEAD = 1.1;

type Task = Parameters<Solver>;

/**
 * The optimum as a service: from the bytes of a request to the bytes of the answer, in a thread. The peer is HiGHS alone, in the same run,
 * with the very programs that the service gave it and nothing around it.
 */
export async function measureOptimum(): Promise<Row[]> {
  const solver = await highsSolver();
  return [...(await provedRows(solver)), ...LARGE.flatMap((count) => gapRows(solver, count))];
}

async function provedRows(solver: Solver): Promise<Row[]> {
  const request = portfolio(PROVED, 300, SCARCE);
  const tasks = recorded(solver, request).tasks;
  const body = new TextEncoder().encode(JSON.stringify(request));
  const workers = new SelectionWorkers();
  const [service, plain] = await medians(
    {
      [`optimum, ${PROVED} initiatives × ${BUDGETS} budgets, proved`]: () =>
        workers.answer(body, new AbortController().signal),
      'HiGHS alone, the same programs': () => {
        for (const task of tasks) solver(...task);
      },
    },
    SELDOM,
  );
  await workers.close();
  if (service === undefined || plain === undefined) throw new Error('not all measured');
  return [besidePeer(service, plain), besideLimit(service, plain.milliseconds * MOST_OVERHEAD)];
}

/** After so many seconds: the service's gap, and HiGHS's own when it has as long for the first of the programs. */
function gapRows(solver: Solver, count: number): Row[] {
  return SECONDS.map((seconds) => {
    const { tasks, answer, milliseconds } = recorded(solver, portfolio(count, seconds, HARD));
    const [program] = tasks[0] ?? [];
    if (program === undefined) throw new Error('the solver was not asked');
    const started = performance.now();
    const alone = solver(program, { seconds });
    const plain = performance.now() - started;
    const value = program.columns.reduce(
      (sum, { profit }, column) => sum + profit * Math.round(alone.values?.[column] ?? 0),
      0,
    );
    const note = `gap ${percent(Number(answer.gap) / Number(answer.benefit))}, alone ${percent((alone.bound - value) / value)}`;
    const what = `optimum, ${count} initiatives × ${BUDGETS} budgets, limit ${seconds} s`;
    const peer = { what: 'HiGHS alone, the same limit', milliseconds: plain };
    return { ...besidePeer({ what, milliseconds }, peer), note };
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)} %`;
}

/** Answers a request and keeps what the solver was asked. */
function recorded(solver: Solver, request: SelectionRequest) {
  const tasks: Task[] = [];
  const started = performance.now();
  const reply = answerRequest(
    request,
    (...task) => {
      tasks.push(task);
      return solver(...task);
    },
    () => performance.now(),
  );
  if (reply.kind !== 'answered') throw new Error(`not answered but ${reply.kind}`);
  return { tasks, answer: reply.answer, milliseconds: performance.now() - started };
}

/** Initiatives that use ten budgets beside money, some 540 of each on average. */
function portfolio(count: number, timeLimitSeconds: number, perInitiative: number): SelectionRequest {
  const names = Array.from({ length: BUDGETS }, (_, place) => `budget-${place}`);
  const scattered = (number: number, salt: number, most: number) =>
    ((number + 1) * (7_919 + 104_729 * salt)) % most;
  return selectionRequestSchema.parse({
    method: 'optimum',
    timeLimitSeconds,
    budget: `${275_000 * count}.00`,
    initiatives: Array.from({ length: count }, (_, number) => ({
      id: `i${number}`,
      cost: `${100_000 + scattered(number, 0, 899_981)}.00`,
      benefit: String(1_000 + scattered(number, 1, 997)),
      resources: Object.fromEntries(
        names.map((name, place) => [name, String(100 + scattered(number, place + 2, 887))]),
      ),
    })),
    constraints: { limits: Object.fromEntries(names.map((name) => [name, String(perInitiative * count)])) },
  });
}
