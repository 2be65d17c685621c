import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { countTable, listSequences, listTables, quoted } from './dump.ts';
import { BackupError } from './error.ts';
import type { Progress } from './making.ts';
import type { Header, Manifest } from './manifest.ts';

type Table = Header['tables'][number];
type Constraint = { table: string; name: string; definition: string };

/**
 * Fills the empty tables of a database with what an archive holds, part by part. Only names that the database itself
 * gives are ever part of a statement. Triggers sleep and references between tables are off meanwhile, so that neither
 * order nor rights beyond owning the tables matter; at the end both are back, and every table is compared with what it
 * was.
 */
export class Loading {
  readonly #client: pg.Client;
  readonly #manifest: Manifest;
  readonly #onStep: Progress;
  #tables: Table[] = [];
  #constraints: Constraint[] = [];
  #copy: { table: string; stream: CopyStreamQuery; ended: Promise<void> } | undefined;

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
    for (const { table, name } of rows)
      await this.#client.query(`alter table ${table} drop constraint ${name}`);
    await this.#eachTable((name) => `alter table public."${name}" disable trigger user`);
  }

  /** Adds some bytes of a table; those of a table that is none of ours are let go. */
  async add(name: string, bytes: Buffer): Promise<void> {
    if (this.#copy?.table !== name) await this.#startTable(name);
    const copy = this.#copy;
    if (copy && !copy.stream.write(bytes)) await Promise.race([once(copy.stream, 'drain'), copy.ended]);
  }

  async end(): Promise<void> {
    await this.#finishTable();
    await this.#eachTable((name) => `alter table public."${name}" enable trigger user`);
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
    await this.#finishTable();
    const table = this.#tables.find((one) => one.name === name);
    if (!table) return;
    const stream = this.#client.query(
      copyFrom(`copy public."${name}" (${quoted(table.columns)}) from stdin`),
    );
    const ended = finished(stream);
    // Whoever writes next, or waits for its end, is told.
    ended.catch(() => undefined);
    this.#copy = { table: name, stream, ended };
  }

  async #finishTable() {
    if (!this.#copy) return;
    const { stream, ended } = this.#copy;
    this.#copy = undefined;
    stream.end();
    await ended;
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

  async #eachTable(statement: (name: string) => string) {
    for (const { name } of this.#tables) await this.#client.query(statement(name));
  }
}

/** Throws BackupError unless the archive holds this table, just as its migrations make it. */
function mustHold({ tables }: Manifest, { name, columns }: Table) {
  const held = tables.find((table) => table.name === name);
  if (held && held.columns.join() === columns.join()) return;
  throw new BackupError(
    `The table ${name} is not in this archive as its version of Groundwork makes it, so nothing was restored.`,
  );
}
