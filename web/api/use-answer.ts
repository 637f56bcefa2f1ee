import { useEffect, useRef, useState } from 'preact/hooks';
import { inBoth, language } from '../language/language.ts';
import { returns } from './connection.ts';
import { Cancelled } from './problem.ts';
import { begin, type Report } from './under-way.ts';

const MOST_REMEMBERED = 60;

const words = inBoth({ asking: 'Henter' }, { asking: 'Fetching' });

/** What is known of an answer: while a new one is awaited, the last one stays. */
export interface Answer<T> {
  readonly value?: T;
  readonly failure?: unknown;
  readonly isAwaited: boolean;
  /** Asks again, also when the answer is known. */
  readonly ask: () => void;
}

const remembered = new Map<string, unknown>();

/**
 * Asks for something and paints again when it comes. A question that is no longer the newest is cancelled, so a late
 * answer never takes the place of a newer one.
 *
 * @param key names the question: the same key is the same answer; undefined asks nothing
 * @param title what is being done, for whoever has to wait for it
 */
export function useAnswer<T>(
  key: string | undefined,
  question: (signal: AbortSignal, report: Report) => Promise<T>,
  title = () => words().asking,
): Answer<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Settled<T>>({});
  const newest = useRef({ question, title });
  newest.current = { question, title };

  useEffect(() => {
    if (key === undefined) return;
    const known = remembered.get(key);
    if (known !== undefined) return setState({ key, value: known as T });
    const controller = new AbortController();
    const fail = (failure: unknown) => setState((last) => ({ ...last, key, failure }));
    const cancel = () => {
      controller.abort();
      fail(new Cancelled());
    };
    const { report, end } = begin({ title: newest.current.title, cancel });
    newest.current
      .question(controller.signal, report)
      .then(
        (value) => {
          remember(key, value);
          if (!controller.signal.aborted) setState({ key, value });
        },
        (failure: unknown) => {
          if (!controller.signal.aborted) fail(failure);
        },
      )
      .finally(end);
    return () => {
      controller.abort();
      end();
    };
  }, [key, round]);

  const ask = () => {
    if (key !== undefined) remembered.delete(key);
    setState(({ value }) => (value === undefined ? {} : { value }));
    setRound((last) => last + 1);
  };
  useAgain(state.failure, ask);
  const isAwaited = key !== undefined && state.key !== key;
  return { ...state, isAwaited, ask };
}

interface Settled<T> {
  readonly key?: string;
  readonly value?: T;
  readonly failure?: unknown;
}

/** What failed is asked again when the server is back, and in the other language; what somebody cancelled is not. */
function useAgain(failure: unknown, ask: () => void): void {
  const circumstances = `${language.value}${returns.value}`;
  const last = useRef(circumstances);
  useEffect(() => {
    if (last.current === circumstances) return;
    last.current = circumstances;
    if (failure !== undefined && !(failure instanceof Cancelled)) ask();
  }, [circumstances]);
}

/** What is kept may have changed: the next question about it is asked anew. */
export function forget(keyStart: string): void {
  for (const key of [...remembered.keys()]) if (key.startsWith(keyStart)) remembered.delete(key);
}

function remember(key: string, value: unknown): void {
  remembered.delete(key);
  remembered.set(key, value);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
