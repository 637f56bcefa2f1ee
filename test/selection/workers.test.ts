import Fraction from 'fraction.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type SelectionAnswer, selectionAnswerSchema } from '../../data/schema/selection-answer.ts';
import { type SelectionReply, SelectionWorkers } from '../../selection/workers.ts';
import type { RequestDocument } from './answered.ts';
import { QUICK, slowRequest } from './slow-request.ts';

let workers = new SelectionWorkers();
afterEach(async () => {
  await workers.close();
  workers = new SelectionWorkers();
});

const NEVER = new AbortController().signal;
const ask = (request: RequestDocument, cancelled = NEVER): Promise<SelectionReply> =>
  workers.answer(new TextEncoder().encode(JSON.stringify(request)), cancelled);

function answerIn(reply: SelectionReply): SelectionAnswer {
  if (reply.kind !== 'answered') throw new Error(`not answered but ${reply.kind}`);
  return selectionAnswerSchema.parse(JSON.parse(new TextDecoder().decode(reply.json)));
}

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a selection that takes long', () => {
  it('stops at its time limit with the best set it has, what it may be short of, and the limit', async () => {
    const answer = answerIn(await ask(slowRequest(0.5)));
    expect(answer).toMatchObject({ proven: false, timeLimitSeconds: 0.5, constraints: { met: true } });
    const { bound = '', benefit, gap = '' } = answer;
    expect(new Fraction(bound).compare(benefit)).toBeGreaterThan(0);
    expect(new Fraction(bound).sub(benefit).toString()).toBe(gap);
  });

  it('does not block the thread that answers requests', async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 20);
    await ask(slowRequest(2));
    clearInterval(ticking);
    // Two seconds have a hundred ticks; a blocked thread has none.
    expect(ticks).toBeGreaterThan(20);
  });

  it('is no longer worked on when it is cancelled, and whoever waits behind it is answered', async () => {
    const cancelled = new AbortController();
    const slow = ask(slowRequest(300), cancelled.signal);
    await soon(500);
    const behind = ask(QUICK);
    cancelled.abort();
    expect((await slow).kind).toBe('cancelled');
    expect(answerIn(await behind).selected).toEqual(['a']);
    expect(answerIn(await ask(QUICK)).selected).toEqual(['a']);
  });

  it('is dropped when it is cancelled while it waits', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const slow = ask(slowRequest(300), first.signal);
    const waiting = Array.from({ length: 3 }, () => ask(slowRequest(300), second.signal));
    second.abort();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(Array(3).fill('cancelled'));
    first.abort();
    await slow;
    expect(answerIn(await ask(QUICK)).selected).toEqual(['a']);
  });

  it('is ended when it does not keep its own time, and its worker is replaced', async () => {
    await workers.close();
    // Without any patience beyond the time limit: HiGHS is asked for two seconds, and the answer would take a moment longer.
    workers = new SelectionWorkers({ readingMs: 60_000, writingMs: -1_500 });
    expect((await ask(slowRequest(2))).kind).toBe('too-long');
    expect(answerIn(await ask({ ...QUICK, timeLimitSeconds: 60 })).selected).toEqual(['a']);
  });
});
