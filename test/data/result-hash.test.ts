import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/result-hash.ts';

describe('hashOf', () => {
  // printf '{"a":[1,true],"b":"å"}' | sha256sum
  it('is the SHA-256 of the canonical JSON', () => {
    expect(hashOf({ b: 'å', a: [1, true] })).toBe(
      '8e08e83c89903d14175e942b3801f6be9300beba7ea372c629fe3efe8f08affd',
    );
  });

  it('does not depend on the order of keys, but on the order of a list', () => {
    expect(hashOf({ a: 1, b: [1, 2] })).toBe(hashOf({ b: [1, 2], a: 1 }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });

  it('takes an undefined field as absent', () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
  });

  it.each([[undefined], [Number.NaN], [10n]])('throws for %s, which is not JSON', (value) => {
    expect(() => hashOf(value)).toThrow();
  });
});
