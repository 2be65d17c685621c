import type pg from 'pg';
import { countTable, listSequences, listTables } from './dump.ts';
import { BackupError } from './error.ts';
import { fillTable, type Filling } from './filling.ts';
import type { Progress } from './making.ts';
import type { ManifestHeader, Manifest } from './manifest.ts';

type Table = ManifestHeader['tables'][number];
type Constraint = { table: string; name: string; definition: string };
type Index = { name: string; definition: string };

/**
 * Fills the empty tables of a database with what an archive holds, part by part. Only names that the database itself
 * gives are ever part of a statement. Triggers sleep, and references between tables and indexes are off meanwhile, so
 * that neither order nor rights beyond owning the tables matter, and each index is built once; at the end all are back,
 * and every table is compared with what it was.
 */
export class Loading {
  readonly #client: pg.Client;
  readonly #manifest: Manifest;
  readonly #onStep: Progress;
  #tables: Table[] = [];
  #constraints: Constraint[] = [];
  #indexes: Index[] = [];
  #table = '';
  #filling: Filling | undefined;

  constructor(client: pg.Client, manifest: Manifest, onStep: Progress) {
    this.#client = client;
    this.#manifest = manifest;
    this.#onStep = onStep;
  }

  async begin(): Promise<void> {
    this.#tables = await listTables(this.#client);
    for (const table of this.#tables) mustHold(this.#manifest, table);
    const { rows } = await this.#client.query<Constraint>(`
      select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`);
    this.#constraints = rows;
    this.#indexes = await listIndexes(this.#client);
    await this.#client.query(
      [
        ...rows.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
        ...this.#indexes.map(({ name }) => `drop index ${name}`),
        ...this.#tables.map(({ name }) => `alter table public."${name}" disable trigger user`),
      ].join(';'),
    );
  }

  /** Adds some bytes of a table; those of a table that is none of ours are let go. */
  async add(name: string, bytes: Buffer): Promise<void> {
    if (this.#table !== name) await this.#startTable(name);
    await this.#filling?.write(bytes);
  }

  async end(): Promise<void> {
    await this.#filling?.end();
    const enabling = this.#tables.map(({ name }) => `alter table public."${name}" enable trigger user`);
    await this.#client.query([...enabling, `set local maintenance_work_mem = '128MB'`].join(';'));
    for (const [done, { definition }] of this.#indexes.entries()) {
      this.#onStep(done, this.#indexes.length, 'indexes');
      await this.#client.query(definition);
    }
    for (const [done, { table, name, definition }] of this.#constraints.entries()) {
      this.#onStep(done, this.#constraints.length, 'references');
      await this.#client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    for (const name of Object.keys(await listSequences(this.#client)))
      if (this.#manifest.sequences[name])
        await this.#client.query('select setval($1::regclass, $2)', [
          `public."${name}"`,
          this.#manifest.sequences[name],
        ]);
    await this.#compare();
  }

  /** The names of tables in the archive that are none of ours. */
  leftOut(): string[] {
    const ours = new Set(this.#tables.map(({ name }) => name));
    return this.#manifest.tables.map(({ name }) => name).filter((name) => !ours.has(name));
  }

  async #startTable(name: string) {
    await this.#filling?.end();
    const table = this.#tables.find((one) => one.name === name);
    this.#table = name;
    this.#filling = table && fillTable(this.#client, table);
  }

  async #compare() {
    for (const [done, table] of this.#tables.entries()) {
      this.#onStep(done, this.#tables.length, 'tables compared');
      const found = await countTable(this.#client, table);
      const expected = this.#manifest.counts[table.name];
      if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
        throw new BackupError(
          `The table ${table.name} did not come out as it went in, so nothing was restored.`,
        );
    }
  }
}

/** All but those that a constraint, such as a primary key, stands on. */
async function listIndexes(client: pg.Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`);
  return rows;
}

/** Throws BackupError unless the archive holds this table, just as its migrations make it. */
function mustHold({ tables }: Manifest, { name, columns }: Table) {
  const held = tables.find((table) => table.name === name);
  if (held && held.columns.join() === columns.join()) return;
  throw new BackupError(
    `The table ${name} is not in this archive as its version of Groundwork makes it, so nothing was restored.`,
  );
}
