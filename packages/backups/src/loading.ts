import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { damaged } from './checking.ts';
import { countTable, quoted } from './dump.ts';
import { BackupError } from './error.ts';
import type { Manifest } from './manifest.ts';

type Constraint = { table: string; name: string; definition: string };

/**
 * Fills empty tables with what an archive holds, part by part. Triggers sleep and references between tables are off
 * meanwhile, so that neither order nor rights beyond owning the tables matter; at the end both are back, and every
 * table is compared with what it was.
 */
export class Loading {
  readonly #client: pg.Client;
  readonly #manifest: Manifest;
  #constraints: Constraint[] = [];
  #copy: { table: string; stream: CopyStreamQuery } | undefined;
  #rows = 0;

  constructor(client: pg.Client, manifest: Manifest) {
    this.#client = client;
    this.#manifest = manifest;
  }

  async begin(): Promise<void> {
    const { rows } = await this.#client.query<Constraint>(`
      select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`);
    this.#constraints = rows;
    for (const { table, name } of rows)
      await this.#client.query(`alter table ${table} drop constraint ${name}`);
    await this.#eachTable((name) => `alter table public."${name}" disable trigger user`);
  }

  /** Resolves to how many rows are in so far. */
  async add(table: string, bytes: Buffer): Promise<number> {
    if (this.#copy?.table !== table) {
      await this.#finishTable();
      const columns = this.#manifest.tables.find(({ name }) => name === table)?.columns;
      if (!columns) throw damaged();
      const stream = this.#client.query(copyFrom(`copy public."${table}" (${quoted(columns)}) from stdin`));
      // Whoever writes next, or waits for its end, is told.
      stream.on('error', () => undefined);
      this.#copy = { table, stream };
    }
    const { stream } = this.#copy as { stream: CopyStreamQuery };
    if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), finished(stream)]);
    return this.#rows;
  }

  async end(): Promise<void> {
    await this.#finishTable();
    await this.#eachTable((name) => `alter table public."${name}" enable trigger user`);
    for (const { table, name, definition } of this.#constraints)
      await this.#client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const [name, last] of Object.entries(this.#manifest.sequences))
      if (last !== null)
        await this.#client.query('select setval($1::regclass, $2)', [`public."${name}"`, last]);
    await this.#compare();
  }

  async #finishTable() {
    if (!this.#copy) return;
    const { table, stream } = this.#copy;
    this.#copy = undefined;
    stream.end();
    await finished(stream);
    this.#rows += this.#manifest.counts[table]?.rows ?? 0;
  }

  async #compare() {
    for (const table of this.#manifest.tables) {
      const found = await countTable(this.#client, table);
      const expected = this.#manifest.counts[table.name];
      if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
        throw new BackupError(
          `The table ${table.name} did not come out as it went in, so nothing was restored.`,
        );
    }
  }

  async #eachTable(statement: (name: string) => string) {
    for (const { name } of this.#manifest.tables) await this.#client.query(statement(name));
  }
}
