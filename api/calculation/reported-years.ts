import { checkForm } from '../../data/schema/describe-issues.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { type Result, refused } from '../../src/refusal.ts';
import { found } from '../found.ts';
import { ParameterError } from '../request-error.ts';
import type { ReportedSpan } from '../requests/reports.ts';
import { type Calculation, calculateScenario } from './calculation.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Prices and shares the years that a report is about: those asked for, else the scenario's own. Ends the request
 * when there is no such scenario (404) or the years are none (400). The hash is that of the same scenario priced over
 * these years.
 */
export function reportedYears(
  { scenario, ...asked }: ReportedSpan,
  catalogue: Catalogue,
): Result<Calculation> {
  const { agreement, years } = found('scenario', catalogue.scenarios, scenario).scenario;
  const from = asked.from ?? Math.min(years.from, asked.to ?? years.from);
  const to = asked.to ?? Math.max(years.to, from);
  const span = checkForm(scenarioSchema.shape.years, { from, to });
  if (!span.ok) throw new ParameterError(...span.refusals);
  const calculation = calculateScenario(
    { agreement, years: span.value, basedOn: scenario, changes: [] },
    catalogue,
  );
  if (calculation.ok) return calculation;
  // A report is asked for by its address: there is no body that a path could lead into.
  return refused(...calculation.refusals.map((refusal) => ({ ...refusal, path: [] })));
}
