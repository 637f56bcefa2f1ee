import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../data/read-document.ts';
import { UnusableFile } from '../data/unusable-file.ts';
import { byCodePoint } from '../src/order.ts';
import { accepted, type Refusal, within } from '../src/refusal.ts';
import { stack } from '../src/scenario/stack.ts';
import { type ScenarioFile, scenarioFileSchema } from './schema.ts';

const SCENARIO_FILE = /\.json$/;

/** A scenario file with the name of the file that it was read from. */
interface NamedScenario {
  readonly file: string;
  readonly scenario: ScenarioFile;
}

/**
 * Loads every `NAME.json` of a folder, in the order of the file names; rejects with `UnusableFile` at the first file
 * that cannot be used: of the wrong form, an id that an earlier file has (`duplicate_scenario`), or a `basedOn` that
 * leads nowhere or in a circle (`scenario_unknown`, `based_on_cycle`, `agreement_differs`).
 */
export async function loadScenarios(folder: string): Promise<ScenarioFile[]> {
  const names = (await readdir(folder)).filter((name) => SCENARIO_FILE.test(name)).toSorted(byCodePoint);
  const loaded: NamedScenario[] = [];
  for (const file of names.map((name) => join(folder, name)))
    loaded.push({ file, scenario: await readDocument(file, scenarioFileSchema, accepted) });
  checkDistinct(loaded);
  checkFoundations(loaded);
  return loaded.map(({ scenario }) => scenario);
}

function checkDistinct(loaded: readonly NamedScenario[]): void {
  const fileOf = new Map<string, string>();
  for (const { file, scenario } of loaded) {
    const earlier = fileOf.get(scenario.id);
    if (earlier !== undefined) throw new UnusableFile(file, [scenarioTwice(scenario.id, earlier)]);
    fileOf.set(scenario.id, file);
  }
}

/** Every scenario must stand on scenarios that are there. */
function checkFoundations(loaded: readonly NamedScenario[]): void {
  const byId = new Map(loaded.map(({ scenario }) => [scenario.id, scenario.scenario]));
  for (const { file, scenario } of loaded) {
    const stacked = stack(scenario.scenario, (id) => byId.get(id));
    if (stacked.ok) continue;
    throw new UnusableFile(
      file,
      stacked.refusals.map((refusal) => within(['scenario'], refusal)),
    );
  }
}

function scenarioTwice(id: string, earlier: string): Refusal {
  return {
    code: 'duplicate_scenario',
    path: ['id'],
    message: {
      da: `Scenariet "${id}" er allerede beskrevet i ${earlier}.`,
      en: `The scenario "${id}" is already described in ${earlier}.`,
    },
    remedy: {
      da: 'Giv det ene af dem et andet id, eller fjern filen.',
      en: 'Give one of them another id, or remove the file.',
    },
  };
}
