import type { OpenAPIV3_1 } from 'openapi-types';
import { EXAMPLES } from './examples.ts';

const JSON_TYPE = 'application/json';
const CUT = 'The answer to the example request; long lists are cut after their second item';

/** The description with the example of each operation beside its request and its answer. */
export function withExamples(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of [path?.get, path?.post, path?.put, path?.delete])
      if (operation !== undefined) addExample(operation);
  return document;
}

function addExample({ operationId, requestBody, responses }: OpenAPIV3_1.OperationObject): void {
  const example = EXAMPLES[operationId ?? ''];
  if (example === undefined) return;
  addTo(requestBody, { summary: 'Example', value: example.request.body });
  addTo(responses?.[example.status ?? 200], { summary: CUT, value: example.answer });
}

function addTo(
  described:
    | OpenAPIV3_1.RequestBodyObject
    | OpenAPIV3_1.ResponseObject
    | OpenAPIV3_1.ReferenceObject
    | undefined,
  example: OpenAPIV3_1.ExampleObject,
): void {
  const media =
    described !== undefined && 'content' in described ? described.content?.[JSON_TYPE] : undefined;
  if (media !== undefined) media.examples = { example };
}
