import { env, stdout } from 'node:process';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { verify } from '../../verify/verify.ts';
import { agreementDocumentArb, INDEXED_YEARS } from '../arbitraries/agreement.ts';
import { changeDocumentsArb } from '../arbitraries/changes.ts';
import { withPastAmounts } from '../arbitraries/past-amounts.ts';
import { runs } from '../settings/runs.ts';
import { daringChangesArb } from './daring-changes.ts';
import { betweenFigures, type Moved, type Picks, roundTheCorner, withinColumn } from './moved-ore.ts';
import { type PricedCase, pricedCase } from './priced-case.ts';

interface Drawn {
  readonly document: AgreementDocument;
  readonly scenario: ScenarioDocument;
  readonly picks: Picks;
}

/** Scenarios over one to six of the years that have index data, half of them from the base year on. */
function drawnArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<Drawn> {
  const lastYear = Math.max(...INDEXED_YEARS);
  const picks = fc.record({
    year: fc.nat(),
    first: fc.nat(),
    second: fc.nat(),
    columns: fc.tuple(fc.nat(), fc.nat()),
  });
  return documents.chain((document) =>
    fc.record({
      document: fc.constant(document),
      scenario: fc
        .record({
          // Only from the base year on does an answer hold all that caps and floors look back to.
          from: fc.oneof(fc.constant(document.baseYear), fc.constantFrom(...INDEXED_YEARS)),
          length: fc.nat(5),
          changes: changeDocumentsArb(document),
          daring: daringChangesArb(document),
        })
        .map(({ from, length, changes, daring }) => ({
          agreement: document.agreement,
          years: { from, to: Math.min(from + length, lastYear) },
          changes: [...changes, ...daring],
        })),
      picks,
    }),
  );
}

/** Scenarios that are priced; those that the engine refuses are not counted. VERIFY_RUNS overrides the number. */
function pricedRuns(usual: number, long: number) {
  const { VERIFY_RUNS } = env;
  const { numRuns } = VERIFY_RUNS === undefined ? runs(usual, long) : { numRuns: Number(VERIFY_RUNS) };
  return { numRuns, maxSkipsPerRun: 100 };
}

const seen = { accepted: 0, figures: 0, refused: 0, equallyGood: 0, beyondTheAnswer: 0 };

afterAll(() => {
  stdout.write(
    `${seen.accepted} answers accepted (${seen.figures} figures); of answers with a moved øre ${seen.refused} ` +
      `refused, ${seen.equallyGood} equally good, ${seen.beyondTheAnswer} under limits that look before the answer\n`,
  );
});

function expectAccepted(priced: PricedCase): void {
  const { findings, figuresChecked } = verify(priced);
  expect(findings).toEqual([]);
  seen.accepted += 1;
  seen.figures += figuresChecked;
}

/** A seal that was not renewed is always broken; one that was does not save the answer, unless the split is as good. */
function expectRefused(priced: PricedCase, moved: Moved | undefined): void {
  if (moved === undefined) return;
  const { answer, place } = moved;
  const unsealed = { ...answer, seal: priced.result.seal };
  expect(verify({ ...priced, result: unsealed }).findings.map(({ pointer }) => pointer)).toContain('/seal');
  const { findings, notes } = verify({ ...priced, result: answer });
  if (findings.length > 0) seen.refused += 1;
  else if (notes.length > 0) seen.beyondTheAnswer += 1;
  else {
    seen.equallyGood += 1;
    const { differingShares, result } = priced;
    expect(differingShares(answer, place)).toBe(differingShares(result, place));
  }
}

function audit({ document, scenario, picks }: Drawn): void {
  const priced = pricedCase(document, scenario);
  fc.pre(priced !== undefined);
  expectAccepted(priced);
  const { result } = priced;
  const tampered = betweenFigures(result, picks);
  expect(tampered && verify({ ...priced, result: tampered.answer }).findings).not.toEqual([]);
  expectRefused(priced, tampered);
  expectRefused(priced, withinColumn(result, picks));
  expectRefused(priced, roundTheCorner(result, picks));
}

describe('the checker accepts every answer of the engine and refuses each in which øre were moved', () => {
  test('for random scenarios on random agreements', () => {
    fc.assert(fc.property(drawnArb(agreementDocumentArb), audit), pricedRuns(300, 10_000));
  });

  test('for random scenarios on agreements that know actual amounts', () => {
    fc.assert(fc.property(drawnArb(withPastAmounts(agreementDocumentArb)), audit), pricedRuns(100, 5000));
  });

  test('for random scenarios on the example agreement of 98 municipalities', async () => {
    const { document } = await loadAgreement('data/k98-example.agreement.json');
    const large = { ...runs(3, 100), maxSkipsPerRun: 100 };
    fc.assert(fc.property(drawnArb(fc.constant(document)), audit), large);
  });
});
