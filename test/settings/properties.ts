import fc from 'fast-check';
import { inject } from 'vitest';
import { runs } from './runs.ts';

/** What a property gets that does not say how often it runs. */
const USUAL_RUNS = 100;
const LONG_RUNS = 2_000;

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: inject('seed'),
  ...runs(USUAL_RUNS, LONG_RUNS),
});
