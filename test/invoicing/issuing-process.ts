import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { systemClock } from '../../store/clock.ts';
import { openStore } from '../../store/open-store.ts';
import { runClient } from './run-client.ts';

/**
 * Issues a run that is drafted, in a process of its own: it says `issuing` when it begins and `issued` when it is
 * answered, and is killed whenever whoever started it likes.
 */
const { location, run, body } = JSON.parse(process.argv[2] ?? '{}');
const store = await openStore(location, systemClock);
const app = await buildApp(await loadData(), { report: console.error, store });
process.stdout.write('issuing\n');
const { status } = await runClient(app).issue(run, 1, body);
process.stdout.write(status === 200 ? 'issued\n' : `refused ${status}\n`);
await app.close();
await store.database.close();
