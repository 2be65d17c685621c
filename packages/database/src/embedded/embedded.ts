import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openCluster, type Cluster } from './cluster.ts';
import { ensureServer, stopServer, type Server, type ServerOptions } from './server.ts';

export { EmbeddedError } from './error.ts';

export type Embedded = { url: string; stop(): Promise<void> };

const DATABASE = 'groundwork';
// Held, shared, by every process that uses the server; whoever gets it alone is the last and may stop the server.
const USE_LOCK = 4_717_839_002;
const REVIVE_PAUSE_MS = 500;

/**
 * Runs PostgreSQL on the files under `dataDir/postgres`, or joins the one that runs there already, and returns the
 * address of the site's database. Should the server die it is started again at the same address. `stop` ends it,
 * unless another process uses it too. Throws EmbeddedError when the machine or the folder does not allow it.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  return keepServer(await openCluster(resolve(dataDir)), { maxConnections: 100, fsync: true });
}

/** As `startEmbedded`, with a say in how durable and how large the server is. */
export async function keepServer(cluster: Cluster, options: ServerOptions): Promise<Embedded> {
  let stopping = false;
  let use = await useServer(cluster, options);
  let reviving: Promise<void> = Promise.resolve();
  const watch = () => {
    use.client.once('end', () => {
      reviving = revive();
    });
  };
  const revive = async () => {
    while (!stopping) {
      try {
        use = await useServer(cluster, { ...options, port: use.server.port });
        watch();
        return;
      } catch {
        // The server's own log says why. Whoever asks the database meanwhile is told that it is away.
        await pause(REVIVE_PAUSE_MS);
      }
    }
  };
  watch();
  return {
    url: use.server.urlOf(DATABASE),
    async stop() {
      stopping = true;
      await reviving;
      if (await isLast(use.client)) await stopServer(cluster, use.server);
      await use.client.end();
    },
  };
}

type Use = { server: Server; client: pg.Client };

async function useServer(cluster: Cluster, options: ServerOptions): Promise<Use> {
  for (let attempt = 1; ; attempt++) {
    const server = await ensureServer(cluster, options);
    const client = new pg.Client({
      connectionString: server.urlOf('postgres'),
      application_name: 'groundwork keeper',
    });
    client.on('error', () => undefined); // 'end' follows, and says the same.
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [USE_LOCK]);
      await ensureDatabase(client);
      return { server, client };
    } catch (error) {
      // Its last user may have stopped it while we came in by the door.
      await client.end();
      if (attempt === 3) throw error;
    }
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreExisting);
}

function ignoreExisting(error: unknown): void {
  const existing = ['42P04', '23505']; // duplicate_database; the same, when two are made at one moment
  if (!(error instanceof pg.DatabaseError) || !existing.includes(error.code ?? '')) throw error;
}

/** Also true when the server does not answer any more: nobody uses such a one. */
async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [USE_LOCK]);
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      USE_LOCK,
    ]);
    return rows[0]?.alone ?? true;
  } catch {
    return true;
  }
}
