import { testDatabase } from '@groundwork/database/testing';
import { startRedis } from '@groundwork/live/testing';
import { sql } from 'drizzle-orm';
import { Agent, get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite } from './busy.ts';
import { startApi, startInVain, startWeb, startWorker, type Process } from './processes.ts';

test('each process says that it lives, what it stands on, and while it drains that it is not for new visitors', async () => {
  const { env, campaign } = await aBusySite();
  const drain = { ...env, DRAIN_SECONDS: '2' };
  const api = await ended(startApi(drain));
  const web = await ended(startWeb({ PUBLIC_URL: api.url, API_URL: api.url, DRAIN_SECONDS: '2' }));
  const worker = await ended(startWorker(env));
  for (const { url } of [api, web, worker])
    expect(await asked(`${url}/healthz`)).toMatchObject({ status: 200, body: { status: 'alive' } });
  const stands = { database: 'ok', migrations: 'ok', queue: 'ok' };
  expect(await asked(`${api.url}/readyz`)).toMatchObject({ status: 200, body: { checks: stands } });
  expect(await asked(`${worker.url}/readyz`)).toMatchObject({ status: 200, body: { checks: stands } });
  expect(await asked(`${web.url}/readyz`)).toMatchObject({ status: 200, body: { checks: { api: 'ok' } } });

  for (const [process, path] of [
    [web, `/campaigns/${campaign.slug}`],
    [api, `/api/v1/campaigns/${campaign.slug}`],
  ] as const) {
    const gone = process.stop();
    await expect.poll(() => asked(`${process.url}/readyz`)).toMatchObject({ status: 503 });
    expect(await asked(`${process.url}${path}`)).toMatchObject({ status: 200, connection: 'close' });
    expect(await gone).toBe(0);
    await expect(asked(`${process.url}/healthz`)).rejects.toThrow('ECONNREFUSED');
  }
});

test('tables of an earlier version, or a queue that is away, are named by /readyz', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const { env, db } = await aBusySite({ redisUrl: redis.url });
  const api = await ended(startApi(env));
  const worker = await ended(startWorker(env));
  const { rows } = await db.execute<{ hash: string; created_at: string }>(sql`
    delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)
    returning hash, created_at`);
  await expect
    .poll(() => asked(`${api.url}/readyz`), { timeout: 5_000 })
    .toMatchObject({ status: 503, body: { status: 'not-ready', checks: { migrations: 'behind' } } });
  await db.execute(sql`
    insert into drizzle.__drizzle_migrations (hash, created_at)
    values (${rows[0]?.hash}, ${rows[0]?.created_at}), ('of a later version', 9999999999999)`);
  await expect
    .poll(() => asked(`${api.url}/readyz`), { timeout: 5_000 })
    .toMatchObject({ status: 200, body: { checks: { migrations: 'ahead' } } });

  // Who promises work goes on without the queue, who does it cannot.
  await redis.stop();
  await expect
    .poll(() => asked(`${worker.url}/readyz`), { timeout: 20_000 })
    .toMatchObject({ status: 503, body: { checks: { queue: 'failed' } } });
  await expect
    .poll(() => asked(`${api.url}/readyz`), { timeout: 5_000 })
    .toMatchObject({ status: 200, body: { checks: { queue: 'failed' } } });
});

test('a process that cannot start says why in one sentence, and exits with 1', async () => {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  const missing = new URL(url);
  missing.pathname = '/nowhere';
  const cases = [
    ['api', {}, 'DATABASE_URL is not set'],
    ['api', { DATABASE_URL: missing.href }, 'The database that DATABASE_URL names does not exist.'],
    ['web', {}, 'API_URL is not set'],
    ['worker', { DATABASE_URL: url, METRICS_ADDRESS: 'everywhere' }, 'METRICS_ADDRESS'],
  ] as const;
  for (const [app, env, sentence] of cases) {
    const { code, printed } = await startInVain(app, env);
    const lines = printed.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect((JSON.parse(lines[0] ?? '') as { msg: string }).msg).toContain(sentence);
    expect(code).toBe(1);
  }
});

type Answer = { status: number | undefined; connection: string | undefined; body: unknown };

/** Over a connection of its own, so that a server may end it. */
async function asked(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: true });
    const request = get(url, { agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        agent.destroy();
        const isJson = answer.headers['content-type']?.includes('json');
        const body: unknown = isJson ? JSON.parse(text) : text;
        resolve({ status: answer.statusCode, connection: answer.headers.connection, body });
      });
    });
    request.on('error', reject);
  });
}

async function ended(starting: Promise<Process>): Promise<Process> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}
