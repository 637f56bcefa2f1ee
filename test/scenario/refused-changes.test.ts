import { describe, expect, it } from 'vitest';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { buildAgreement, buildMunicipality, buildSolution } from '../agreement/build-agreement.ts';
import { weightsKey } from '../agreement/build-key.ts';
import { refusalsOf } from '../results.ts';

const rate = rateFromText;
const kroner = oreFromKroner;

const agreement = buildAgreement({
  solutions: [buildSolution('aula', { operations: '1.00' })],
  municipalities: [
    buildMunicipality('0147', 1n, { membership: [{ firstYear: 2027, fixedShare: rate('1') }] }),
  ],
});

describe('a change that cannot be applied', () => {
  const fixedShare = rate('1');
  const entry = { year: 2027, amount: kroner('1.00'), reason: 'decided' };
  it.each<[Change, string, (string | number)[]]>([
    [{ type: 'set-index', year: 2025, combined: rate('0.01') }, 'year_not_after_base', ['year']],
    [{ type: 'set-efficiency', year: 2025, rate: rate('0.01') }, 'year_not_after_base', ['year']],
    [
      { type: 'set-efficiency', year: 2026, rate: rate('0.01'), solutions: ['aula', 'x'] },
      'solution_unknown',
      ['solutions', 1],
    ],
    [
      { type: 'set-efficiency', year: 2026, amount: kroner('1.00'), components: ['x'] },
      'component_unknown',
      ['components', 0],
    ],
    [{ type: 'set-base-price', solution: 'x', amount: kroner('1.00') }, 'solution_unknown', ['solution']],
    [{ type: 'set-base-price', component: 'x', amount: kroner('1.00') }, 'component_unknown', ['component']],
    [{ type: 'set-reserved-share', solution: 'x', share: rate('0.1') }, 'solution_unknown', ['solution']],
    [{ type: 'set-key', solution: 'x', key: { kind: 'equal' } }, 'solution_unknown', ['solution']],
    [
      { type: 'set-key', key: weightsKey({ '9999': '1' }) },
      'municipality_unknown',
      ['key', 'weights', '9999'],
    ],
    [
      { type: 'withdraw', municipality: '9999', lastYear: 2026, fixedShare },
      'municipality_unknown',
      ['municipality'],
    ],
    [{ type: 'withdraw', municipality: '0147', lastYear: 2026, fixedShare }, 'not_a_member', ['lastYear']],
    [{ type: 'enter', municipality: '9999', firstYear: 2026 }, 'municipality_unknown', ['municipality']],
    [{ type: 'add-solution', solution: 'x', fromYear: 2026 }, 'solution_unknown', ['solution']],
    [{ type: 'remove-solution', solution: 'x', fromYear: 2026 }, 'solution_unknown', ['solution']],
    [
      { type: 'set-population', year: 2026, populations: new Map([['9999', 1n]]) },
      'municipality_unknown',
      ['populations', '9999'],
    ],
    [
      { type: 'grow-population', firstYear: 2026, lastYear: 2027, rate: rate('0'), municipalities: ['9999'] },
      'municipality_unknown',
      ['municipalities', 0],
    ],
    [{ type: 'set-criterion-weight', criterion: 'x', weight: rate('1') }, 'criterion_unknown', ['criterion']],
    [{ type: 'commit-pool', solution: 'x', ...entry }, 'solution_unknown', ['solution']],
    [{ type: 'carry-over-pool', solution: 'x', ...entry }, 'solution_unknown', ['solution']],
  ])('%o', (change, code, path) => {
    const fine: Change = { type: 'set-rule-set', ruleSet: 'any' };
    expect(refusalsOf(applyChanges(agreement, [fine, change, fine]))).toEqual([
      { code, path: ['changes', 1, ...path] },
    ]);
  });

  it('tells all that is wrong with it, and nothing of the changes after it', () => {
    const change: Change = {
      type: 'set-efficiency',
      year: 2024,
      rate: rate('0.1'),
      solutions: ['x'],
      components: ['y'],
    };
    expect(
      refusalsOf(applyChanges(agreement, [change, change])).map(
        ({ code, path }) => `${code} ${path.join('/')}`,
      ),
    ).toEqual([
      'year_not_after_base changes/0/year',
      'solution_unknown changes/0/solutions/0',
      'component_unknown changes/0/components/0',
    ]);
  });

  it('the first regulation is that of the year after the base year', () => {
    expect(
      refusalsOf(applyChanges(agreement, [{ type: 'set-index', year: 2026, combined: rate('0.01') }])),
    ).toEqual([]);
  });

  it('names the ids that there are, or some of them when they are many', () => {
    const change: Change = { type: 'set-reserved-share', solution: 'x', share: rate('0.1') };
    const remedyWith = (count: number) => {
      const solutions = Array.from({ length: count }, (_, place) => buildSolution(`s${place}`, {}));
      const result = applyChanges({ ...agreement, solutions }, [change]);
      return result.ok ? '' : result.refusals[0]?.remedy.en;
    };
    expect(remedyWith(2)).toBe('Use one of: s0, s1');
    expect(remedyWith(30)).toContain('s29');
    expect(remedyWith(31)).toBe('Use one of: s0, s1, s2 …');
  });
});
