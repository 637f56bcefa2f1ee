import { parseArgs } from 'node:util';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { newKey } from '../access/keys.ts';
import { makeKey } from '../access/make-key.ts';
import { apiKeyRequestSchema, wantedKey } from '../requests/api-keys.ts';
import { CommandRefused, runCommand, withStore } from './command.ts';

const OPTIONS = {
  label: { type: 'string' },
  role: { type: 'string', multiple: true },
  municipality: { type: 'string' },
  days: { type: 'string' },
} as const;

/**
 * Makes a key on the machine that keeps the data: the first one, with which an operator makes the others.
 *
 *     npm run make-key -- --label Drift --role operator --days 90
 */
await runCommand(async () => {
  const { role: roles, days, ...rest } = parseArgs({ options: OPTIONS }).values;
  const wanted = { ...rest, roles, ...(days !== undefined && { days: Number(days) }) };
  const checked = checkForm(apiKeyRequestSchema, wanted);
  if (!checked.ok)
    throw new CommandRefused(
      checked.refusals
        .map(({ path, message, remedy }) => `--${path[0]}: ${message.en} ${remedy.en}`)
        .join('\n'),
    );
  await withStore(async (store) => {
    const key = newKey();
    await makeKey(store, 'command-line', key, wantedKey(checked.value));
    process.stdout.write(`${key}\n`);
  });
});
