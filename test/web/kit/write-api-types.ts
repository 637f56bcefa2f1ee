import { writeFile } from 'node:fs/promises';
import openapiTypes, { astToString } from 'openapi-typescript';
import { buildApp } from '../../../api/app.ts';
import { loadData } from '../../../api/load-data.ts';
import { appOptions } from '../../api/app-options.ts';

/**
 * `npm run api-types`: the types that the page is written against, made from the description that the API gives of itself.
 * They are not kept, but made anew for every check, so nobody has to remember them.
 */
const options = await appOptions(console.error);
const app = await buildApp(await loadData(), options);
const { body } = await app.inject('/openapi.json');
await app.close();
await options.remove();
await writeFile(
  new URL('../../../web/api/openapi.d.ts', import.meta.url),
  // What has a default may be left out of a request.
  astToString(await openapiTypes(body, { defaultNonNullable: false })),
);
