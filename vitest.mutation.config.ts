import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/**
 * The tests that mutants of `src` meet: those of the core's own rooms only, with few random cases of a fixed seed,
 * so that a mutant's fate is the same in every run.
 */
const core = ['money', 'agreement', 'accession', 'scenario', 'pricing', 'sharing', 'prioritisation'];

export default defineConfig((env) => {
  const { test } = usual({ ...env, mode: 'few' });
  return {
    test: {
      ...test,
      include: core.map((room) => `test/${room}/**/*.test.ts`),
      provide: { ...test?.provide, seed: 20_260_101 },
    },
  };
});
