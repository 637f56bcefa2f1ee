import { LRUCache } from 'lru-cache';
import { computeYears } from '../../src/engine/compute-years.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { computedYears } from '../answers/answered-years.ts';
import { notesOn } from '../answers/notes.ts';
import { priceAnswer } from '../answers/price-answer.ts';
import { priceBytes } from '../answers/price-bytes.ts';
import { sealedBytes } from '../answers/seal.ts';
import { calculate } from './calculation.ts';
import type { Catalogue } from './catalogue.ts';
import {
  atReference,
  type ScenarioReference,
  type StackedScenario,
  stackScenario,
} from './stacked-scenario.ts';

/** The bytes of a price answer, and the names that it leaves out. */
export interface PricedAnswer {
  readonly bytes: Buffer;
  readonly municipalityName: (municipality: string) => string;
}

/** Answers the scenario that a request names. */
export type PricedAnswers = (reference: ScenarioReference, catalogue: Catalogue) => Result<PricedAnswer>;

const CACHE_BYTES = 128 * 1024 * 1024;

/**
 * Answers price requests, and remembers the bytes by the hash of what they were computed from, as far as the
 * memory set aside for it reaches: the same hash gives the same bytes, so nothing remembered ever goes stale.
 */
export function pricedAnswers(cacheBytes = CACHE_BYTES): PricedAnswers {
  const remembered = new LRUCache<string, Buffer>({
    maxSize: cacheBytes,
    sizeCalculation: (bytes) => bytes.byteLength,
  });
  return (reference, catalogue) => {
    const stacked = stackScenario(reference, catalogue);
    if (!stacked.ok) return stacked;
    const known = remembered.get(stacked.value.hash);
    if (known !== undefined) return accepted(pricedAnswer(stacked.value, known));
    const bytes = atReference(reference, priceStacked(stacked.value));
    if (!bytes.ok) return bytes;
    remembered.set(stacked.value.hash, bytes.value);
    return accepted(pricedAnswer(stacked.value, bytes.value));
  };
}

/** By the compiled engine, and where that has no answer by the plain path. */
function priceStacked(stacked: StackedScenario): Result<Buffer> {
  const { agreement, years, hash } = stacked;
  const computed = computeYears(agreement, years);
  if (computed !== undefined)
    return accepted(priceBytes(hash, notesOn(computedYears(agreement, computed)), computed));
  const calculation = calculate(stacked);
  return calculation.ok ? accepted(sealedBytes(priceAnswer(calculation.value))) : calculation;
}

function pricedAnswer({ agreement }: StackedScenario, bytes: Buffer): PricedAnswer {
  const named = (code: string) => agreement.municipalities.find(({ municipality }) => municipality === code);
  return { bytes, municipalityName: (code) => named(code)?.name ?? code };
}
