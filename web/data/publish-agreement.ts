import { keepBaseline } from '../api/baseline.ts';
import { answered, api, type Schemas } from '../api/client.ts';

type Agreement = Schemas['Agreement'];

/** An agreement file as it was chosen; what is wrong inside it, the service tells. */
export interface AgreementFile {
  readonly text: string;
  readonly reason: string;
}

/** The text is no JSON at all, so there is nothing to send. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/**
 * Publishes an agreement, or a corrected version of one that is known. Nothing is kept unless all of it is right. A new one gets
 * the scenario in which nothing is changed, so that it can be shown.
 *
 * @throws NotJson, or Refused with every error and its place in the file
 */
export async function publishAgreement({ text, reason }: AgreementFile): Promise<Agreement> {
  const body = readJson(text);
  const path = { id: body.agreement };
  const query = { reason };
  const known = await api.GET('/v1/agreements/{id}', { params: { path } });
  if (known.response.ok) {
    const header = { 'if-match': known.response.headers.get('etag') ?? '' };
    return answered(api.PUT('/v1/agreements/{id}', { body, params: { path, query, header } }));
  }
  const published = await answered(api.POST('/v1/agreements', { body, params: { query } }));
  await keepBaseline(published);
  return published;
}

/** What the file holds; whether it is an agreement, the service checks. */
function readJson(text: string): Agreement {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new NotJson('the file is no JSON', { cause: failure });
  }
}
