import { describe, expect, it } from 'vitest';
import { rateFromText } from '../../src/money/rate.ts';
import type { Effect } from '../../src/prioritisation/effects.ts';
import { rulingOf } from '../../src/prioritisation/ruling.ts';
import { fired } from './build-proposal.ts';

function part(atLeast: string, atMost: string): Effect {
  return { type: 'fund-part', atLeast: rateFromText(atLeast), atMost: rateFromText(atMost) };
}

const reject: Effect = { type: 'reject' };
const refer: Effect = { type: 'refer' };

describe('the ruling on a request', () => {
  it('changes nothing when no rule fired', () => {
    const idle = { ...fired('idle', 1, reject), fired: false };
    expect(rulingOf([idle])).toEqual({ position: 'listed', caps: [], conflicts: [] });
  });

  it('follows the rule of the lowest priority, whatever the order of the verdicts', () => {
    const verdicts = [fired('a', 2, refer), fired('b', 1, reject)];
    expect(rulingOf(verdicts).disposition).toMatchObject({ rule: 'b', type: 'reject' });
    expect(rulingOf(verdicts.toReversed())).toEqual(rulingOf(verdicts));
  });

  it('follows the earlier rule id where priorities are equal', () => {
    expect(rulingOf([fired('b', 1, refer), fired('a', 1, reject)]).disposition?.rule).toBe('a');
  });

  it('keeps every cap', () => {
    const cap = (share: string): Effect => ({ type: 'cap', per: 'area', share: rateFromText(share) });
    expect(
      rulingOf([
        fired('wide', 1, cap('0.4')),
        fired('no', 2, reject),
        fired('tight', 3, cap('0.2')),
      ]).caps.map(({ rule }) => rule),
    ).toEqual(['wide', 'tight']);
  });

  it('narrows part funding to what all ranges allow', () => {
    const ruling = rulingOf([fired('a', 1, part('0.2', '0.9')), fired('b', 2, part('0.4', '0.8'))]);
    expect(ruling.part).toEqual({ atLeast: rateFromText('0.4'), atMost: rateFromText('0.8') });
    expect(ruling.conflicts).toEqual([]);
    const other = rulingOf([fired('a', 1, part('0.4', '0.8')), fired('b', 2, part('0.2', '0.9'))]);
    expect(other.part).toEqual(ruling.part);
  });

  it('takes ranges that meet in one point at that point', () => {
    const ruling = rulingOf([fired('a', 1, part('0.5', '1')), fired('b', 2, part('0', '0.5'))]);
    expect(ruling.part).toEqual({ atLeast: rateFromText('0.5'), atMost: rateFromText('0.5') });
  });

  it('says nothing of what no rule has said', () => {
    expect(Object.keys(rulingOf([fired('a', 1, { type: 'note' })]))).toEqual([
      'position',
      'caps',
      'conflicts',
    ]);
  });

  it('places a request as the first of its rules says', () => {
    expect(rulingOf([fired('a', 1, { type: 'first' })]).position).toBe('first');
    expect(rulingOf([fired('a', 1, { type: 'last' })]).position).toBe('last');
  });

  it('names the rules that hold a request to its dependencies and exclusions', () => {
    const ruling = rulingOf([
      fired('d', 1, { type: 'hold-to-dependencies' }),
      fired('e', 2, { type: 'hold-to-exclusions' }),
    ]);
    expect(ruling).toMatchObject({ heldToDependencies: 'd', heldToExclusions: 'e' });
  });
});

describe('rules that fired on the same request contradict each other when', () => {
  it.each<[string, Effect, Effect]>([
    ['milder_before_stricter', refer, reject],
    ['milder_before_stricter', refer, { type: 'defer' }],
    ['milder_before_stricter', { type: 'defer' }, reject],
    ['first_and_last', { type: 'first' }, { type: 'last' }],
    ['first_and_last', { type: 'last' }, { type: 'first' }],
    ['part_and_whole', part('0', '1'), { type: 'fund-whole' }],
    ['part_and_whole', { type: 'fund-whole' }, part('0', '1')],
    ['part_ranges_apart', part('0.6', '1'), part('0', '0.5')],
    ['part_ranges_apart', part('0', '0.5'), part('0.6', '1')],
  ])('%s', (contradiction, first, second) => {
    const { conflicts } = rulingOf([fired('one', 1, first), fired('two', 2, second)]);
    expect(conflicts).toEqual([{ contradiction, stands: 'one', yields: 'two' }]);
  });

  it.each<[string, Effect, Effect]>([
    ['a rejection before a referral', reject, refer],
    ['two rejections', reject, reject],
    ['ranges that meet in one point', part('0.5', '1'), part('0', '0.5')],
    ['effects that have nothing to do with each other', reject, { type: 'first' }],
    ['the same place twice', { type: 'first' }, { type: 'first' }],
    ['ranges that meet in one point, the lower first', part('0', '0.5'), part('0.5', '1')],
    ['a note and a last place', { type: 'note' }, { type: 'last' }],
    ['a last place and a note', { type: 'last' }, { type: 'note' }],
  ])('but not: %s', (_, first, second) => {
    expect(rulingOf([fired('one', 1, first), fired('two', 2, second)]).conflicts).toEqual([]);
  });

  it('the earlier one stands', () => {
    expect(
      rulingOf([fired('whole', 1, { type: 'fund-whole' }), fired('part', 2, part('0', '1'))]).part,
    ).toBeUndefined();
    expect(
      rulingOf([fired('part', 1, part('0', '1')), fired('whole', 2, { type: 'fund-whole' })]).part,
    ).toBeDefined();
    const apart = rulingOf([fired('high', 1, part('0.6', '1')), fired('low', 2, part('0', '0.5'))]);
    expect(apart.part).toEqual({ atLeast: rateFromText('0.6'), atMost: rateFromText('1') });
  });
});
