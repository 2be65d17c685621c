import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { percentile } from '../statistics.ts';
import { answerTasks } from './tasks.ts';

/** Who listens where, and who says something there. A body's `@n@` becomes the number of what is said, `@id@` an id. */
export type SocketsTask =
  | { open: { url: string; headers: Record<string, string>; hello: string }[] }
  /** Says `count` things, `atOnce` at a time, or `perSecond` of them; each is heard by `hearers` sockets. */
  | { say: Post[]; count: number; hearers: number; atOnce?: number; perSecond?: number }
  | { close: true };
type Post = { url: string; headers: Record<string, string>; body: string };

export type SocketsFound = {
  /** Deliveries, from the first thing said to the last one heard. */
  perSecond: number;
  /** Milliseconds from asking to say a thing to hearing it. */
  p50: number;
  p99: number;
};

const SILENCE_MS = 30_000;
const sockets: WebSocket[] = [];
/** When each was asked to be said, by its number; the numbers go on from task to task. */
const saidAt: number[] = [];
let latencies: number[] = [];
let lastHeardAt = 0;

answerTasks(async (task: SocketsTask) => {
  if ('open' in task) return open(task.open);
  if ('say' in task) return say(task);
  for (const socket of sockets.splice(0)) socket.terminate();
  return null;
});

async function open(listeners: { url: string; headers: Record<string, string>; hello: string }[]) {
  // Not all in one moment: no proxy would let them in like that.
  for (let at = 0; at < listeners.length; at += 50)
    await Promise.all(listeners.slice(at, at + 50).map(listen));
  return null;
}

async function listen({
  url,
  headers,
  hello,
}: {
  url: string;
  headers: Record<string, string>;
  hello: string;
}) {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send(hello));
    socket.on('message', (frame: Buffer) => {
      const text = frame.toString('latin1');
      if (text.includes('"ready"')) return resolve();
      hear(text);
    });
  });
}

/** Each thing said carries its number between two marks. */
function hear(text: string) {
  for (const [, number] of text.matchAll(/#(\d+)#/g)) {
    lastHeardAt = performance.now();
    latencies.push(lastHeardAt - (saidAt[Number(number)] ?? 0));
  }
}

async function say({
  say: posts,
  count,
  hearers,
  atOnce = 1,
  perSecond,
}: Extract<SocketsTask, { say: unknown }>) {
  latencies = [];
  const began = performance.now();
  const first = saidAt.length;
  const last = first + count;
  const next = async () => {
    while (saidAt.length < last) {
      const number = saidAt.push(performance.now()) - 1;
      const post = posts[number % posts.length];
      if (post) await ask(post, number);
    }
  };
  if (perSecond === undefined) await Promise.all(Array.from({ length: atOnce }, next));
  else await inRhythm({ posts, count, perSecond });
  await untilHeard(count * hearers);
  latencies.sort((a, b) => a - b);
  return {
    perSecond: (latencies.length / (lastHeardAt - began)) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

/** By the clock, whether or not the last one was answered. */
async function inRhythm({ posts, count, perSecond }: { posts: Post[]; count: number; perSecond: number }) {
  const began = performance.now();
  const asking: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    await pause(Math.max(0, began + (n * 1000) / perSecond - performance.now()));
    const number = saidAt.push(performance.now()) - 1;
    const post = posts[number % posts.length];
    if (post) asking.push(ask(post, number));
  }
  await Promise.all(asking);
}

async function ask({ url, headers, body }: Post, number: number) {
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: body.replace('@n@', `#${number}#`).replace('@id@', idOf(number)),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}

async function untilHeard(expected: number) {
  while (latencies.length < expected) {
    if (performance.now() - lastHeardAt > SILENCE_MS)
      throw new Error(`Only ${latencies.length} of ${expected} deliveries came.`);
    await pause(5);
  }
}

/** As clients make them: unlike any other, and in order. */
function idOf(number: number) {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = number.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}
