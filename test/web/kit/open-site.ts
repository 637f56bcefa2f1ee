import { afterAll } from 'vitest';
import { openSite } from './site.ts';

/** A site of the importing test file's own, which is closed after its last test. */
export const site = await openSite();

afterAll(() => site.close());
