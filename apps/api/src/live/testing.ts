import { buildApi } from '@groundwork/api';
import type { House } from '@groundwork/features/context';
import { SERVER_FRAMES } from '@groundwork/features/live/contract';
import { MessageView } from '@groundwork/features/messaging/messages/contract';
import { openLive } from '@groundwork/live';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { Check } from 'typebox/value';
import { onTestFinished } from 'vitest';

type Account = { token: string };
/** Whatever the server said, by the name of the frame. */
export type Heard = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** One api process of a site, listening on a port of its own, with a line of its own to the others. */
export async function aProcess(site: { house: House; databaseUrl: string }, redisUrl?: string) {
  const live = await openLive({ databaseUrl: site.databaseUrl, ...(redisUrl && { redisUrl }) });
  const house = { ...site.house, live };
  const app = await buildApi(house);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    await live.close();
  });
  return { house, app, address, open: (account: Account) => openListener(address, account) };
}

/** An open socket to the channels of a site, which remembers what it heard and takes no frame that is not described. */
export async function openListener(address: string, account: Account) {
  const headers = { cookie: `session=${account.token}`, origin: address };
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, { headers });
  const heard: Heard[] = [];
  let closedWith: number | null = null;
  socket.addEventListener('message', ({ data }) => heard.push(understood(String(data))));
  socket.addEventListener('close', ({ code }) => (closedWith = code));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the door stayed shut')));
  });
  const listener = {
    heard,
    say: (frame: object | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    /** Asks to listen, and waits until the server says that it does (or that there is no such channel). */
    async subscribe(channelId: string, options: object = {}) {
      const before = heard.length;
      const topic = `channel:${channelId}`;
      listener.say({ subscribe: topic, ...options });
      const isAbout = (frame: Heard) => frame.topic === topic && Boolean(frame.ready ?? frame.gone);
      await until(() => heard.slice(before).some(isAbout));
      return heard.slice(before).find(isAbout) ?? {};
    },
    /** The numbers of the messages heard so far, in the order they came. */
    seqs: () => heard.flatMap(({ rows = [] }) => rows.map(({ seq }: { seq: number }) => seq) as number[]),
    until: (condition: (frames: Heard[]) => boolean) => until(() => condition(heard)),
    async untilClosed() {
      await until(() => closedWith !== null);
      return closedWith;
    },
    close: () => socket.close(),
  };
  onTestFinished(listener.close);
  return listener;
}
export type TestListener = Awaited<ReturnType<typeof openListener>>;

function understood(text: string): Heard {
  const frame = JSON.parse(text) as Heard;
  const known = Object.entries(SERVER_FRAMES).filter(([name]) => name in frame);
  const [only] = known;
  // A message has the shape that its page promises, too.
  const messages: unknown[] = [...(frame.rows ?? []), frame.changed].filter(Boolean);
  if (
    known.length !== 1 ||
    !only ||
    !Check(only[1], frame) ||
    !messages.every((one) => Check(MessageView, one))
  )
    throw new Error(`a frame that README.md does not have: ${text}`);
  return frame;
}

/** Waits, looking every few milliseconds; a test that waits longer than five seconds has failed. */
async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 5000;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error(`waited in vain for ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Knocks as a browser does when it opens a socket, and tells the status of the answer. */
export async function knockAtSocket(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const knocking = request(`${address}/api/v1/live`, { headers: { ...HANDSHAKE, ...headers } });
    knocking.on('response', (answer) => resolve(answer.statusCode ?? 0));
    knocking.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode ?? 0);
    });
    knocking.on('error', reject);
    knocking.end();
  });
}

/** A socket that subscribes and then never reads, as a phone that fell asleep. */
export async function openSleeper(address: string, account: Account, channelId: string) {
  const headers = { ...HANDSHAKE, origin: address, cookie: `session=${account.token}` };
  const knocking = request(`${address}/api/v1/live`, { headers });
  knocking.end();
  const socket = await new Promise<Socket>((resolve) =>
    knocking.on('upgrade', (_answer, line) => resolve(line)),
  );
  socket.on('error', () => undefined);
  const words = Buffer.from(JSON.stringify({ subscribe: `channel:${channelId}` }));
  // A client's frame is masked; with a mask of zeros it reads as it is (RFC 6455, 5.3).
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | words.length, 0, 0, 0, 0]), words]));
  socket.pause();
  onTestFinished(() => void socket.destroy());
}

const HANDSHAKE = {
  connection: 'upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};
