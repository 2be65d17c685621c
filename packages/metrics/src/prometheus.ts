import { createServer, METHODS, type RequestListener, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import root from '../../../package.json' with { type: 'json' };
import { counterMetrics, fixedMetrics, readings, type ReadingName } from './catalog.ts';
import { MetricsError } from './metrics-error.ts';
import type { Metrics } from './metrics.ts';

/** A reading that takes longer says nothing this time: whoever asks must not wait for a database that is away. */
const PATIENCE_MS = 2_000;

type Figures = number | Record<string, number>;
type Read = () => Promise<Figures>;

/** Counts in a registry of its own, and serves it over HTTP at `/metrics`. */
export async function openPrometheus(address: { host: string; port: number }): Promise<Metrics> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  showVersion(registry);
  const counters = countersIn(registry);
  const watched = new Map<ReadingName, Read[]>();
  const server = await listenAt(address, (request, response) => void answer(registry, request, response));
  return {
    answered({ door, method, route = 'none', status, seconds }) {
      const known = METHODS.includes(method) ? method : 'other';
      counters.answers.observe({ door, method: known, route, status: String(status) }, seconds);
    },
    ran: ({ job, outcome, seconds }) => counters.jobs.observe({ name: job, outcome }, seconds),
    mailed: (outcome) => counters.mails.inc({ outcome }),
    watch(name, read) {
      const known = watched.get(name);
      if (known) return void known.push(patiently(read));
      const reads = [patiently(read)];
      watched.set(name, reads);
      show(registry, name, reads);
    },
    close: () => closed(server),
  };
}

function showVersion(registry: Registry) {
  const { help, label } = fixedMetrics.groundwork_version;
  const gauge = new Gauge({
    name: 'groundwork_version',
    help,
    labelNames: [label],
    registers: [registry],
  });
  gauge.set({ version: root.version }, 1);
}

function countersIn(registry: Registry) {
  const registers = [registry];
  const make = <Name extends keyof typeof counterMetrics>(name: Name) => ({
    name,
    registers,
    ...counterMetrics[name],
  });
  const { buckets, labels, ...answers } = make('groundwork_http_request_duration_seconds');
  const { buckets: spans, labels: runs, ...jobs } = make('groundwork_job_duration_seconds');
  const { labels: outcomes, ...mails } = make('groundwork_mails_total');
  return {
    answers: new Histogram({ ...answers, buckets: [...buckets], labelNames: [...labels] }),
    jobs: new Histogram({ ...jobs, buckets: [...spans], labelNames: [...runs] }),
    mails: new Counter({ ...mails, labelNames: [...outcomes] }),
  };
}

function show(registry: Registry, name: ReadingName, reads: Read[]) {
  const { kind, help, ...rest } = readings[name];
  const label = 'label' in rest ? rest.label : undefined;
  async function collect(this: Counter | Gauge) {
    const found = await Promise.all(reads.map((read) => read()));
    this.reset();
    for (const figures of found) {
      if (typeof figures === 'number') this.inc(label ? { [label]: 'unknown' } : {}, figures);
      else for (const [value, figure] of Object.entries(figures)) this.inc({ [label ?? '']: value }, figure);
    }
  }
  const common = { name, help, labelNames: label ? [label] : [], registers: [registry], collect };
  if (kind === 'counter') new Counter(common);
  else new Gauge(common);
}

/** NaN, which no alert mistakes for a figure, when there is none. A reading that hangs is not begun again. */
function patiently(read: () => Figures | Promise<Figures>): Read {
  let running: Promise<Figures> | undefined;
  return () => {
    running ??= Promise.resolve()
      .then(read)
      .catch(() => NaN)
      .finally(() => (running = undefined));
    const late = new Promise<number>((resolve) => setTimeout(resolve, PATIENCE_MS, NaN).unref());
    return Promise.race([running, late]);
  };
}

async function answer(registry: Registry, ...[{ url, method }, response]: Parameters<RequestListener>) {
  if (url !== '/metrics' || method !== 'GET') return response.writeHead(404).end();
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}

async function listenAt({ host, port }: { host: string; port: number }, listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new MetricsError(sentence(error))));
    server.listen(port, host, resolve);
  });
  return server;
}

function sentence({ code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'METRICS_ADDRESS names a port that another program has taken.';
  if (code === 'EACCES') return 'METRICS_ADDRESS names a port that this account may not open.';
  return 'METRICS_ADDRESS names a host that is not this machine.';
}

async function closed(server: Server) {
  await new Promise((resolve) => server.close(resolve));
}
