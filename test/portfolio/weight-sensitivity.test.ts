import { describe, expect, it } from 'vitest';
import { judgedRounds } from '../../api/calculation/plans/judged-rounds.ts';
import { weightSensitivities } from '../../api/calculation/plans/weight-sensitivity.ts';
import { rateFromText, rateText } from '../../src/money/rate.ts';
import { buildInitiative } from '../prioritisation/build-proposal.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { chosenBy, chosenIn, METHODS, methodSettings, settingFor } from './methods.ts';
import { twoYears } from './two-years.ts';

const criterion = (id: string, weight: string) =>
  ({
    criterion: id,
    title: { da: id, en: id },
    measure: 'score',
    weight: rateFromText(weight),
    provenance: { kind: 'example' },
  }) as const;

const scores = (safe: string, fast: string) => ({
  benefit: {
    scores: new Map([
      ['safe', rateFromText(safe)],
      ['fast', rateFromText(fast)],
    ]),
  },
  beneficiaryKey: { kind: 'equal' as const },
  kroner: '300.00',
  latestStart: 2026,
});

/**
 * Each costs 300,00 of a pool of 350,00, so one of them begins in 2026 and the other a year later.
 *
 *     a  4 points for safety, 1 for speed
 *     b  1 point for safety, 3 for speed
 *
 * With 1 on safety and w on speed a counts 4 + w, and b counts 1 + 3w: from w = 1,50 on they are equal, a being first by its id, and
 * from 1,51 on b is first.
 */
const initiatives = [buildInitiative('a', scores('4', '1')), buildInitiative('b', scores('1', '3'))];
const prices = twoYears({ criteria: [criterion('fast', '1'), criterion('safe', '1')] });

async function sensitivity(method: (typeof METHODS)[number], criteria: string[], step = '0.01') {
  const setting = settingFor(initiatives, { prices });
  const rounds = acceptedValue(await judgedRounds(setting));
  const run = await chosenBy(method, initiatives, { prices });
  expect(chosenIn(run)).toEqual(['a@2026', 'b@2027']);
  const settings = { ...methodSettings(method), sensitivity: { criteria, step } };
  return weightSensitivities(settings, rounds, setting, run);
}

const text = (rate: Parameters<typeof rateText>[0] | undefined) => rate && rateText(rate);

describe('how far a weight can move before another set is chosen', () => {
  it.each(METHODS)(
    '%s: up to 1,50 for speed, and down to nothing; confirmed at the bound and one step before it',
    async (method) => {
      const [found] = acceptedValue(await sensitivity(method, ['fast']));
      expect(found?.up).toMatchObject({
        outcome: 'turns',
        comesIn: ['a@2027', 'b@2026'],
        goesOut: ['a@2026', 'b@2027'],
      });
      expect([text(found?.up.justBefore), text(found?.up.at)]).toEqual(['1.5', '1.51']);
      expect(found?.down.outcome).toBe('never');
      expect(text(found?.down.searchedTo)).toBe('0');
    },
  );

  // With w on safety and 1 on speed: 4w + 1 against w + 3, equal at w = 2/3.
  it('finds the bound to the step that is asked for', async () => {
    const [found] = acceptedValue(await sensitivity('greedy', ['safe'], '0.0001'));
    expect([text(found?.down.justBefore), text(found?.down.at)]).toEqual(['0.6667', '0.6666']);
    expect(found?.up.outcome).toBe('never');
  });

  it('is refused for a criterion that the agreement does not have', async () => {
    expect(refusalsOf(await sensitivity('greedy', ['fast', 'cheap']))).toEqual([
      { code: 'criterion_unknown', path: ['sensitivity', 'criteria', 1] },
    ]);
  });
});
