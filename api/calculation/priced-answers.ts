import { LRUCache } from 'lru-cache';
import { accepted, type Result } from '../../src/refusal.ts';
import { priceAnswer } from '../answers/price-answer.ts';
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
    const calculation = atReference(reference, calculate(stacked.value));
    if (!calculation.ok) return calculation;
    const bytes = sealedBytes(priceAnswer(calculation.value));
    remembered.set(stacked.value.hash, bytes);
    return accepted(pricedAnswer(stacked.value, bytes));
  };
}

function pricedAnswer({ agreement }: StackedScenario, bytes: Buffer): PricedAnswer {
  const named = (code: string) => agreement.municipalities.find(({ municipality }) => municipality === code);
  return { bytes, municipalityName: (code) => named(code)?.name ?? code };
}
