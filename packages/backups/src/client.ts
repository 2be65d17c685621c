import pg from 'pg';

/**
 * The same values are the same bytes, whatever the server's own habits; and nothing ends what takes long, but that
 * nobody waits for it any more.
 */
const PLAIN_FORM = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1; set client_encoding = 'UTF8'; set search_path = public;
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set transaction_timeout = 0; set client_connection_check_interval = '2s'`;

type Address = { databaseUrl: string; /** For whoever looks at what the server is doing. */ name: string };

/** Calls `work` with a connection of its own. When `signal` aborts it is cut, and what was not committed never was. */
export async function withClient<T>(
  { databaseUrl, name, signal }: Address & { signal?: AbortSignal | undefined },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    // So that a server that went away without a word is noticed within half a minute.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  const cut = () => void client.end();
  client.on('error', () => undefined);
  await client.connect();
  signal?.addEventListener('abort', cut);
  try {
    signal?.throwIfAborted();
    await client.query(PLAIN_FORM);
    return await work(client);
  } catch (error) {
    // What the cut connection says is not the reason.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cut);
    await client.end().catch(() => undefined);
  }
}
