import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../verify/changes.ts';
import { Field } from '../../verify/field.ts';
import { departedBy, membersOf } from '../../verify/membership.ts';
import { citizens } from '../../verify/population.ts';
import { rationalFromDecimal } from '../../verify/rational.ts';
import { readTerms } from '../../verify/read-terms.ts';
import { ratesInForce, type Terms } from '../../verify/terms.ts';
import { smallAgreement } from './small-case.ts';

const decimal = rationalFromDecimal;

function termsAfter(...changes: object[]): Terms {
  return applyChanges(readTerms(new Field(smallAgreement)), new Field(changes).items());
}

function memberCodes(terms: Terms, year: number): string[] {
  return membersOf(terms, year).map(({ municipality }) => municipality);
}

function periodsOf(terms: Terms, id: string) {
  return terms.solutions.find(({ solution }) => solution === id)?.periods;
}

describe('membership', () => {
  const withdrawn = { type: 'withdraw', municipality: '0201', lastYear: 2026, fixedShare: '0.4' };

  test('who withdraws is a member to the last year and has departed after it', () => {
    const terms = termsAfter(withdrawn);
    expect(memberCodes(terms, 2026)).toContain('0201');
    expect(memberCodes(terms, 2027)).toEqual(['0101', '0301']);
    expect(departedBy(terms, 2026)).toEqual([]);
    expect(departedBy(terms, 2027)).toMatchObject([
      { municipality: { municipality: '0201' }, fixedShare: decimal('0.4') },
    ]);
  });

  test('all of the share stays unless the change says otherwise', () => {
    const terms = termsAfter({ type: 'withdraw', municipality: '0201', lastYear: 2026 });
    expect(departedBy(terms, 2030)).toMatchObject([{ fixedShare: decimal('1') }]);
  });

  test('entering in the year after the last restores the membership', () => {
    const terms = termsAfter(withdrawn, { type: 'enter', municipality: '0201', firstYear: 2027 });
    expect(terms.municipalities[1]?.membership).toMatchObject([{ firstYear: 2025 }]);
    expect(terms.municipalities[1]?.membership[0]).not.toHaveProperty('lastYear');
  });

  test('entering later leaves a gap, in which the municipality has departed', () => {
    const terms = termsAfter(withdrawn, { type: 'enter', municipality: '0201', firstYear: 2029 });
    expect([2026, 2027, 2028, 2029].map((year) => departedBy(terms, year).length)).toEqual([0, 1, 1, 0]);
    expect(memberCodes(terms, 2029)).toContain('0201');
  });

  test('entering where one is a member makes the stay run on', () => {
    expect(termsAfter({ type: 'enter', municipality: '0201', firstYear: 2028 })).toEqual(termsAfter());
    const terms = termsAfter(withdrawn, { type: 'enter', municipality: '0201', firstYear: 2026 });
    expect(memberCodes(terms, 2027)).toContain('0201');
  });

  test('withdrawing sets the last year, also to a later one', () => {
    const terms = termsAfter(withdrawn, { type: 'withdraw', municipality: '0201', lastYear: 2028 });
    expect(terms.municipalities[1]?.membership).toMatchObject([
      { firstYear: 2025, lastYear: 2028, fixedShare: decimal('1') },
    ]);
  });

  test('who has not entered cannot withdraw', () => {
    const change = { type: 'withdraw', municipality: '0201', lastYear: 2024 };
    expect(() => termsAfter(change)).toThrow('/0/lastYear: it has not entered by then');
  });

  test('withdrawing drops later stays', () => {
    const terms = termsAfter(
      withdrawn,
      { type: 'enter', municipality: '0201', firstYear: 2029 },
      { type: 'withdraw', municipality: '0201', lastYear: 2025, fixedShare: '0' },
    );
    expect(terms.municipalities[1]?.membership).toEqual([
      { firstYear: 2025, lastYear: 2025, fixedShare: decimal('0') },
    ]);
  });
});

describe('who has signed', () => {
  const line = { date: '2025-10-01', recorded: '2025-10-01' };
  const accessions = {
    versions: [],
    entries: [
      { ...line, entry: 1, municipality: '0101', type: 'signed', version: '1.0' },
      { ...line, entry: 2, municipality: '0301', type: 'signed', version: '1.0' },
      { ...line, entry: 4, municipality: '0301', type: 'notice', recorded: '2026-06-01', lastYear: 2027 },
      { ...line, entry: 3, municipality: '0201', type: 'invited', recorded: '2025-10-02' },
      { entry: 5, recorded: '2026-07-01', municipality: '0101', type: 'correction', corrects: 1, reason: '' },
    ],
    provenance: { kind: 'example' },
  };
  const signedBy = (asOf: string) =>
    applyChanges(
      readTerms(new Field({ ...smallAgreement, accessions })),
      new Field([{ type: 'only-signed', asOf }]).items(),
    );

  test('is a member, who has not has never been one', () => {
    expect(memberCodes(signedBy('2025-12-31'), 2027)).toEqual(['0101', '0301']);
    expect(departedBy(signedBy('2025-12-31'), 2030)).toEqual([]);
  });

  test('leaves after the last year of a notice, from the day the notice is recorded', () => {
    expect(memberCodes(signedBy('2026-05-31'), 2028)).toEqual(['0101', '0301']);
    expect(memberCodes(signedBy('2026-06-01'), 2027)).toEqual(['0101', '0301']);
    expect(memberCodes(signedBy('2026-06-01'), 2028)).toEqual(['0101']);
    expect(departedBy(signedBy('2026-06-01'), 2028)).toMatchObject([{ fixedShare: decimal('1') }]);
  });

  test('is mended by a correction from the day it is recorded', () => {
    expect(memberCodes(signedBy('2026-06-30'), 2027)).toContain('0101');
    expect(memberCodes(signedBy('2026-07-01'), 2027)).toEqual(['0301']);
  });

  test('cannot be told without a register, or when nobody has', () => {
    expect(() => signedBy('2025-09-30')).toThrow('/0/asOf: a day by which somebody had signed');
    expect(() => termsAfter({ type: 'only-signed', asOf: '2025-12-31' })).toThrow(
      '/0/type: the agreement keeps no',
    );
  });
});

describe('the catalogue', () => {
  test('a solution comes in from a year on, and a period that reaches the year runs on', () => {
    const add = { type: 'add-solution', solution: 'gamma', fromYear: 2027 };
    const remove = { type: 'remove-solution', solution: 'gamma', fromYear: 2029 };
    expect(periodsOf(termsAfter(add), 'gamma')).toEqual([{ firstYear: 2027 }]);
    expect(periodsOf(termsAfter(add, remove), 'gamma')).toEqual([{ firstYear: 2027, lastYear: 2028 }]);
    expect(periodsOf(termsAfter(add, remove, { ...add, fromYear: 2029 }), 'gamma')).toEqual([
      { firstYear: 2027 },
    ]);
    expect(periodsOf(termsAfter(add, remove, { ...add, fromYear: 2031 }), 'gamma')).toEqual([
      { firstYear: 2027, lastYear: 2028 },
      { firstYear: 2031 },
    ]);
  });

  test('a solution removed from its first year was never in it', () => {
    const remove = { type: 'remove-solution', solution: 'alfa', fromYear: 2025 };
    expect(periodsOf(termsAfter(remove), 'alfa')).toEqual([]);
  });
});

describe('the index', () => {
  test('given rates are laid on those in force, later changes on earlier ones', () => {
    const terms = termsAfter(
      { type: 'set-index', year: 2026, combined: '0.05' },
      { type: 'set-index', year: 2026, wage: '0.06' },
    );
    expect(ratesInForce(terms, 2026)).toMatchObject({
      combined: decimal('0.05'),
      wage: decimal('0.06'),
      price: decimal('0.02'),
      correction: decimal('0'),
    });
  });

  test('rates that were not set follow the vintage', () => {
    const index = [{ ...smallAgreement.index[0], vintage: '2026-03-01', wage: '0.09', price: '0.09' }];
    const terms = applyChanges(
      readTerms(new Field({ ...smallAgreement, index: [...index, ...smallAgreement.index] })),
      new Field([
        { type: 'set-index', year: 2026, wage: '0.05' },
        { type: 'set-index-vintage', asOf: '2025-06-01' },
      ]).items(),
    );
    expect(ratesInForce(terms, 2026)).toMatchObject({ wage: decimal('0.05'), price: decimal('0.02') });
  });

  test('a year without an entry gets one, without correction; it needs the combined rate', () => {
    const terms = termsAfter({ type: 'set-index', year: 2030, combined: '0.05' });
    expect(ratesInForce(terms, 2030)).toEqual({ combined: decimal('0.05'), correction: decimal('0') });
    expect(() => termsAfter({ type: 'set-index', year: 2030, wage: '0.05' })).toThrow('"combined" is wanted');
  });

  test('of several vintages the newest known counts', () => {
    const entry = smallAgreement.index[0];
    const index = [{ ...entry, vintage: '2026-03-01', combined: '0.09' }, ...smallAgreement.index];
    const terms = readTerms(new Field({ ...smallAgreement, index }));
    const asOf = (day: string) =>
      ratesInForce(applyChanges(terms, new Field([{ type: 'set-index-vintage', asOf: day }]).items()), 2026);
    expect(ratesInForce(terms, 2026)?.combined).toEqual(decimal('0.09'));
    expect(asOf('2026-03-01')?.combined).toEqual(decimal('0.09'));
    expect(asOf('2026-02-28')?.combined).toEqual(decimal('0.03'));
    expect(asOf('2024-12-31')).toBeUndefined();
  });

  test('rates that the scenario sets stay whatever the vintage', () => {
    const terms = termsAfter(
      { type: 'set-index', year: 2026, combined: '0.05' },
      { type: 'set-index-vintage', asOf: '2020-01-01' },
    );
    expect(ratesInForce(terms, 2026)?.combined).toEqual(decimal('0.05'));
    expect(ratesInForce(terms, 2027)).toBeUndefined();
  });
});

describe('efficiency', () => {
  const amount = { type: 'set-efficiency', year: 2026, amount: '10.00', solutions: ['alfa', 'beta'] };

  test('an amount takes the place of one for the same year and the same cells, in any order', () => {
    const terms = termsAfter(amount, { ...amount, amount: '7.00', solutions: ['beta', 'alfa'] });
    expect(terms.measures.slice(1)).toMatchObject([{ saving: { ore: 700n } }]);
  });

  test.each([
    ['another year', { ...amount, year: 2027 }],
    ['other solutions', { ...amount, solutions: ['alfa'] }],
    ['other components', { ...amount, components: ['operations'] }],
    ['a rate', { type: 'set-efficiency', year: 2026, rate: '0.02', solutions: ['alfa', 'beta'] }],
  ])('%s stands beside it', (_, other) => {
    expect(termsAfter(amount, other).measures).toHaveLength(3);
  });
});

describe('cells, shares and keys', () => {
  const ores = (terms: Terms) => terms.solutions.map(({ cells }) => cells.map(({ ore }) => ore));
  const amount = '1.00';

  test.each([
    ['one cell', { solution: 'alfa', component: 'business', amount }, [[60000n, 100n], [30000n], [10000n]]],
    ['a component of all', { component: 'operations', amount }, [[100n, 40000n], [100n], [100n, 10000n]]],
    ['all of a solution', { solution: 'alfa', amount }, [[100n, 100n], [30000n], [10000n]]],
    ['everything', { amount }, [[100n, 100n], [100n], [100n]]],
  ])('a base price is set for %s', (_, change, expected) => {
    expect(ores(termsAfter({ type: 'set-base-price', ...change }))).toEqual(expected);
  });

  test('a reserved share and a key are set for one solution or for the whole catalogue', () => {
    const shares = (terms: Terms) => terms.solutions.map(({ reservedShare }) => reservedShare);
    const kinds = (terms: Terms) => terms.solutions.map(({ key }) => key.kind);
    const share = { type: 'set-reserved-share', share: '0.2' };
    const key = { type: 'set-key', key: { kind: 'equal' } };
    expect(shares(termsAfter(share))).toEqual(['0.2', '0.2', '0.2'].map(decimal));
    expect(shares(termsAfter({ ...share, solution: 'beta' }))).toEqual(['0.333', '0.2', '0.5'].map(decimal));
    expect(kinds(termsAfter(key))).toEqual(['equal', 'equal', 'equal']);
    expect(kinds(termsAfter({ ...key, solution: 'gamma' }))).toEqual(['population', 'equal', 'equal']);
  });

  test('what concerns the use of the pool leaves prices alone', () => {
    const pool = { year: 2026, solution: 'alfa', amount, reason: 'decided' };
    expect(
      termsAfter(
        { type: 'commit-pool', ...pool },
        { type: 'carry-over-pool', ...pool },
        { type: 'set-rule-set', ruleSet: 'strict' },
      ),
    ).toEqual(termsAfter());
  });

  test('a population is the last count, carried on by the growth of every year since and rounded once', () => {
    // Half of 7 citizens leave each year: 3.5 is 4, 1.75 is 2, and 0.875 would be 1, as a last one stays in any case.
    const grown = { type: 'grow-population', firstYear: 2027, lastYear: 2040, rate: '-0.5' };
    const [first] = termsAfter(
      { type: 'set-population', year: 2026, populations: { '0101': 7 } },
      grown,
    ).municipalities;
    const years = [2026, 2027, 2028, 2029, 2035];
    expect(years.map((year) => first && citizens(first, year))).toEqual([7n, 4n, 2n, 1n, 1n]);
  });

  test('the weight of a criterion leaves prices alone, where there is such a criterion and such a weight', () => {
    const terms = { ...termsAfter(), criteria: new Set(['security']) };
    const weighed = (criterion: string, weight: string) =>
      applyChanges(terms, new Field([{ type: 'set-criterion-weight', criterion, weight }]).items());
    expect(weighed('security', '0.5')).toEqual(terms);
    expect(() => weighed('speed', '0.5')).toThrow('no such criterion');
    expect(() => weighed('security', '-0.5')).toThrow('0 or more');
  });
});
