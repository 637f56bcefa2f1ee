import { describe, expect, it } from 'vitest';
import { type Turn, turnOrder } from '../../src/prioritisation/turn-order.ts';

function turn(id: string, place: number, parts: Partial<Turn> = {}): Turn {
  return { id, place, position: 'listed', after: [], ...parts };
}

function idsInOrder(turns: readonly Turn[]): string[] {
  return turnOrder(turns).map(({ id }) => id);
}

describe('the order of turns', () => {
  it('is that of the proposal, not that of the list given', () => {
    expect(idsInOrder([turn('c', 3), turn('a', 1), turn('b', 2)])).toEqual(['a', 'b', 'c']);
  });

  it('puts first what a rule puts first, and last what a rule puts last', () => {
    const turns = [
      turn('late', 1, { position: 'last' }),
      turn('a', 2),
      turn('b', 3),
      turn('law', 4, { position: 'first' }),
    ];
    expect(idsInOrder(turns)).toEqual(['law', 'a', 'b', 'late']);
  });

  it('brings forward what something depends on, to just before it', () => {
    const turns = [
      turn('a', 1),
      turn('law', 2, { position: 'first', after: ['base'] }),
      turn('base', 3, { after: ['deep'] }),
      turn('deep', 4),
    ];
    expect(idsInOrder(turns)).toEqual(['deep', 'base', 'law', 'a']);
  });

  it('takes several dependencies in their own order, each once', () => {
    const turns = [turn('top', 1, { after: ['y', 'x'] }), turn('x', 2), turn('y', 3, { after: ['x'] })];
    expect(idsInOrder(turns)).toEqual(['x', 'y', 'top']);
  });

  it('passes over what takes no turn', () => {
    expect(idsInOrder([turn('a', 1, { after: ['elsewhere'] })])).toEqual(['a']);
  });
});
