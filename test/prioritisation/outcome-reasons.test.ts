import { describe, expect, it } from 'vitest';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { OutcomeReason } from '../../src/prioritisation/outcome.ts';
import {
  dependencyNotFunded,
  dependencyReferred,
  disposedByRule,
  excludedByFunded,
  excludedUntilBoardDecides,
  minimumNotMet,
  noCostInYear,
  reducedBy,
} from '../../src/prioritisation/outcome-reasons.ts';
import type { Bilingual } from '../../src/refusal.ts';

const rule = { rule: 'cap', title: { da: 'Loft', en: 'Cap' } };
const cap = { kind: 'cap', cap: { ...rule, per: 'area', share: rateFromText('0.1') } } as const;
const [some, all] = [ore(1234_50n), ore(5000_00n)];

describe('a reason says what happened, with names and amounts', () => {
  it.each<[OutcomeReason, string, Bilingual]>([
    [
      noCostInYear(2026),
      'no_cost_in_year',
      { da: 'Initiativet har ingen udgift i 2026.', en: 'The initiative has no cost in 2026.' },
    ],
    [
      disposedByRule({ ...rule, type: 'refer' }),
      'referred_by_rule',
      { da: 'Forelægges bestyrelsen efter reglen "Loft".', en: 'Referred to the board by the rule "Cap".' },
    ],
    [
      disposedByRule({ ...rule, type: 'defer' }),
      'deferred_by_rule',
      { da: 'Udskudt efter reglen "Loft".', en: 'Deferred by the rule "Cap".' },
    ],
    [
      dependencyNotFunded('base', 'r'),
      'dependency_not_funded',
      { da: 'Det afhænger af base, som ikke får penge.', en: 'It depends on base, which gets no money.' },
    ],
    [
      dependencyReferred('base', 'r'),
      'dependency_referred',
      {
        da: 'Det afhænger af base, som bestyrelsen skal afgøre, og forelægges sammen med det.',
        en: 'It depends on base, which the board is to decide, and is referred along with it.',
      },
    ],
    [
      excludedByFunded('rival', 'r'),
      'excluded_by_funded',
      {
        da: 'Det giver ingen mening ved siden af rival, som får penge.',
        en: 'It makes no sense beside rival, which is funded.',
      },
    ],
    [
      excludedUntilBoardDecides('rival', 'r'),
      'excluded_until_board_decides',
      {
        da: 'Det giver ingen mening ved siden af rival, som bestyrelsen først skal afgøre.',
        en: 'It makes no sense beside rival, which the board must decide first.',
      },
    ],
    [
      reducedBy(cap, some, all),
      'reduced_by_cap',
      {
        da: 'Loftet i reglen "Loft" er nået, så det får 1.234,50 kr. af 5.000,00 kr.',
        en: 'The cap of the rule "Cap" is reached, so it gets DKK 1,234.50 of DKK 5,000.00.',
      },
    ],
    [
      reducedBy({ kind: 'part' }, some, all),
      'reduced_by_part',
      {
        da: 'Reglerne giver kun støtte til en del, så det får 1.234,50 kr. af 5.000,00 kr.',
        en: 'The rules fund only a part, so it gets DKK 1,234.50 of DKK 5,000.00.',
      },
    ],
    [
      minimumNotMet({ kind: 'pool' }, some, all),
      'minimum_not_met_for_pool',
      {
        da: 'Puljebidragene, der kan betale, har ikke nok: der er 1.234,50 kr., og det skal mindst have 5.000,00 kr.',
        en: 'The pool contributions that can pay do not have enough: there is DKK 1,234.50, and it needs at least DKK 5,000.00.',
      },
    ],
  ])('%#', ({ code, message }, expectedCode, expectedMessage) => {
    expect(code).toBe(expectedCode);
    expect(message).toEqual(expectedMessage);
  });

  it('names the rule behind it where one is', () => {
    expect(reducedBy(cap, some, all).rule).toBe('cap');
    expect(minimumNotMet({ kind: 'pool' }, some, all)).not.toHaveProperty('rule');
  });
});
