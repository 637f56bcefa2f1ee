import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { returns } from './connection.ts';

const MOST_REMEMBERED = 60;

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
 */
export function useAnswer<T>(
  key: string | undefined,
  question: (signal: AbortSignal) => Promise<T>,
): Answer<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Settled<T>>({});
  const newest = useRef(question);
  newest.current = question;
  const retry = state.failure === undefined ? '' : `${language.value}${returns.value}`;

  useEffect(() => {
    if (key === undefined) return;
    const known = remembered.get(key);
    if (known !== undefined && round === 0) return setState({ key, value: known as T });
    const cancel = new AbortController();
    newest.current(cancel.signal).then(
      (value) => {
        remember(key, value);
        if (!cancel.signal.aborted) setState({ key, value });
      },
      (failure: unknown) => {
        if (!cancel.signal.aborted) setState((last) => ({ ...last, key, failure }));
      },
    );
    return () => cancel.abort();
  }, [key, round, retry]);

  const ask = () => {
    if (key !== undefined) remembered.delete(key);
    setRound((last) => last + 1);
  };
  const isAwaited = key !== undefined && state.key !== key;
  return { ...state, isAwaited, ask };
}

interface Settled<T> {
  readonly key?: string;
  readonly value?: T;
  readonly failure?: unknown;
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
