import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

// Any number does, so long as every process of a site names the same one.
const MIGRATION_LOCK = 4_717_839_001;

/** Where the migrations lie, and how long one may wait for a lock, as PostgreSQL writes it. */
type Migrating = { folder: string; lockWait: string };
const OURS: Migrating = { folder: migrationsFolder, lockWait: '3s' };

/** The message is one sentence for whoever runs the site. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings the database at `url` to this version, in one transaction, and returns how many migrations that took.
 * Processes that start together wait for each other, so each may call it. A database that a newer version has brought
 * further is left as it is: that version's migrations bear this one. Throws MigrationError when the database is no
 * site's of ours, or so busy that its tables could not be had.
 */
export async function migrate(url: string, { folder, lockWait }: Migrating = OURS): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await findPending(client, folder);
    await client.query(`set lock_timeout = '${lockWait}'`);
    if (pending.length > 0)
      await patiently(() => applyMigrations(drizzle(client), { migrationsFolder: folder }));
    return pending.length;
  });
}

/** The names of the migrations that `migrate` would apply, and whether the database has no tables of ours yet. */
export async function listPending(url: string): Promise<{ pending: string[]; isEmpty: boolean }> {
  return withClient(url, async (client) => {
    const isEmpty = (await listApplied(client)).length === 0;
    return { pending: await findPending(client, migrationsFolder), isEmpty };
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A migration that waits for a lock makes everyone behind it wait too, so it waits briefly, gives up whole and tries
 * again between the visitors.
 */
async function patiently(apply: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply();
    } catch (error) {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt === ATTEMPTS)
        throw new MigrationError(
          'The tables are in use all the time, so they could not be changed; nothing was. Try again at a quieter hour.',
        );
    }
  }
}

const ATTEMPTS = 10;
const LOCK_NOT_AVAILABLE = '55P03';

/** The code of a database error, or of the one that drizzle wrapped. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}

/** The names of what this version knows and the database has not been through. */
async function findPending(client: pg.Client, folder: string): Promise<string[]> {
  const applied = new Set(await listApplied(client));
  const known = readMigrationFiles({ migrationsFolder: folder });
  const names = readNames(folder);
  const pending = known.flatMap(({ hash }, index) => (applied.has(hash) ? [] : [names[index] ?? '']));
  // What a newer version went through comes after all that this one knows.
  const isStranger = applied.size > 0 && pending.length > 0 && applied.size > known.length - pending.length;
  if (isStranger) throw new MigrationError(STRANGER);
  return pending;
}

const STRANGER =
  'The database was made by another version of Groundwork, which this one cannot follow: start that version or a newer one, or choose another DATA_DIR or DATABASE_URL.';

function readNames(folder: string): string[] {
  const journal = readFileSync(`${folder}/meta/_journal.json`, 'utf8');
  return (JSON.parse(journal) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag);
}

/** The hashes of the migrations that the database has been through. */
async function listApplied(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!tables[0]?.exists) return [];
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
  return rows.map(({ hash }) => hash);
}
