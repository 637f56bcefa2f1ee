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

/** Answers one request from the bytes of its body. Runs in a thread of its own, which it blocks until it is done. */
export default function answer({ body }: { readonly body: Uint8Array }): WorkerReply {
  const text = textOf(body);
  if (text === undefined) return { kind: 'unreadable', fault: { code: 'json_text_invalid', path: [] } };
  const reading = readJson(text);
  if (!reading.ok) return { kind: 'unreadable', fault: reading.fault };
  const reply = answerRequest(reading.value, solver, () => performance.now());
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
