import autocannon from 'autocannon';
import { percentile } from '../statistics.ts';
import { answerTasks } from './tasks.ts';

/** `@n@` in the body and the headers becomes a number of its own for each request, `@address@` an address. */
export type HttpTask = {
  url: string;
  connections: number;
  /** Stops after so many seconds, or so many requests. */
  seconds?: number;
  amount?: number;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Where `@n@` begins. */
  from?: number;
};

export type HttpFound = {
  perSecond: number;
  /** Milliseconds from a request to its answer. */
  p50: number;
  p99: number;
};

answerTasks(load);

async function load(task: HttpTask): Promise<HttpFound> {
  const answeredAt: number[] = [];
  const latencies: number[] = [];
  const began = performance.now();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(optionsOf(task), (error: unknown, found) =>
      error ? reject(error instanceof Error ? error : new Error('The load ended.')) : resolve(found),
    );
    running.on('response', (_client, _status, _bytes, took) => {
      answeredAt.push(performance.now());
      latencies.push(took);
    });
  });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0)
    throw new Error(`${task.url}: ${refused} of ${answeredAt.length} requests were not answered well.`);
  latencies.sort((a, b) => a - b);
  return {
    perSecond: rate(began, answeredAt),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

function optionsOf({
  url,
  connections,
  seconds,
  amount,
  method = 'GET',
  headers = {},
  body,
  from = 1,
}: HttpTask) {
  let n = from;
  const personal = (request: autocannon.Request) => {
    const text = (template: string) =>
      template
        .replaceAll('@n@', String(n))
        .replaceAll('@address@', `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    n += 1;
    request.headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)]));
    if (body !== undefined) request.body = text(body);
    return request;
  };
  return {
    url,
    connections,
    ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
    method,
    ...(body === undefined ? { headers } : { requests: [{ method, setupRequest: personal }] }),
  };
}

function rate(began: number, answeredAt: number[]) {
  return (answeredAt.length / ((answeredAt.at(-1) ?? began) - began)) * 1000;
}
