import { readFileSync } from 'node:fs';
import type { RuleSet } from '../../rules/rule-set.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import { type RuleDocument, type RuleSetDocument, ruleSetSchema } from '../../rules/schema.ts';
import { acceptedValue } from '../results.ts';

/** The shipped rule set of the governance model, as its document. */
export function governanceDocument(): RuleSetDocument {
  const file = new URL('../../rules/k98-governance.rules.json', import.meta.url);
  return ruleSetSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function governance(): RuleSet {
  return acceptedValue(ruleSetFromDocument(governanceDocument()));
}

/** A rule that always fires and says nothing, unless said otherwise. */
export function buildRule(id: string, priority: number, parts: Partial<RuleDocument> = {}): RuleDocument {
  return {
    id,
    title: both(id),
    explanation: both(id),
    source: 'A test',
    effectiveFrom: '2026-01-01',
    priority,
    severity: 'info',
    conditions: { all: [] },
    effect: { type: 'note' },
    ...parts,
  };
}

/** In force from 2026 on. */
export function buildRuleSet(
  rules: readonly RuleDocument[],
  parts: Partial<RuleSetDocument> = {},
): RuleSetDocument {
  return {
    id: 'built',
    title: both('Built'),
    version: '1',
    effectiveFrom: '2026-01-01',
    rules: [...rules],
    ...parts,
  };
}

function both(text: string) {
  return { da: text, en: text };
}
