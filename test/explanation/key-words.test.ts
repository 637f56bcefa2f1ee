import { describe, expect, it } from 'vitest';
import { keyWords } from '../../src/explanation/key-words.ts';
import { weightsKey } from '../agreement/build-key.ts';

describe('what a key of units counts', () => {
  const pupils = { kind: 'weights', weights: new Map(), unit: 'pupils' } as const;

  it('is the title of its unit in either language', () => {
    expect(keyWords({ ...pupils, unitTitle: { da: 'elever', en: 'pupils' } })).toEqual({
      da: 'enheder (elever)',
      en: 'units (pupils)',
    });
  });

  it('is its unit in both where that has no title', () => {
    expect(keyWords(pupils)).toEqual({ da: 'enheder (pupils)', en: 'units (pupils)' });
  });

  it('is weights where no unit is named', () => {
    expect(keyWords(weightsKey({ '0101': '1' }))).toEqual({ da: 'vægte', en: 'weights' });
  });
});
