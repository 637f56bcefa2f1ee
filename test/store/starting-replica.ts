import { systemClock } from '../../store/clock.ts';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';

const database = await openDatabase(JSON.parse(process.argv[2] ?? '{}'));
await migrate(database, systemClock);
await database.close();
