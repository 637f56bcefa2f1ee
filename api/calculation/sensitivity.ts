import { setImmediate as letOthersIn } from 'node:timers/promises';
import { commonUnits, negatedDecimal, sumOfDecimals } from '../../src/analysis/decimal-range.ts';
import { elasticity } from '../../src/analysis/elasticity.ts';
import { type Ore, ore } from '../../src/money/ore.ts';
import { byCodePoint } from '../../src/order.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import type { SensitivityRequest } from '../requests/goal-seek.ts';
import { atPath } from './at-path.ts';
import type { Catalogue } from './catalogue.ts';
import { type FigureSource, figureSource } from './figure-source.ts';
import { stackScenario } from './stacked-scenario.ts';
import { type VariedField, variedField } from './varied-scenario.ts';

/** A figure at a value beside the one in the scenario; none where that value cannot stand there. */
interface Side {
  readonly value: string;
  readonly figure?: Ore;
}

/** How a figure moves with one parameter. */
export interface ParameterEffect {
  readonly pointer: string;
  readonly value: string;
  readonly below: Side;
  readonly above: Side;
  /** How far the figure moves between the lower and the higher value, or from the scenario's own where one cannot be. */
  readonly span: Ore;
  readonly elasticity: string | undefined;
}

export interface Sensitivity {
  readonly hash: string;
  readonly figure: Ore;
  /** The one that moves the figure most first. */
  readonly effects: readonly ParameterEffect[];
}

/** Moves each parameter a step down and a step up, all others as they are. Paths of refusals are counted from the request. */
export async function sensitivityOf(
  { scenario, parameters, figure: address }: SensitivityRequest,
  catalogue: Catalogue,
): Promise<Result<Sensitivity>> {
  const stacked = atPath(['scenario'], stackScenario(scenario, catalogue));
  if (!stacked.ok) return stacked;
  const figureOf = figureSource(address, catalogue);
  const figure = figureOf(scenario);
  if (!figure.ok) return figure;
  const effects: ParameterEffect[] = [];
  for (const [place, { pointer, step }] of parameters.entries()) {
    const field = atPath(['parameters', place], variedField(scenario, pointer));
    if (!field.ok) return field;
    effects.push(effectOf(pointer, field.value, step, figure.value, figureOf));
    await letOthersIn();
  }
  return accepted({ hash: stacked.value.hash, figure: figure.value, effects: effects.sort(bySpan) });
}

function effectOf(
  pointer: string,
  field: VariedField,
  step: string,
  figure: Ore,
  figureOf: FigureSource,
): ParameterEffect {
  const { value } = field;
  const below = sideAt(field, sumOfDecimals(value, negatedDecimal(step)), figureOf);
  const above = sideAt(field, sumOfDecimals(value, step), figureOf);
  const [from, to] = [below.figure ?? figure, above.figure ?? figure];
  const [before, lower, higher] = commonUnits([
    value,
    below.figure === undefined ? value : below.value,
    above.figure === undefined ? value : above.value,
  ]);
  const span = to > from ? to - from : from - to;
  return {
    pointer,
    value,
    below,
    above,
    span: ore(span),
    elasticity: elasticity({ before: figure, from, to }, { before, from: lower, to: higher }),
  };
}

function sideAt(field: VariedField, value: string, figureOf: FigureSource): Side {
  const varied = field.scenarioWith(value);
  const figure = varied.ok ? figureOf(varied.value) : varied;
  return figure.ok ? { value, figure: figure.value } : { value };
}

function bySpan(first: ParameterEffect, second: ParameterEffect): number {
  if (first.span !== second.span) return first.span > second.span ? -1 : 1;
  return byCodePoint(first.pointer, second.pointer);
}
