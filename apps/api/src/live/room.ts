import type { House } from '@groundwork/features/context';
import type { MessageView } from '@groundwork/features/messaging/messages/contract';
import { listAfter, listChangedSince, readMessage } from '@groundwork/features/messaging/messages/queries';
import { listReadersAmong } from '@groundwork/features/messaging/queries';
import type { Subscription } from './ear.ts';
import { frames } from './frames.ts';

/** Messages read at a time: with the longest of words still less than a socket may hold unsent. */
export const STRETCH = 30;
/** How far back to look for changes when a read failed: longer than any two beats. */
const RECENT_MS = 120_000;

/**
 * One channel as this process hears it. Each message is read once, by number, made into a frame once, and sent to every
 * subscription; what is read is always "everything after the last one told", so an event that was lost or came late
 * leaves no hole. All reads of a room run one after the other: an edit can never overtake the message it edits.
 */
export class Room {
  readonly channelId: string;
  readonly subscriptions = new Set<Subscription>();
  /** The number of the newest message told here; null until the first subscriber's right to read was established. */
  seq: number | null = null;
  readonly #house: House;
  readonly #tally: { deliveries: number };
  readonly #deaf: () => void;
  readonly #edited = new Set<string>();
  #changesSince: Date | null = null;
  #isDue = false;
  #isWorking = false;

  constructor(house: House, channelId: string, tally: { deliveries: number }) {
    this.#house = house;
    this.#tally = tally;
    this.channelId = channelId;
    this.#deaf = house.live.subscribe(`channel:${channelId}`, ({ kind, id }) => {
      if (kind === 'messaging.channel-changed') void this.recheck();
      else if (kind === 'messaging.message-sent') this.pull();
      else this.reread(id);
    });
  }

  /** From where on the room tells; only the first to establish it is heard. */
  startAt(seq: number): void {
    this.seq ??= seq;
    this.retry();
  }

  /** Goes on with what could not be done before: no place to start from, or no database. */
  retry(): void {
    if (this.#isDue) void this.#work();
  }

  /** Tells what is new. Any number of calls while it is at work are one more round. */
  pull(): void {
    this.#isDue = true;
    void this.#work();
  }

  /** Tells a message again, because it was edited or removed. */
  reread(messageId: string): void {
    this.#edited.add(messageId);
    this.pull();
  }

  /** Events may have been lost since `since`: tells what is new and what changed. */
  heal(since: Date): void {
    this.#changesSince = since;
    this.pull();
  }

  /** Lets go of those who may no longer read the channel. */
  async recheck(): Promise<void> {
    const asking = [...this.subscriptions];
    if (asking.length === 0) return;
    const ids = [...new Set(asking.map(({ listener }) => listener.accountId))];
    const readers = await listReadersAmong(this.#house, this.channelId, ids);
    for (const subscription of asking) {
      if (!readers.has(subscription.listener.accountId)) subscription.listener.drop(this.channelId);
    }
  }

  close(): void {
    this.#deaf();
  }

  async #work() {
    if (this.#isWorking || this.seq === null) return;
    this.#isWorking = true;
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#tellNew(this.seq);
        await this.#tellChanges();
      }
    } catch (error) {
      // What was not told is still "after the last one told": the next event or the next beat comes back to it.
      this.#isDue = true;
      this.#changesSince ??= new Date(Date.now() - RECENT_MS);
      process.emitWarning(error instanceof Error ? error : String(error));
    } finally {
      this.#isWorking = false;
    }
  }

  async #tellNew(after: number) {
    const messages = await listAfter(this.#house, this.channelId, { after, limit: STRETCH });
    if (messages.length > 0) this.#tell(messages);
    if (messages.length === STRETCH) this.#isDue = true;
  }

  async #tellChanges() {
    const ids = [...this.#edited];
    this.#edited.clear();
    for (const id of ids) {
      const message = await readMessage(this.#house, id);
      if (message) this.#tellChanged(message);
    }
    const since = this.#changesSince;
    this.#changesSince = null;
    if (since)
      (await listChangedSince(this.#house, this.channelId, since)).forEach((message) =>
        this.#tellChanged(message),
      );
  }

  /** What was read together goes in one frame: under load that is far fewer writes to far fewer packets. */
  #tell(messages: MessageView[]) {
    const firstSeq = messages[0]?.seq ?? 0;
    const lastSeq = messages.at(-1)?.seq ?? 0;
    this.seq = lastSeq;
    const frame = frames.messages(messages);
    const news = frames.news(this.channelId, messages);
    for (const subscription of this.subscriptions) {
      const { isLive, isBrief, listener, seq } = subscription;
      if (!isLive || seq >= lastSeq) continue;
      subscription.seq = lastSeq;
      this.#tally.deliveries += 1;
      if (isBrief) listener.send(news);
      else if (seq < firstSeq) listener.send(frame);
      else listener.send(frames.messages(messages.filter((message) => message.seq > seq)));
    }
  }

  #tellChanged(message: MessageView) {
    const frame = frames.changed(message);
    for (const { isBrief, isLive, listener, held } of this.subscriptions) {
      if (isBrief) continue;
      this.#tally.deliveries += 1;
      if (isLive) listener.send(frame);
      else held.push(frame);
    }
  }
}
