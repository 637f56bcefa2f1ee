import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly seed: number;
    readonly depth: 'few' | 'usual' | 'long';
  }
}

/** Says once how to draw the same random cases again. */
export default function printSeed(project: TestProject): void {
  project.vitest.logger.log(`Random cases are drawn with FC_SEED=${project.config.provide.seed}`);
}
