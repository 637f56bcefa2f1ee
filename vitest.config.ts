import { defineConfig } from 'vitest/config';

const inCi = process.env.CI !== undefined;

/**
 * `--mode long` runs every property many more times, `--mode few` fewer (test/settings/runs.ts). The seed of all generators is
 * FC_SEED, else a fixed one in CI and a new one elsewhere; it is printed, so that every run can be repeated.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  return {
    test: {
      include: ['test/**/*.test.ts'],
      globalSetup: ['test/settings/print-seed.ts'],
      setupFiles: ['test/settings/properties.ts'],
      provide: { depth: mode === 'long' || mode === 'few' ? mode : 'usual', seed: chosenSeed() },
      testTimeout: isLong ? 1_800_000 : 60_000,
      hookTimeout: 60_000,
      reporters: inCi ? ['default', 'json'] : ['default'],
      outputFile: { json: 'reports/vitest.json' },
    },
  };
});

const CI_SEED = 20_260_101;

function chosenSeed(): number {
  const { FC_SEED } = process.env;
  if (FC_SEED !== undefined) return Number(FC_SEED);
  return inCi ? CI_SEED : Math.floor(Math.random() * 0x7fff_ffff);
}
