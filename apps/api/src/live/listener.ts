import type { WebSocket } from '@fastify/websocket';
import { findViewer } from '@groundwork/features/accounts/sessions';
import { contextFor, type Context, type House } from '@groundwork/features/context';
import { NotFound } from '@groundwork/features/errors';
import { findChannel } from '@groundwork/features/messaging/queries';
import { catchUp } from './catch-up.ts';
import { HANG_UP, type Ear, type Subscription } from './ear.ts';
import { frames, readFrame, type Asked } from './frames.ts';
import type { Rooms } from './rooms.ts';

const SUBSCRIPTIONS_MAX = 50;
const FRAMES_MAX = 100;
const FRAMES_WINDOW_MS = 10_000;
/** A client that cannot take this much will not catch up by waiting: it is let go, and resumes where it was. */
const UNSENT_MAX = 1_048_576;

/** One open socket of one account, and what it listens to. */
export class Listener implements Ear {
  readonly accountId: string;
  isAlive = true;
  readonly #socket: WebSocket;
  readonly #ctx: Context;
  readonly #token: string;
  readonly #rooms: Rooms;
  readonly #subscriptions = new Map<string, Subscription>();
  #frameCount = 0;
  #windowEndsAt = 0;

  constructor({
    ctx,
    token,
    socket,
    rooms,
  }: {
    ctx: Context;
    token: string;
    socket: WebSocket;
    rooms: Rooms;
  }) {
    this.accountId = ctx.viewer.id;
    this.#ctx = ctx;
    this.#token = token;
    this.#socket = socket;
    this.#rooms = rooms;
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

  drop(channelId: string): void {
    if (this.#leave(channelId)) this.send(frames.gone(channelId));
  }

  async recheck(house: House): Promise<void> {
    if (!(await this.recheckSession(house))) return;
    for (const channelId of this.#subscriptions.keys()) await this.#mayRead(channelId);
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
    for (const channelId of this.#subscriptions.keys()) this.#leave(channelId);
  }

  #hear(text: string) {
    this.isAlive = true;
    if (this.#isTooFast()) return this.hangUp(HANG_UP.tooMany);
    const asked = readFrame(text);
    if (!asked) return this.hangUp(HANG_UP.malformed);
    if (asked.deed === 'unsubscribe') this.#leave(asked.channelId);
    else void this.#subscribe(asked);
  }

  #isTooFast() {
    const now = Date.now();
    if (now > this.#windowEndsAt) {
      this.#windowEndsAt = now + FRAMES_WINDOW_MS;
      this.#frameCount = 0;
    }
    return ++this.#frameCount > FRAMES_MAX;
  }

  /** Enters the room before asking, so that nothing is said between the answer and the first live message. */
  async #subscribe(asked: Asked & { deed: 'subscribe' }) {
    const { channelId, isBrief } = asked;
    this.#leave(channelId);
    if (this.#subscriptions.size >= SUBSCRIPTIONS_MAX) return this.hangUp(HANG_UP.tooMany);
    const subscription: Subscription = { listener: this, isBrief, isLive: false, seq: 0, held: [] };
    this.#subscriptions.set(channelId, subscription);
    const room = this.#rooms.enter(channelId, subscription);
    try {
      const channel = await this.#mayRead(channelId);
      if (!channel || !room.subscriptions.has(subscription)) return;
      room.startAt(channel.lastSeq);
      await catchUp(this.#ctx, room, subscription, asked);
    } catch (error) {
      // Whatever it was, the client comes back and asks again from where it was.
      process.emitWarning(error instanceof Error ? error : String(error));
      this.#socket.terminate();
    }
  }

  async #mayRead(channelId: string) {
    try {
      return await findChannel(this.#ctx, channelId);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      this.drop(channelId);
      return null;
    }
  }

  #leave(channelId: string) {
    const subscription = this.#subscriptions.get(channelId);
    if (!subscription) return false;
    this.#subscriptions.delete(channelId);
    this.#rooms.leave(channelId, subscription);
    return true;
  }
}

/** The listener of one accepted socket. */
export function listenerFor(
  house: House,
  rooms: Rooms,
  accepted: { ctx: Context; token: string; socket: WebSocket },
): Listener {
  const { ctx, token, socket } = accepted;
  // The viewer's standing is asked anew each time; only who they are is kept from the handshake.
  return new Listener({ ctx: contextFor(house, ctx.viewer), token, socket, rooms });
}
