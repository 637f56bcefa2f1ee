import { parseArgs } from 'node:util';
import { type Anchor, checkAudit } from '../../store/audit-check.ts';
import { CommandRefused, runCommand, withStore } from './command.ts';

/**
 * Reads the whole audit log and says where it ends, or names the first entry that is not as it was written (exit code 1).
 *
 *     npm run audit:verify
 *     npm run audit:verify -- --noted 1204:9f2c…
 */
await runCommand(async () => {
  const { noted = [] } = parseArgs({ options: { noted: { type: 'string', multiple: true } } }).values;
  const anchors = noted.map(anchorFrom);
  await withStore(async ({ database }) => {
    const checked = await checkAudit(database.query, anchors);
    if ('broken' in checked)
      throw new CommandRefused(`entry ${checked.broken.seq} is broken: ${checked.broken.reason}`);
    const { seq, hash } = checked.end;
    process.stdout.write(`${seq} entries, unbroken; the last one is ${seq}:${hash}\n`);
  });
});

function anchorFrom(text: string): Anchor {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new CommandRefused(`--noted takes a number and a hash, as this command prints them: ${text}`);
  return { seq: BigInt(seq), hash };
}
