import type { WebSocket } from '@fastify/websocket';
import { findViewer } from '@groundwork/features/accounts/sessions';
import { contextFor, type Context, type House } from '@groundwork/features/context';
import { NotFound } from '@groundwork/features/errors';
import type { Subscribe } from '@groundwork/features/live/contract';
import { catchUp } from './catch-up.ts';
import type { Feed } from './feed.ts';
import type { Feeds } from './feeds.ts';
import { frames, readFrame } from './frames.ts';
import { HANG_UP, type Listener, type LiveSubscription } from './listener.ts';

const SUBSCRIPTIONS_MAX = 50;
const FRAMES_MAX = 100;
const FRAMES_WINDOW_MS = 10_000;
/** A client that cannot take this much will not catch up by waiting: it is let go, and resumes where it was. */
const UNSENT_MAX = 1_048_576;

/** One open socket of one account, and what it listens to. */
class Connection implements Listener {
  readonly accountId: string;
  isAlive = true;
  readonly #socket: WebSocket;
  readonly #ctx: Context;
  readonly #token: string;
  readonly #feeds: Feeds;
  readonly #subscriptions = new Map<string, { subscription: LiveSubscription; feed: Feed }>();
  #frameCount = 0;
  #windowEndsAt = 0;

  constructor({
    ctx,
    token,
    socket,
    feeds,
  }: {
    ctx: Context;
    token: string;
    socket: WebSocket;
    feeds: Feeds;
  }) {
    this.accountId = ctx.viewer.id;
    this.#ctx = ctx;
    this.#token = token;
    this.#socket = socket;
    this.#feeds = feeds;
    socket.on('pong', () => (this.isAlive = true));
    socket.on('message', (words: Buffer, isBinary: boolean) => this.#hear(isBinary ? '' : words.toString()));
  }

  send(frame: Buffer): void {
    if (this.#socket.bufferedAmount > UNSENT_MAX) return this.#socket.terminate();
    this.#socket.send(frame, { binary: false });
  }

  async sendAll(many: Buffer[]): Promise<void> {
    await Promise.all(
      many.map(
        (frame) =>
          new Promise<void>((resolve) => this.#socket.send(frame, { binary: false }, () => resolve())),
      ),
    );
  }

  drop(name: string): void {
    if (this.#leave(name)) this.send(frames.gone(name));
  }

  async recheck(house: House): Promise<void> {
    if (!(await this.recheckSession(house))) return;
    for (const { feed } of this.#subscriptions.values()) await this.#findLastSeq(feed);
  }

  async recheckSession(house: House): Promise<boolean> {
    const viewer = await findViewer(house, this.#token);
    if (viewer?.id === this.accountId) return true;
    this.hangUp(HANG_UP.signedOut);
    return false;
  }

  beat(frame: Buffer): void {
    if (!this.isAlive) return this.#socket.terminate();
    this.isAlive = false;
    this.#socket.ping();
    this.send(frame);
  }

  hangUp(code: number): void {
    this.leaveAll();
    this.#socket.close(code);
  }

  leaveAll(): void {
    for (const name of this.#subscriptions.keys()) this.#leave(name);
  }

  #hear(text: string) {
    this.isAlive = true;
    if (this.#isTooFast()) return this.hangUp(HANG_UP.tooMany);
    const asked = readFrame(text);
    if (!asked) return this.hangUp(HANG_UP.malformed);
    if ('subscribe' in asked) void this.#subscribe(asked);
    else this.#leave(asked.unsubscribe);
  }

  #isTooFast() {
    const now = Date.now();
    if (now > this.#windowEndsAt) {
      this.#windowEndsAt = now + FRAMES_WINDOW_MS;
      this.#frameCount = 0;
    }
    return ++this.#frameCount > FRAMES_MAX;
  }

  /** Enters the feed before asking, so that nothing is said between the answer and the first live row. */
  async #subscribe(asked: Subscribe) {
    const { subscribe: name, brief: isBrief = false } = asked;
    this.#leave(name);
    if (this.#subscriptions.size >= SUBSCRIPTIONS_MAX) return this.hangUp(HANG_UP.tooMany);
    const subscription: LiveSubscription = { listener: this, isBrief, isLive: false, seq: 0, held: [] };
    const feed = this.#feeds.enter(name, subscription);
    if (!feed) return this.send(frames.gone(name));
    this.#subscriptions.set(name, { subscription, feed });
    try {
      const lastSeq = await this.#findLastSeq(feed);
      if (lastSeq === null || !feed.subscriptions.has(subscription)) return;
      feed.startAt(lastSeq);
      await catchUp(this.#ctx, feed, subscription, asked);
    } catch (error) {
      // Whatever it was, the client comes back and asks again from where it was.
      process.emitWarning(error instanceof Error ? error : String(error));
      this.#socket.terminate();
    }
  }

  /** Null, and dropped, when it is not there for this account. */
  async #findLastSeq(feed: Feed): Promise<number | null> {
    try {
      return await feed.topic.findLastSeq(this.#ctx, feed.id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      this.drop(feed.name);
      return null;
    }
  }

  #leave(name: string) {
    const known = this.#subscriptions.get(name);
    if (!known) return false;
    this.#subscriptions.delete(name);
    this.#feeds.leave(name, known.subscription);
    return true;
  }
}

/** The listener of one accepted socket. */
export function listenerOfSocket(
  house: House,
  feeds: Feeds,
  accepted: { ctx: Context; token: string; socket: WebSocket },
): Listener {
  const { ctx, token, socket } = accepted;
  // The viewer's standing is asked anew each time; only who they are is kept from the handshake.
  return new Connection({ ctx: contextFor(house, ctx.viewer), token, socket, feeds });
}
