import type { MessagePort } from 'node:worker_threads';
import { type JsonFault, readJson } from '../data/json-text.ts';
import type { Refusal } from '../src/refusal.ts';
import { answerRequest } from './answer-request.ts';
import { highsSolver } from './highs.ts';

/** What comes back from a worker: everything is checked, computed and written there, byte for byte. */
export type WorkerReply =
  | { readonly kind: 'answered'; readonly json: Uint8Array }
  | { readonly kind: 'unreadable'; readonly fault: JsonFault }
  | { readonly kind: 'malformed' | 'refused'; readonly refusals: readonly Refusal[] };

const solver = await highsSolver();

/** One request: the bytes of its body, and where to say how long it may take. */
export interface WorkerTask {
  readonly body: Uint8Array;
  readonly watch: MessagePort;
}

/**
 * Answers one request. Runs in a thread of its own, which it blocks until it is done: so it says when it begins, and once it has
 * read it how many seconds the request allows, for whoever watches it.
 */
export default function answer({ body, watch }: WorkerTask): WorkerReply {
  watch.postMessage(null);
  try {
    return replyTo(body, (seconds) => watch.postMessage(seconds));
  } finally {
    watch.close();
  }
}

function replyTo(body: Uint8Array, allows: (seconds: number) => void): WorkerReply {
  const text = textOf(body);
  if (text === undefined) return { kind: 'unreadable', fault: { code: 'json_text_invalid', path: [] } };
  const reading = readJson(text);
  if (!reading.ok) return { kind: 'unreadable', fault: reading.fault };
  const reply = answerRequest(reading.value, solver, () => performance.now(), allows);
  if (reply.kind !== 'answered') return reply;
  return { kind: 'answered', json: new TextEncoder().encode(JSON.stringify(reply.answer)) };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
