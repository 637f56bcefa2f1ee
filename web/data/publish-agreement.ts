import { answered, api, type Schemas } from '../api/client.ts';

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
 * Publishes an agreement, or a corrected version of one that is known. Nothing is kept unless all of it is right.
 *
 * @throws NotJson, or Refused with every error and its place in the file
 */
export async function publishAgreement({ text, reason }: AgreementFile): Promise<Schemas['Agreement']> {
  const body = readJson(text);
  const path = { id: body.agreement };
  const query = { reason };
  const known = await api.GET('/v1/agreements/{id}', { params: { path } });
  if (!known.response.ok) return answered(api.POST('/v1/agreements', { body, params: { query } }));
  const header = { 'if-match': known.response.headers.get('etag') ?? '' };
  return answered(api.PUT('/v1/agreements/{id}', { body, params: { path, query, header } }));
}

/** What the file holds; whether it is an agreement, the service checks. */
function readJson(text: string): Schemas['Agreement'] {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new NotJson('the file is no JSON', { cause: failure });
  }
}
