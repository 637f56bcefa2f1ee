import type { Scenario } from './scenario.ts';

/**
 * The same changes on top of another base (none: the agreement itself). Nothing is dropped, even where the new
 * base already says the same, so that rebasing back gives the old scenario again. Model, section 6.
 */
export function rebase<C>(scenario: Scenario<C>, onto: string | undefined): Scenario<C> {
  const { basedOn: _, ...rest } = scenario;
  return onto === undefined ? rest : { ...rest, basedOn: onto };
}
