import type { Engine } from '../database.ts';

/** Statements that make the engine itself refuse to change or delete a row of the table. */
export function appendOnly(engine: Engine, table: string): string[] {
  return ['UPDATE', 'DELETE'].flatMap((event) => trigger(engine, table, event));
}

function trigger(engine: Engine, table: string, event: string): string[] {
  const name = `${table}_no_${event.toLowerCase()}`;
  const message = `rows of ${table} are never changed or deleted`;
  if (engine === 'sqlite') {
    return [
      `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, '${message}'); END`,
    ];
  }
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${message}'; END $$`,
    `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ];
}
