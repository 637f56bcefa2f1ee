import type { FastifyInstance } from 'fastify';
import type { IssuedPart } from '../../api/invoicing/run-schema.ts';

/** An answer; what its JSON holds is for the test to say. */
interface Answered<Json> {
  readonly status: number;
  readonly text: string;
  readonly json: Json;
}

export interface RunAnswer {
  readonly id: string;
  readonly computed: {
    readonly invoices: number;
    readonly inputs: string;
    readonly totals: { readonly net: string };
    readonly comparedWith?: string;
    readonly checks: readonly { readonly expected: string; readonly found: string }[];
    readonly differences: readonly { readonly municipality: string; readonly stops: boolean }[];
  };
  readonly issued?: IssuedPart;
  readonly stored: { readonly state: string; readonly version: number };
  readonly errors?: readonly { readonly code: string; readonly pointer: string }[];
}

export interface HeadAnswer {
  readonly number: string;
  readonly run: string;
  readonly kind: string;
  readonly municipality: string;
  readonly net: string;
  readonly payable: string;
  readonly corrects?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Somebody who makes and issues invoice runs. */
export function runClient(app: FastifyInstance, headers: Record<string, string> = {}) {
  const send = async <Json>(
    method: Method,
    url: string,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<Answered<Json>> => {
    const response = await app.inject({
      method,
      url,
      headers: { ...headers, ...more },
      ...(body && { payload: body }),
    });
    return { status: response.statusCode, text: response.body, json: response.json() };
  };
  const draft = (id: string, run: object) => send<RunAnswer>('POST', '/v1/invoice-runs', { id, ...run });
  const issue = (id: string, version: number, body: object = {}, key = `issue-${id}-${version}`) =>
    send<RunAnswer>('POST', `/v1/invoice-runs/${id}/issue`, body, {
      'if-match': `"${version}"`,
      'idempotency-key': key,
    });
  return {
    send,
    draft,
    issue,
    /** Drafts a run and issues it, acknowledging whatever would stop it. */
    issued: async (id: string, run: object): Promise<RunAnswer> => {
      const drafted = await draft(id, run);
      if (drafted.status !== 201) throw new Error(drafted.text);
      const answer = await issue(id, 1, acknowledging(drafted.json));
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.json;
    },
    /** What is known of invoices, all pages of them. */
    invoices: async (query = ''): Promise<HeadAnswer[]> => {
      const items: HeadAnswer[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const page: Answered<{ items: HeadAnswer[]; nextCursor?: string }> = await send(
          'GET',
          `/v1/invoices?limit=200&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        items.push(...page.json.items);
        cursor = page.json.nextCursor;
      }
      return items;
    },
    /** An invoice in one of its forms, byte for byte. */
    document: async (number: string, accept: string, query = ''): Promise<Buffer> => {
      const response = await app.inject({
        url: `/v1/invoices/${number}${query}`,
        headers: { ...headers, accept },
      });
      if (response.statusCode !== 200) throw new Error(response.body);
      return response.rawPayload;
    },
  };
}

/** What issues a run whatever would stop it. */
export function acknowledging({ computed }: RunAnswer): object {
  const acknowledgements = computed.differences
    .filter(({ stops }) => stops)
    .map(({ municipality }) => ({ municipality, reason: 'Kontrolleret' }));
  return { acknowledgements };
}

/** Kroner of two decimals as whole øre, summed. */
export function oreSum(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
}
