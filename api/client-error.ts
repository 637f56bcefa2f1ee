import type { Socket } from 'node:net';
import { bodyError, PROBLEM_KINDS, PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import { requestRefusal } from './request-refusals.ts';

/**
 * Answers what is not HTTP at all, on the bare socket: there is no request yet whose headers could say which
 * language or form the client prefers.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(
    problemOf('malformed-request', [bodyError(requestRefusal('http_malformed'), 'da')], 'da'),
  );
  const head = [
    `HTTP/1.1 ${PROBLEM_KINDS['malformed-request'].status} Bad Request`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
