import { describe, expect, it } from 'vitest';
import { accepted, collect, invariant, type Refusal, refused, within } from '../src/refusal.ts';

function refusal(code: string, ...path: (string | number)[]): Refusal {
  const texts = { da: code, en: code };
  return { code, path, message: texts, remedy: texts };
}

describe('a list of results', () => {
  it('is the list of values when all are accepted, in their order', () => {
    expect(collect([accepted('a'), accepted(undefined), accepted('b')])).toEqual(
      accepted(['a', undefined, 'b']),
    );
    expect(collect([])).toEqual(accepted([]));
  });

  it('is every refusal of all of them when one is refused', () => {
    const results = [refused(refusal('x'), refusal('y')), accepted('a'), refused(refusal('z'))];
    expect(collect(results)).toEqual(refused(refusal('x'), refusal('y'), refusal('z')));
  });
});

describe('a refusal seen from outside', () => {
  it('has the way to its own object in front of its path', () => {
    expect(within(['changes', 2], refusal('x', 'key', 'parts'))).toEqual(
      refusal('x', 'changes', 2, 'key', 'parts'),
    );
  });
});

describe('an invariant', () => {
  it('says what was believed when it does not hold', () => {
    expect(() => invariant(false, 'the sky is green')).toThrow('broken invariant: the sky is green');
    expect(() => invariant(true, 'the sky is blue')).not.toThrow();
  });
});
