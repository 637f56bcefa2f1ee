import { accepted, type Bilingual, type Result, refused } from '../refusal.ts';
import type { Overlay, Scenario } from './scenario.ts';

/** A scenario with everything it builds on, the base first. */
export interface Stack<C> {
  readonly agreement: string;
  readonly years: Scenario<C>['years'];
  readonly overlays: readonly Overlay<C>[];
  /** The changes of all overlays in the order in which they apply. */
  readonly changes: readonly C[];
}

/**
 * Follows `basedOn` to the end and lays the scenarios on top of each other. Model, section 6.
 *
 * The years are those of the scenario asked for. Refused with `scenario_unknown`, `based_on_cycle` or
 * `agreement_differs`.
 */
export function stack<C>(
  scenario: Scenario<C>,
  lookUp: (id: string) => Scenario<C> | undefined,
): Result<Stack<C>> {
  const overlays: Overlay<C>[] = [{ scenario: undefined, changes: scenario.changes }];
  const seen = new Set<string>();
  for (let base = scenario.basedOn; base !== undefined; ) {
    if (seen.has(base)) return basedOnRefused('based_on_cycle', base);
    seen.add(base);
    const found = lookUp(base);
    if (found === undefined) return basedOnRefused('scenario_unknown', base);
    if (found.agreement !== scenario.agreement) return basedOnRefused('agreement_differs', base);
    overlays.unshift({ scenario: base, changes: found.changes });
    base = found.basedOn;
  }
  const { agreement, years } = scenario;
  return accepted({ agreement, years, overlays, changes: overlays.flatMap(({ changes }) => changes) });
}

const TEXTS = {
  based_on_cycle: (base) => ({
    message: {
      da: `Scenariet bygger i ring: "${base}" bygger til sidst på sig selv.`,
      en: `The scenario is built in a circle: "${base}" builds on itself in the end.`,
    },
    remedy: {
      da: 'Lad ét af scenarierne i ringen bygge på et andet.',
      en: 'Let one scenario of the circle build on another.',
    },
  }),
  scenario_unknown: (base) => ({
    message: { da: `Der findes intet scenarie "${base}".`, en: `There is no scenario "${base}".` },
    remedy: {
      da: 'Se de kendte scenarier på /v1/scenarios, eller lad basedOn ude.',
      en: 'See the known scenarios at /v1/scenarios, or leave basedOn out.',
    },
  }),
  agreement_differs: (base) => ({
    message: {
      da: `Scenariet "${base}" gælder en anden aftale end den, der spørges om.`,
      en: `The scenario "${base}" is about another agreement than the one asked about.`,
    },
    remedy: {
      da: 'Byg kun på scenarier for samme aftale.',
      en: 'Build only on scenarios of the same agreement.',
    },
  }),
} satisfies Record<string, (base: string) => { message: Bilingual; remedy: Bilingual }>;

function basedOnRefused(code: keyof typeof TEXTS, base: string): Result<never> {
  return refused({ code, path: ['basedOn'], ...TEXTS[code](base) });
}
