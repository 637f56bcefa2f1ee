import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../data/read-document.ts';
import { UnusableFile } from '../data/unusable-file.ts';
import { byCodePoint } from '../src/order.ts';
import { accepted, type Refusal, type Result } from '../src/refusal.ts';
import type { RuleSet } from './rule-set.ts';
import { ruleSetFromDocument } from './rule-set-from-document.ts';
import { type RuleSetDocument, ruleSetSchema } from './schema.ts';

/** A rule set ready for use, and the document it was read from. */
export interface LoadedRuleSet {
  readonly document: RuleSetDocument;
  readonly ruleSet: RuleSet;
}

const RULES_FILE = /\.rules\.json$/;

/** Loads a rule file; rejects with `UnusableFile`, which names every error in it. */
export function loadRuleSet(file: string): Promise<LoadedRuleSet> {
  return readDocument(file, ruleSetSchema, loadedRuleSet);
}

/**
 * Loads every `NAME.rules.json` of a folder, in the order of the file names; rejects with `UnusableFile` at
 * the first file that cannot be used or has an id that an earlier file has (`duplicate_rule_set`).
 */
export async function loadRuleSets(folder: string): Promise<LoadedRuleSet[]> {
  const names = (await readdir(folder)).filter((name) => RULES_FILE.test(name)).toSorted(byCodePoint);
  const loaded = new Map<string, LoadedRuleSet & { readonly file: string }>();
  for (const file of names.map((name) => join(folder, name))) {
    const read = await loadRuleSet(file);
    const earlier = loaded.get(read.document.id);
    if (earlier !== undefined) throw new UnusableFile(file, [ruleSetTwice(read.document.id, earlier.file)]);
    loaded.set(read.document.id, { ...read, file });
  }
  return [...loaded.values()].map(({ document, ruleSet }) => ({ document, ruleSet }));
}

function loadedRuleSet(document: RuleSetDocument): Result<LoadedRuleSet> {
  const ruleSet = ruleSetFromDocument(document);
  return ruleSet.ok ? accepted({ document, ruleSet: ruleSet.value }) : ruleSet;
}

function ruleSetTwice(id: string, earlier: string): Refusal {
  return {
    code: 'duplicate_rule_set',
    path: ['id'],
    message: {
      da: `Regelsættet "${id}" er allerede beskrevet i ${earlier}.`,
      en: `The rule set "${id}" is already described in ${earlier}.`,
    },
    remedy: {
      da: 'Giv det ene af dem et andet id, eller fjern filen.',
      en: 'Give one of them another id, or remove the file.',
    },
  };
}
