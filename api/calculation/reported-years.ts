import type { z } from 'zod';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
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
export function reportedYears(asked: ReportedSpan, catalogue: Catalogue): Result<Calculation> {
  return calculateYears(asked.scenario, spanOf(asked, catalogue), catalogue);
}

/** A report's years with the one before them, for what tells how a year differs from the last. */
export interface YearsAndBefore {
  readonly calculation: Calculation;
  /** The first year that was asked for; the calculation may begin a year earlier. */
  readonly from: number;
}

/** As `reportedYears`, and the year before the first where the agreement has a price of it. */
export function reportedYearsAndBefore(asked: ReportedSpan, catalogue: Catalogue): Result<YearsAndBefore> {
  const { from, to } = spanOf(asked, catalogue);
  const { agreement } = found('scenario', catalogue.scenarios, asked.scenario).scenario;
  const baseYear = catalogue.agreements.get(agreement)?.agreement.baseYear ?? from;
  const first = from > baseYear ? from - 1 : from;
  const calculation = calculateYears(asked.scenario, { from: first, to }, catalogue);
  return calculation.ok ? accepted({ calculation: calculation.value, from }) : calculation;
}

type Years = z.infer<typeof scenarioSchema.shape.years>;

function spanOf({ scenario, ...asked }: ReportedSpan, catalogue: Catalogue): Years {
  const { years } = found('scenario', catalogue.scenarios, scenario).scenario;
  const from = asked.from ?? Math.min(years.from, asked.to ?? years.from);
  const to = asked.to ?? Math.max(years.to, from);
  const span = checkForm(scenarioSchema.shape.years, { from, to });
  if (!span.ok) throw new ParameterError(...span.refusals);
  return span.value;
}

function calculateYears(scenario: string, years: Years, catalogue: Catalogue): Result<Calculation> {
  const { agreement } = found('scenario', catalogue.scenarios, scenario).scenario;
  const calculation = calculateScenario({ agreement, years, basedOn: scenario, changes: [] }, catalogue);
  if (calculation.ok) return calculation;
  // A report is asked for by its address: there is no body that a path could lead into.
  return refused(...calculation.refusals.map((refusal) => ({ ...refusal, path: [] })));
}
