import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { conflictsAmong } from '../../src/scenario/conflicts.ts';
import { rebase } from '../../src/scenario/rebase.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { stack } from '../../src/scenario/stack.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changeDocumentsArb } from '../arbitraries/changes.ts';
import { acceptedValue } from '../results.ts';
import { withoutLimits } from '../sharing/varied-agreement.ts';

describe.each(SIZES)('laws of scenarios, for %s', (_, documents, depth) => {
  /** An agreement with two lists of changes that it takes. */
  const overlaidArb = documents.chain((document) =>
    fc.record({
      agreement: fc.constant(read(document)),
      base: changesArb(document),
      top: changesArb(document),
    }),
  );

  it('an agreement is left as it was when changes are applied to it', () => {
    fc.assert(
      fc.property(
        documents.chain((document) => fc.tuple(fc.constant(document), changesArb(document))),
        ([document, changes]) => {
          const agreement = deepFrozen(read(document));
          acceptedValue(applyChanges(agreement, changes));
          expect(agreement).toEqual(read(document));
        },
      ),
      depth,
    );
  });

  it('changes applied in two parts give the same agreement as applied at once', () => {
    fc.assert(
      fc.property(overlaidArb, ({ agreement, base, top }) => {
        const after = acceptedValue(applyChanges(agreement, base));
        expect(applyChanges(after, top)).toEqual(applyChanges(agreement, [...base, ...top]));
      }),
      depth,
    );
  });

  it('changes applied again change nothing that anybody pays', () => {
    fc.assert(
      fc.property(overlaidArb, ({ agreement, base }) => {
        const once = acceptedValue(applyChanges(agreement, base));
        const last = base.slice(-1);
        expect(paid(acceptedValue(applyChanges(once, last)))).toEqual(paid(once));
      }),
      depth,
    );
  });

  it('overlays that do not conflict cost everybody the same in either order', () => {
    fc.assert(
      fc.property(overlaidArb, ({ agreement, base, top }) => {
        const overlays = [
          { scenario: 'base', changes: base },
          { scenario: 'top', changes: top },
        ];
        fc.pre(conflictsAmong(overlays, agreement).length === 0);
        const oneWay = acceptedValue(applyChanges(agreement, [...base, ...top]));
        const otherWay = acceptedValue(applyChanges(agreement, [...top, ...base]));
        expect(paid(otherWay)).toEqual(paid(oneWay));
      }),
      depth,
    );
  });

  it('conflicts are the same whatever the order of the overlays', () => {
    fc.assert(
      fc.property(overlaidArb, ({ agreement, base, top }) => {
        const overlays = [
          { scenario: 'base', changes: base },
          { scenario: undefined, changes: top },
        ];
        expect(conflictsAmong(overlays.toReversed(), agreement)).toEqual(conflictsAmong(overlays, agreement));
      }),
      depth,
    );
  });

  it('a scenario set on another base and back again costs everybody the same', () => {
    fc.assert(
      fc.property(overlaidArb, fc.constantFrom('other', undefined), ({ agreement, base, top }, elsewhere) => {
        const scenario = scenarioOf(top, 'base');
        const known = new Map([
          ['base', scenarioOf(base)],
          ['other', scenarioOf([{ type: 'set-rule-set', ruleSet: 'other' }])],
        ]);
        const back = rebase(rebase(scenario, elsewhere), 'base');
        const [first, second] = [scenario, back].map((one) => {
          const { changes } = acceptedValue(stack(one, (id) => known.get(id)));
          return paid(acceptedValue(applyChanges(agreement, changes)));
        });
        expect(second).toEqual(first);
      }),
      depth,
    );
  });

  const yearArb = fc.integer({ min: 2025, max: 2027 });

  it('a municipality that leaves and enters again the year after costs everybody the same', () => {
    fc.assert(
      fc.property(overlaidArb, yearArb, fc.nat(), ({ agreement, base }, lastYear, pick) => {
        const before = acceptedValue(applyChanges(agreement, base));
        const staying = before.municipalities.filter(({ membership }) => {
          const last = membership.at(-1);
          return last !== undefined && last.lastYear === undefined && last.firstYear <= lastYear;
        });
        const municipality = staying[pick % staying.length]?.municipality ?? '';
        const after = acceptedValue(
          applyChanges(before, leaveAndReturn(municipality, lastYear, lastYear + 1)),
        );
        expect(paid(after)).toEqual(paid(before));
      }),
      depth,
    );
  });

  it('a municipality that has been away restores every øre when it is back', () => {
    fc.assert(
      fc.property(overlaidArb, fc.nat(), ({ agreement, base }, pick) => {
        const before = withoutLimits(acceptedValue(applyChanges(agreement, base)));
        const staying = before.municipalities.filter(({ membership: [only, ...others] }) => {
          return only?.firstYear === 2025 && only.lastYear === undefined && others.length === 0;
        });
        // The first municipality alone may carry a key: without it a year could have no payer.
        const municipality = staying.slice(1)[pick % Math.max(1, staying.length - 1)]?.municipality;
        fc.pre(municipality !== undefined);
        const after = acceptedValue(applyChanges(before, leaveAndReturn(municipality, 2025, 2028)));
        expect(paid(after).slice(3)).toEqual(paid(before).slice(3));
      }),
      depth,
    );
  });

  it('a solution taken out and in again from the same year costs everybody the same', () => {
    fc.assert(
      fc.property(overlaidArb, yearArb, fc.nat(), ({ agreement, base }, fromYear, pick) => {
        const before = acceptedValue(applyChanges(agreement, base));
        const staying = before.solutions.filter(({ periods }) => {
          const last = periods.at(-1);
          return last !== undefined && last.lastYear === undefined && last.firstYear < fromYear;
        });
        fc.pre(staying.length > 0);
        const solution = staying[pick % staying.length]?.solution ?? '';
        const outAndIn: Change[] = [
          { type: 'remove-solution', solution, fromYear },
          { type: 'add-solution', solution, fromYear },
        ];
        expect(paid(acceptedValue(applyChanges(before, outAndIn)))).toEqual(paid(before));
      }),
      depth,
    );
  });
});

function read(document: AgreementDocument): Agreement {
  return acceptedValue(agreementFromDocument(document));
}

function changesArb(document: AgreementDocument): fc.Arbitrary<Change[]> {
  return changeDocumentsArb(document, 4).map((changes) => changes.map(changeFromDocument));
}

function scenarioOf(changes: readonly Change[], basedOn?: string): Scenario {
  const scenario = { agreement: 'any', years: { from: 2026, to: 2029 }, changes };
  return basedOn === undefined ? scenario : { ...scenario, basedOn };
}

function leaveAndReturn(municipality: string, lastYear: number, firstYear: number): Change[] {
  const half = changeFromDocument({ type: 'withdraw', municipality, lastYear, fixedShare: '0.5' });
  return [half, { type: 'enter', municipality, firstYear }];
}

/** What every municipality pays for every solution in the years 2025 to 2028. */
function paid(agreement: Agreement) {
  return acceptedValue(shareYears(acceptedValue(priceYears(agreement, { from: 2025, to: 2028 }))));
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}
