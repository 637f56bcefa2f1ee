import type { FastifyInstance } from 'fastify';

export const YEAR = 2027;

/** The council that the tests' proposals come from; its area is children and schools. */
const COUNCIL = 'portfolio-council-children-and-schools';

/** An initiative of the council's own area that builds on Aula. */
export function initiative(id: string, amount: string, more: object = {}): object {
  return {
    id,
    title: `Initiativet ${id}`,
    area: 'children-and-schools',
    target: 'aula',
    costs: [{ year: YEAR, amount }],
    priceLevel: YEAR,
    ...more,
  };
}

/** An answer; what its JSON holds is for the test to say. */
interface Answered<Json> {
  readonly status: number;
  readonly json: Json;
}

export interface ProposalAnswer {
  readonly id: string;
  readonly stored: { readonly state: string; readonly version: number };
  readonly errors?: readonly { readonly code: string; readonly pointer: string }[];
}

interface PriceOfYear {
  readonly solutions: readonly { readonly solution: string; readonly pool: string }[];
}

/** Somebody who sends proposals and acts on them. */
export function clientOf(app: FastifyInstance) {
  const send = async <Json>(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
    version?: number,
  ): Promise<Answered<Json>> => {
    const response = await app.inject({
      method,
      url,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      ...(body && { payload: body }),
    });
    return { status: response.statusCode, json: response.json() };
  };
  const act = (id: string, version: number, action: object) =>
    send<ProposalAnswer>('POST', `/v1/proposals/${id}/actions`, action, version);
  const propose = (id: string, initiatives: readonly object[], more: object = {}) =>
    send<ProposalAnswer>('POST', '/v1/proposals', {
      id,
      title: `Forslaget ${id}`,
      agreement: 'k98-example',
      years: [YEAR],
      proposal: { id, body: COUNCIL, reason: 'Til gavn for skolerne', initiatives, ...more },
    });
  return {
    send,
    act,
    propose,
    /** Makes a proposal that its council has recommended: version 3. */
    recommended: async (id: string, initiatives: readonly object[], more: object = {}) => {
      await propose(id, initiatives, more);
      await act(id, 1, { action: 'submit' });
      return act(id, 2, { action: 'recommend', body: COUNCIL, votes: { for: 5, against: 2, abstained: 0 } });
    },
    price: async (year: number): Promise<PriceOfYear> => {
      const scenario = { agreement: 'k98-example', years: { from: year, to: year }, changes: [] };
      const { json } = await send<{ years: PriceOfYear[] }>('POST', '/v1/price', { scenario });
      const [price] = json.years;
      if (price === undefined) throw new Error('the year is priced');
      return price;
    },
  };
}
