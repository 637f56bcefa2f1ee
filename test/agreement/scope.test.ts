import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/agreement/agreement.ts';
import { coveredCells, covers, scopeName } from '../../src/agreement/scope.ts';
import { buildAgreement, buildSolution } from './build-agreement.ts';

const agreement = buildAgreement({
  solutions: [buildSolution('valg', { operations: '1.00' }), buildSolution('aula', {})],
});

function cellsOf(scope: Scope): string[] {
  return coveredCells(agreement, scope).map(({ solution, component }) => `${solution}/${component}`);
}

describe('a scope', () => {
  it.each<[string, Scope, string[]]>([
    [
      'of nothing named covers all',
      {},
      ['valg/operations', 'valg/business', 'aula/operations', 'aula/business'],
    ],
    [
      'of a solution covers its components, priced or not',
      { solutions: ['aula'] },
      ['aula/operations', 'aula/business'],
    ],
    [
      'of a component covers it in every solution',
      { components: ['business'] },
      ['valg/business', 'aula/business'],
    ],
    ['of both covers where they meet', { solutions: ['valg'], components: ['business'] }, ['valg/business']],
    ['of empty lists covers nothing', { solutions: [] }, []],
  ])('%s', (_, scope, cells) => {
    expect(cellsOf(scope)).toEqual(cells);
  });

  it('covers a cell that both its lists name', () => {
    const cell = { solution: 'aula', component: 'operations' };
    expect(covers({ solutions: ['aula'], components: ['operations'] }, cell)).toBe(true);
    expect(covers({ solutions: ['valg'], components: ['operations'] }, cell)).toBe(false);
    expect(covers({ solutions: ['aula'], components: ['business'] }, cell)).toBe(false);
  });
});

describe('the name of a scope', () => {
  it('is the same for the same ids in any order, named once or twice', () => {
    const name = scopeName({ solutions: ['aula', 'valg'], components: ['business', 'operations'] });
    expect(name).toBe('aula valg / business operations');
    expect(scopeName({ solutions: ['valg', 'aula', 'valg'], components: ['operations', 'business'] })).toBe(
      name,
    );
  });

  it('tells solutions from components, and all from some', () => {
    const scopes: Scope[] = [
      {},
      { solutions: ['a'] },
      { components: ['a'] },
      { solutions: ['a'], components: ['a'] },
      { solutions: [] },
    ];
    expect(new Set(scopes.map(scopeName)).size).toBe(scopes.length);
    expect(scopeName({})).toBe('* / *');
  });
});
