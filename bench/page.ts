import { openSite, type Site } from '../test/web/kit/site.ts';
import { besideLimit, type Row } from './row.ts';

const INTERACTIVE_LIMIT_MS = 1_000;
const PAINTED_LIMIT_MS = 100;
const VISITS = 7;
/** Every position is a question that nobody has asked before. */
const POSITIONS = 60;

/**
 * The page in a real browser, by the browser's own clock: how long after somebody opens the address the figures of the first page are
 * there and can be clicked, and how long after each position of a dragged lever its result is painted.
 */
export async function measurePage(): Promise<Row[]> {
  const site = await openSite();
  const visits: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) visits.push(await timeToFigures(site));
  const paints = await timesToPaint(site);
  await site.close();
  return [
    besideLimit(
      { what: 'page: first page interactive, new visitor', milliseconds: quantile(visits, 0.5) },
      INTERACTIVE_LIMIT_MS,
    ),
    besideLimit(
      { what: 'page: dragged lever to painted result, p95', milliseconds: quantile(paints, 0.95) },
      PAINTED_LIMIT_MS,
    ),
  ];
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((first, second) => first - second);
  const found = sorted[Math.floor(sorted.length * share)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

async function timeToFigures(site: Site): Promise<number> {
  const page = await site.open('/overblik', { waits: false });
  const milliseconds: number = await page.evaluate(FIGURES_SHOWN);
  await page.context().close();
  return milliseconds;
}

/** In the page: the time since it was asked for, at the first frame that has a figure in it. */
const FIGURES_SHOWN = `new Promise((resolve) => {
  const look = () =>
    document.querySelector('main .amount') === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => resolve(performance.now()));
  look();
})`;

async function timesToPaint(site: Site): Promise<number[]> {
  const page = await site.open('/scenarier?aar=2027');
  const times: number[] = await page.evaluate(DRAG);
  await page.context().close();
  return times;
}

/**
 * In the page: moves the lever, waits until the amount of the result is another one and the frame that shows it has been
 * painted, and moves on.
 */
const DRAG = `(async () => {
  const lever = document.querySelector('input[type=range]');
  const amount = () => document.querySelector('.outcome-amount').textContent;
  const times = [];
  for (let position = 0; position < ${POSITIONS}; position++) {
    const before = amount();
    const start = performance.now();
    lever.value = String(400 + 5 * position);
    lever.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => {
      const look = () => (amount() === before ? requestAnimationFrame(look) : requestAnimationFrame(resolve));
      requestAnimationFrame(look);
    });
    times.push(performance.now() - start);
  }
  return times;
})()`;
