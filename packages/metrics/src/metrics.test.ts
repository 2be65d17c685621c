import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { MetricsError, openMetrics } from './metrics.ts';

test.for([
  [
    'without an address nothing listens and nothing is loaded',
    undefined,
    { listens: false, isLoaded: false },
  ],
  ['with an address it listens', '127.0.0.1', { listens: true, isLoaded: true }],
] as const)('%s', async ([, host, seen]) => {
  const address = host && { host, port: await freePort() };
  const program = `
    import { createRequire } from 'node:module';
    import { openMetrics } from ${JSON.stringify(import.meta.resolve('./metrics.ts'))};
    const metrics = await openMetrics(${JSON.stringify(address)});
    metrics.answered({ door: 'web', method: 'GET', route: '/', status: 200, seconds: 1 });
    metrics.watch('groundwork_sockets_open', () => { throw new Error('nobody asked'); });
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(JSON.stringify({
      listens: process.getActiveResourcesInfo().includes('TCPServerWrap'),
      isLoaded: loaded.some((path) => path.includes('prom-client')),
    }));
    await metrics.close();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(JSON.parse(stdout)).toEqual(seen);
});

test('answers are counted by door, method, pattern of their route and status', async () => {
  const { metrics, figures } = await opened();
  const answer = { door: 'api', method: 'GET', route: '/api/v1/groups/:slug', seconds: 0.3 } as const;
  metrics.answered({ ...answer, status: 200 });
  metrics.answered({ ...answer, status: 200 });
  metrics.answered({ ...answer, status: 404 });
  const labels = 'door="api",method="GET",route="/api/v1/groups/:slug"';
  expect(await figures('groundwork_http_request_duration_seconds_(count|sum)')).toEqual({
    [`groundwork_http_request_duration_seconds_count{${labels},status="200"}`]: 2,
    [`groundwork_http_request_duration_seconds_sum{${labels},status="200"}`]: 0.6,
    [`groundwork_http_request_duration_seconds_count{${labels},status="404"}`]: 1,
    [`groundwork_http_request_duration_seconds_sum{${labels},status="404"}`]: 0.3,
  });
  expect(await figures('groundwork_http_request_duration_seconds_bucket.*le="(0.1|0.5)".*200')).toEqual({
    [`groundwork_http_request_duration_seconds_bucket{le="0.1",${labels},status="200"}`]: 0,
    [`groundwork_http_request_duration_seconds_bucket{le="0.5",${labels},status="200"}`]: 2,
  });
});

test('what a visitor makes up never becomes a label: a strange method is "other", an unknown route is "none"', async () => {
  const { metrics, figures } = await opened();
  for (const method of ['AMINA', 'get', ''])
    metrics.answered({ door: 'web', method, route: undefined, status: 404, seconds: 0 });
  expect(await figures('groundwork_http_request_duration_seconds_count')).toEqual({
    'groundwork_http_request_duration_seconds_count{door="web",method="other",route="none",status="404"}': 3,
  });
});

test('jobs are counted by name and outcome, mails by outcome', async () => {
  const { metrics, figures } = await opened();
  metrics.ran({ job: 'people/groups.joined', outcome: 'done', seconds: 0.02 });
  metrics.ran({ job: 'people/groups.joined', outcome: 'failed', seconds: 0.02 });
  for (const outcome of ['sent', 'sent', 'refused', 'failed'] as const) metrics.mailed(outcome);
  expect(await figures('groundwork_job_duration_seconds_count|groundwork_mails_total')).toEqual({
    'groundwork_job_duration_seconds_count{name="people/groups.joined",outcome="done"}': 1,
    'groundwork_job_duration_seconds_count{name="people/groups.joined",outcome="failed"}': 1,
    'groundwork_mails_total{outcome="sent"}': 2,
    'groundwork_mails_total{outcome="refused"}': 1,
    'groundwork_mails_total{outcome="failed"}': 1,
  });
});

test('a reading is asked each time somebody looks, with a figure per value of its label', async () => {
  const { metrics, figures } = await opened();
  let open = 0;
  metrics.watch('groundwork_sockets_open', () => ++open);
  metrics.watch('groundwork_queue_jobs', async () => ({ waiting: 7, failed: 0 }));
  const first = { 'groundwork_queue_jobs{state="waiting"}': 7, 'groundwork_queue_jobs{state="failed"}': 0 };
  expect(await figures('groundwork_(sockets|queue)')).toEqual({ groundwork_sockets_open: 1, ...first });
  expect(await figures('groundwork_(sockets|queue)')).toEqual({ groundwork_sockets_open: 2, ...first });
});

test('a figure that is no longer there is no longer shown', async () => {
  const { metrics, figures } = await opened();
  const checks: Record<string, number>[] = [{ database: 1, queue: 0 }, { database: 1 }];
  metrics.watch('groundwork_check', () => checks.shift() ?? {});
  expect(Object.keys(await figures('groundwork_check'))).toHaveLength(2);
  expect(await figures('groundwork_check')).toEqual({ 'groundwork_check{check="database"}': 1 });
});

test('two readers of one figure add up', async () => {
  const { metrics, figures } = await opened();
  metrics.watch('groundwork_pool_connections', () => ({ busy: 2, idle: 1 }));
  metrics.watch('groundwork_pool_connections', () => ({ busy: 3, waiting: 4 }));
  metrics.watch('groundwork_live_deliveries_total', () => 10);
  metrics.watch('groundwork_live_deliveries_total', () => 5);
  expect(await figures('groundwork_(pool|live)')).toEqual({
    'groundwork_pool_connections{state="busy"}': 5,
    'groundwork_pool_connections{state="idle"}': 1,
    'groundwork_pool_connections{state="waiting"}': 4,
    groundwork_live_deliveries_total: 15,
  });
});

test('a reading that fails or hangs is NaN, holds nobody up, and is not begun again while it hangs', async () => {
  const { metrics, figures } = await opened();
  let begun = 0;
  metrics.watch('groundwork_mails_waiting', async () => Promise.reject(new Error('the database is away')));
  metrics.watch('groundwork_queue_jobs', () => {
    throw new Error('the queue is away');
  });
  metrics.watch('groundwork_journal_undelivered', async () => {
    begun += 1;
    return new Promise<number>(() => undefined);
  });
  metrics.watch('groundwork_sockets_open', () => 3);
  const began = performance.now();
  for (const looks of [1, 2])
    expect(await figures('groundwork_(mails_w|queue|journal_u|sockets)'), `look ${looks}`).toEqual({
      groundwork_mails_waiting: NaN,
      'groundwork_queue_jobs{state="unknown"}': NaN,
      groundwork_journal_undelivered: NaN,
      groundwork_sockets_open: 3,
    });
  expect(performance.now() - began).toBeLessThan(6_000);
  expect(begun).toBe(1);
});

test('the version that runs, its memory and the lag of its event loop are always there', async () => {
  const { figures } = await opened();
  expect(Object.keys(await figures('groundwork_version'))).toEqual([
    expect.stringMatching(/^groundwork_version\{version="\d+\.\d+\.\d+"\}$/),
  ]);
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
    expect((await figures(name))[name]).toBeGreaterThan(0);
});

test('the server has nothing but /metrics, and it is only read', async () => {
  const { url } = await opened();
  for (const path of ['/', '/healthz', '/metrics/', '/api/v1/site'])
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
});

test('a closed server answers nobody', async () => {
  const { metrics, url } = await opened();
  await metrics.close();
  await expect(fetch(`${url}/metrics`)).rejects.toThrow();
});

test('a taken port, a foreign host and a name that nobody has are each one sentence', async () => {
  const { address } = await opened();
  const port = await freePort();
  for (const [wrong, sentence] of [
    [address, 'METRICS_ADDRESS names a port that another program has taken.'],
    [{ host: '192.0.2.1', port }, 'METRICS_ADDRESS names a host that is not this machine.'],
    [{ host: 'nowhere.invalid', port }, 'METRICS_ADDRESS names a host that is not this machine.'],
  ] as const) {
    const failed = await openMetrics(wrong).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MetricsError);
    expect(failed).toMatchObject({ message: sentence });
  }
});

const run = promisify(execFile);

/** Metrics that are served, and what they say: the lines that begin with `pattern`, as figures. */
async function opened() {
  const address = { host: '127.0.0.1', port: await freePort() };
  const metrics = await openMetrics(address);
  onTestFinished(() => metrics.close());
  const url = `http://127.0.0.1:${address.port}`;
  const figures = async (pattern: string) => {
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await answer.text()).split('\n').filter((line) => new RegExp(`^(${pattern})`).test(line));
    return Object.fromEntries(lines.map(figureOf));
  };
  return { metrics, address, url, figures };
}

function figureOf(line: string): [string, number] {
  const at = line.lastIndexOf(' ');
  return [line.slice(0, at), Number(line.slice(at + 1))];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
