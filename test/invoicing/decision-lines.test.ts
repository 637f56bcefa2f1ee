import { describe, expect, it } from 'vitest';
import { builtApp } from '../api/built-app.ts';
import { clientOf, initiative, YEAR } from '../governance/proposals-over-http.ts';
import { oreSum, runClient } from './run-client.ts';

const board = clientOf(builtApp);
const client = runClient(builtApp);

interface Lines {
  readonly total: string;
  readonly lines: readonly {
    number: string;
    line: number;
    amount: string;
    share: string;
    solution: string;
  }[];
}

const linesOf = async (decision: string) =>
  (await client.send<Lines>('GET', `/v1/decisions/${decision}/invoice-lines`)).json;

describe('a decision', () => {
  it('answers with every line that pays for it, which comes to what it binds when the year has been invoiced', async () => {
    const AMOUNT = '900000.00';
    await board.recommended('messages', [initiative('messages', AMOUNT)]);
    const approved = await board.act('messages', 3, { action: 'approve', body: 'board' });
    expect(approved.status).toBe(200);
    expect(await linesOf('messages')).toMatchObject({ total: '0.00', lines: [] });

    const year = { agreement: 'k98-example', year: YEAR, instalment: 1, frequency: 'annual' };
    await client.issued('whole-year', year);
    const { total, lines } = await linesOf('messages');
    expect(lines.length).toBeGreaterThan(98);
    expect(new Set(lines.map(({ solution }) => solution))).toEqual(new Set(['aula']));
    expect(oreSum(lines.map(({ share }) => share))).toBe(oreSum([total]));
    // Each line's pool is rounded by itself, so that hundreds of lines are off by less than half an øre each.
    const off = oreSum([total]) - oreSum([AMOUNT]);
    expect(off < BigInt(lines.length) && -off < BigInt(lines.length)).toBe(true);

    const [first] = lines;
    const lineage = await client.send<{ lines: { use: { decision?: string; amount: string }[] }[] }>(
      'GET',
      `/v1/invoices/${first?.number}/lineage`,
    );
    const use = lineage.json.lines[(first?.line ?? 0) - 1]?.use ?? [];
    expect(use.find(({ decision }) => decision === 'messages')?.amount).toBe(first?.share);
  });
});
