import type { LoadedAgreement } from '../../data/load-agreement.ts';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Overlay, Scenario } from '../../src/scenario/scenario.ts';
import { stack } from '../../src/scenario/stack.ts';
import { unknownId, unknownKept } from '../request-refusals.ts';
import type { Catalogue } from './catalogue.ts';

/** A scenario as a request names it: the id of a stored one, or the scenario itself. */
export type ScenarioReference = string | WireScenario;

/** A scenario as JSON carries it: its changes are hashed in this form. */
export type WireScenario = Scenario<ChangeDocument>;

/**
 * A scenario with all that it builds on, applied to its agreement: everything that a result is computed from.
 */
export interface StackedScenario {
  readonly loaded: LoadedAgreement;
  /** The agreement after the changes. */
  readonly agreement: Agreement;
  readonly years: Scenario['years'];
  readonly overlays: readonly Overlay[];
  /** The flattened changes as JSON carries them, those of bases first: with the agreement and the years what the hash names. */
  readonly changes: readonly ChangeDocument[];
  readonly hash: string;
}

/** What a result is computed from: an agreement, changes to it, and the years that are priced. */
export type Computed = Pick<StackedScenario, 'loaded' | 'changes' | 'years'>;

/** The same with the agreement by its hash: the hash of this names the result. */
export interface ResultInputs extends Omit<Computed, 'loaded'> {
  readonly model: string;
  readonly agreement: string;
}

export function inputsOf({ loaded, changes, years }: Computed): ResultInputs {
  return { model: MODEL, agreement: loaded.hash, changes, years };
}

/** Part of every hash: another edition of the model may give other figures from the same data. */
export const MODEL = 'k98-1';

/**
 * Resolves a scenario against what is loaded. Refused with `scenario_unknown`, `agreement_unknown` or as
 * `stack` and `applyChanges` do; paths are counted from the reference, and are empty when it is an id.
 */
export function stackScenario(reference: ScenarioReference, catalogue: Catalogue): Result<StackedScenario> {
  if (typeof reference !== 'string') return stackInline(reference, catalogue);
  const stored = catalogue.scenarios.get(reference);
  if (stored === undefined) return refused(unknownKept('scenario', reference, 'scenarios'));
  return atReference(reference, stackInline(stored.scenario, catalogue));
}

/** What is wrong with a stored scenario is, to the client, wrong with the id that it sent. */
export function atReference<T>(reference: ScenarioReference, result: Result<T>): Result<T> {
  if (result.ok || typeof reference !== 'string') return result;
  return refused(...result.refusals.map((refusal) => ({ ...refusal, path: [] })));
}

function stackInline(scenario: WireScenario, catalogue: Catalogue): Result<StackedScenario> {
  const loaded = catalogue.agreements.get(scenario.agreement);
  if (loaded === undefined)
    return refused(
      unknownId('agreement', scenario.agreement, [...catalogue.agreements.keys()], ['agreement']),
    );
  const stacked = stack<ChangeDocument>(scenario, (id) => catalogue.scenarios.get(id)?.scenario);
  if (!stacked.ok) return stacked;
  const { changes, years } = stacked.value;
  const overlays = stacked.value.overlays.map((overlay) => ({
    ...overlay,
    changes: overlay.changes.map(changeFromDocument),
  }));
  const inherited = changes.length - scenario.changes.length;
  const applied = applyChanges(
    loaded.agreement,
    overlays.flatMap((overlay) => overlay.changes),
  );
  if (!applied.ok) return refused(...applied.refusals.map((refusal) => withoutInherited(refusal, inherited)));
  const hash = hashOf(inputsOf({ loaded, changes, years }));
  return accepted({ loaded, agreement: applied.value, years, overlays, changes, hash });
}

/**
 * Counts a change's place from the scenario's own first change; a change of a base is the fault of `basedOn`.
 */
function withoutInherited(refusal: Refusal, inherited: number): Refusal {
  const [list, place, ...field] = refusal.path;
  if (list !== 'changes' || typeof place !== 'number') return refusal;
  return { ...refusal, path: place < inherited ? ['basedOn'] : [list, place - inherited, ...field] };
}
