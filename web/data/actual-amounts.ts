import { announcePublication } from '../api/agreement.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { tableBody } from '../transfer/table-file.ts';

/** What is known of a year, and the tag of the state in which it was seen. */
export interface ActualAmounts {
  readonly known: Schemas['PastAmounts'];
  readonly seen: string;
}

/** What municipalities have in fact paid in a year. */
export function useActualAmounts(agreement: string, version: string, year: number): Answer<ActualAmounts> {
  return useAnswer(`actual-amounts/${agreement}/${version}/${year}`, async (signal) => {
    const params = { path: { id: agreement }, query: { year: String(year) } };
    const asked = api.GET('/v1/agreements/{id}/past-amounts', { params, signal });
    const { response } = await asked;
    return { known: await answered(asked), seen: response.headers.get('etag') ?? '' };
  });
}

/** What a table of actual amounts is published with. */
export interface ActualTable {
  readonly agreement: string;
  readonly year: number;
  readonly version: string;
  readonly source: string;
  readonly table: Blob;
  /** The tag of the state that it takes the place of. */
  readonly seen: string;
}

/** Publishes a version of the agreement that knows the amounts of a table. */
export async function publishActualAmounts({
  agreement,
  year,
  version,
  source,
  table,
  seen,
}: ActualTable): Promise<Schemas['PastAmountsImport']> {
  const query = { year: String(year), version, source };
  const params = { path: { id: agreement }, query, header: { 'if-match': seen } };
  const published = await answered(
    api.PUT('/v1/agreements/{id}/past-amounts', { ...tableBody(table), params }),
  );
  announcePublication();
  return published;
}

/** A label for the next version: the last number in it, one higher. */
export function nextLabel(version: string): string {
  const [, before = version, number] = /^(.*?)(\d+)$/.exec(version) ?? [];
  return number === undefined ? `${before}.2` : `${before}${Number(number) + 1}`;
}
