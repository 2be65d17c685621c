import { connect } from '@groundwork/database';
import { createConnection } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite, signing } from './busy.ts';
import { crowd } from './crowd.ts';
import { freePort } from './ports.ts';
import { startApi, startWeb, startWorker, type Process } from './processes.ts';
import { startSite } from './site.ts';

test('api, web and worker show their figures at an address of their own, and never at their public one', async () => {
  const { api, web, worker } = await aWatchedSite();
  const every = ['groundwork_ready', 'groundwork_version', 'groundwork_check', 'process_cpu_seconds_total'];
  const server = ['groundwork_pool_connections', ...every];
  expect(await namesAt(api)).toEqual(
    expect.arrayContaining(['groundwork_sockets_open', 'groundwork_live_deliveries_total', ...server]),
  );
  expect(await namesAt(worker)).toEqual(expect.arrayContaining([...WORK, ...server]));
  expect(await namesAt(web)).toEqual(expect.arrayContaining(every));
  for (const { url } of [api, web, worker])
    for (const path of ['/metrics', '/api/v1/metrics']) {
      const answer = await fetch(`${url}${path}`);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).not.toContain('# TYPE');
    }
});

test('requests are counted by pattern: no name, address, id or path of a person is shown', async () => {
  const { api, web, worker, campaign, mailbox } = await aWatchedSite();
  await crowd(() => api.url, { count: 3, ask: (n) => signing(campaign, n) });
  await mailbox.waitFor(() => mailbox.mails().length === 3);
  for (const door of [api, web]) {
    const prefix = door === api ? '/api/v1' : '';
    for (const path of [
      `/campaigns/${campaign.slug}?from=amina@example.org`,
      '/amina@example.org',
      '/groups/amina',
    ])
      await fetch(`${door.url}${prefix}${path}`);
    await say(door, `AMINA /amina HTTP/1.1\r\nHost: amina\r\nConnection: close\r\n\r\n`);
  }
  await expect.poll(() => figuresAt(worker)).toMatch(/mails_total\{outcome="sent"\} 3/);
  const figures = (await Promise.all([api, web, worker].map(figuresAt))).join('\n');
  expect(figures).toMatch(
    /door="api",method="POST",route="\/api\/v1\/campaigns\/:slug\/signatures",status="20\d"/,
  );
  expect(figures).toMatch(/door="web",method="GET",route="\/campaigns\/\[slug=slug\]",status="200"/);
  expect(figures).toMatch(/door="api",method="GET",route="none",status="404"/);
  expect(figures).toMatch(/door="web",method="GET",route="none",status="404"/);
  expect(figures).toMatch(/name="outbox.send",outcome="done"/);
  const values = [...figures.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value);
  const personal = /amina|person|@|%|\?|[0-9a-f]{8}-|[0-9a-f]{16}/i;
  expect(values.filter((value) => personal.test(value))).toEqual([]);
  expect(figures).not.toContain(campaign.slug);
});

test('the figures that need no database are shown at once while it is away', async () => {
  const { worker, env } = await aWatchedSite();
  const { shut, open } = doorOf(env.DATABASE_URL);
  await shut();
  await expect.poll(() => figuresAt(worker), { timeout: 10_000 }).toMatch(/^groundwork_ready 0$/m);
  const began = performance.now();
  const figures = await figuresAt(worker);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(figures).toMatch(/^groundwork_check\{check="database"\} 0$/m);
  for (const name of ['journal_oldest_seconds', 'mails_waiting', 'backup_age_seconds'])
    expect(figures).toMatch(new RegExp(`^groundwork_${name} Nan$`, 'm'));
  expect(figures).toMatch(/^groundwork_disk_free_bytes \d+$/m);
  await open();
  await expect.poll(() => figuresAt(worker), { timeout: 20_000 }).toMatch(/^groundwork_mails_waiting 0$/m);
});

test('the whole site in one process shows all figures at one address', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const site = await startSite({ env: { METRICS_ADDRESS: address } });
  onTestFinished(() => site.stop());
  await fetch(site.url);
  const figures = await (await fetch(`http://${address}/metrics`)).text();
  for (const name of [...WORK, 'groundwork_sockets_open', 'groundwork_pool_connections', 'groundwork_ready'])
    expect(figures).toContain(`# TYPE ${name} `);
  expect(figures).toMatch(/^groundwork_http_request_duration_seconds_count\{door="web"/m);
  // Whatever can be read is read: nothing fails, and no backup was made yet.
  expect(figures).not.toMatch(/^groundwork_.* Nan$/m);
  expect(figures).toMatch(/^groundwork_backup_age_seconds \+Inf$/m);
  expect(await (await fetch(`${site.url}/metrics`)).text()).not.toContain('# TYPE');
});

/** What only those tell who do the work that happens later. */
const WORK = [
  ...['queue_jobs', 'queue_oldest_seconds', 'journal_undelivered', 'journal_oldest_seconds'],
  ...['mails_waiting', 'mails_oldest_seconds', 'backup_age_seconds', 'backup_failing'],
  ...['disk_free_bytes', 'disk_size_bytes', 'job_duration_seconds', 'mails_total'],
].map((name) => `groundwork_${name}`);

type Watched = Process & { metrics: string };

async function aWatchedSite() {
  const { env, campaign, mailbox } = await aBusySite();
  const api = await watched((address) => startApi({ ...env, ...address }));
  const web = await watched((address) => startWeb({ PUBLIC_URL: api.url, API_URL: api.url, ...address }));
  const worker = await watched((address) => startWorker({ ...env, ...address }));
  return { api, web, worker, campaign, mailbox, env };
}

async function watched(start: (env: { METRICS_ADDRESS: string }) => Promise<Process>): Promise<Watched> {
  const address = `127.0.0.1:${await freePort()}`;
  const process = await start({ METRICS_ADDRESS: address });
  onTestFinished(() => process.kill());
  return { ...process, metrics: `http://${address}/metrics` };
}

async function figuresAt({ metrics }: Watched): Promise<string> {
  return (await fetch(metrics)).text();
}

async function namesAt(process: Watched) {
  return [...(await figuresAt(process)).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
}

/** Shuts a database, whoever is in it, and opens it again. */
function doorOf(url: string) {
  const beside = new URL(url);
  const name = beside.pathname.slice(1);
  beside.pathname = '/postgres';
  const { pool, close } = connect(beside.href);
  onTestFinished(close);
  return {
    async shut() {
      await pool.query(`alter database ${name} allow_connections false`);
      await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    },
    open: () => pool.query(`alter database ${name} allow_connections true`),
  };
}

/** Sends what no client would send, and waits until the line is closed. */
async function say({ url }: Process, text: string) {
  const { hostname, port } = new URL(url);
  const line = createConnection(Number(port), hostname);
  line.resume().end(text);
  await new Promise((resolve) => line.once('close', resolve));
}
