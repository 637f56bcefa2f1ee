import type { SelectionRequest } from '../data/schema/selection.ts';
import { answerRequest } from '../selection/answer-request.ts';
import { highsSolver } from '../selection/highs.ts';
import { type ElectionSize, election } from './election.ts';
import { medians, SELDOM } from './median.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const AIM_MS = 1_000;

const SIZES: readonly (readonly [name: string, size: ElectionSize])[] = [
  ['10,000 distinct voters × 100', { voters: 10_000, ballots: 10_000, initiatives: 100 }],
  ['100,000 voters of 500 kinds × 200', { voters: 100_000, ballots: 500, initiatives: 200 }],
  ['100,000 distinct voters × 200', { voters: 100_000, ballots: 100_000, initiatives: 200 }],
];

/**
 * Greedy and Equal Shares from their request to their whole answer: checked, merged, chosen and explained. The peer is the least there
 * is to do: to look at every approval once and add up what is supported.
 */
export async function measureVoters(): Promise<Row[]> {
  const solver = await highsSolver();
  const rows: Row[] = [];
  for (const [name, size] of SIZES) {
    const [shares, greedy] = [election(size, 'equal-shares'), election(size, 'greedy')];
    const [sharesTime, greedyTime, pass] = await medians(
      {
        [`Equal Shares, ${name}`]: () => answered(shares),
        [`greedy, ${name}`]: () => answered(greedy),
        'one pass over the approvals': () => onePass(shares),
      },
      SELDOM,
    );
    if (sharesTime === undefined || greedyTime === undefined || pass === undefined)
      throw new Error('not all measured');
    if (rows.length === 0) rows.push(besideLimit(sharesTime, AIM_MS));
    rows.push(besidePeer(sharesTime, pass), besidePeer(greedyTime, pass));
  }
  return rows;

  function answered(request: SelectionRequest) {
    const reply = answerRequest(request, solver, () => performance.now());
    if (reply.kind !== 'answered') throw new Error(`not answered but ${reply.kind}`);
    return reply.answer;
  }
}

/** The weight behind each initiative. */
function onePass({ voters = [] }: SelectionRequest): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { approvals = {} } of voters) {
    for (const id in approvals) votes.set(id, (votes.get(id) ?? 0) + Number(approvals[id]));
  }
  return votes;
}
