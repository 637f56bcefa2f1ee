import { setTimeout } from 'node:timers/promises';

/** A version that the server said it has kept. */
export interface Acknowledged {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

/** A status that is no yes, and what came with it. */
export interface Refused {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
}

/** The kept version, or a problem. */
interface Answer {
  readonly title: string;
  readonly stored?: { readonly version: number };
  readonly errors?: readonly { readonly code: string }[];
}

/** Long enough for nobody to be refused for it, short enough to notice that the server is back. */
const PAUSE_MS = 20;

/**
 * Clients who write scenarios one after the other until they are stopped, and remember what they were told. What got no
 * answer, or no yes, may have been kept or not; its creation is asked for again with the same key, as the API tells
 * clients to.
 */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: Refused[] = [];
  /** The titles that were ever sent, by id, in the order of their versions. */
  readonly sent = new Map<string, string[]>();
  readonly #clients: Promise<void>[] = [];
  #isStopped = false;

  /** @param round names what they write, so that no two rounds write the same */
  constructor(address: string, clients: number, round: string) {
    for (let client = 0; client < clients; client++)
      this.#clients.push(this.#writeOn(address, `${round}-${client}`));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#clients);
  }

  async #writeOn(address: string, client: string): Promise<void> {
    for (let made = 0; !this.#isStopped; made++) {
      const id = `${client}-${made}`;
      const isKept = await this.#sendUntilKept(id, () => create(address, id, titleOf(id, 1)));
      if (isKept) await this.#send(id, 2, () => replace(address, id, titleOf(id, 2)));
    }
  }

  async #sendUntilKept(id: string, send: () => Promise<Response>): Promise<boolean> {
    while (!this.#isStopped) {
      if (await this.#send(id, 1, send)) return true;
      await setTimeout(PAUSE_MS);
    }
    return false;
  }

  async #send(id: string, version: number, send: () => Promise<Response>): Promise<boolean> {
    const title = titleOf(id, version);
    const sent = this.sent.get(id) ?? [];
    sent[version - 1] = title;
    this.sent.set(id, sent);
    const response = await send().catch(() => undefined);
    // The connection ended before there was an answer.
    if (response === undefined) return false;
    const body = (await response.json().catch(() => undefined)) as Answer | undefined;
    if (body === undefined) return false;
    if (body.stored !== undefined)
      this.acknowledged.push({ id, version: body.stored.version, title: body.title });
    else
      this.refused.push({
        status: response.status,
        code: body.errors?.[0]?.code,
        retryAfter: response.headers.get('retry-after'),
      });
    return response.ok;
  }
}

function titleOf(id: string, version: number): string {
  return `${id}, udgave ${version}`;
}

const scenario = {
  agreement: 'k98-example',
  years: { from: 2026, to: 2027 },
  basedOn: 'baseline',
  changes: [],
};

function create(address: string, id: string, title: string): Promise<Response> {
  return send(`${address}/v1/scenarios`, 'POST', { 'idempotency-key': id }, { id, title, scenario });
}

function replace(address: string, id: string, title: string): Promise<Response> {
  return send(`${address}/v1/scenarios/${id}`, 'PUT', { 'if-match': '"1"' }, { title, scenario });
}

function send(url: string, method: string, headers: Record<string, string>, body: object): Promise<Response> {
  return fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
