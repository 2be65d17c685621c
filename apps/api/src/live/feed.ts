import type { House } from '@groundwork/features/context';
import type { LiveRow } from '@groundwork/features/live/contract';
import type { Topic } from '@groundwork/features/live/topic';
import { frames } from './frames.ts';
import type { LiveSubscription } from './listener.ts';
import { shielded } from './shielded.ts';

/** Rows read at a time: with the longest of words still less than a socket may hold unsent. */
export const STRETCH = 30;
/** How far back to look for changes when a read failed: longer than any two beats. */
const RECENT_MS = 120_000;

/**
 * One thing, such as a channel, as this process hears it. Each row is read once, by number, made into a frame once, and
 * sent to every subscription; what is read is always "everything after the last one told", so an event that was lost or
 * came late leaves no hole. All reads of a feed run one after the other: an edit can never overtake the row it edits.
 */
export class Feed {
  /** Kind and id, as clients name it: `channel:ID`. */
  readonly name: string;
  readonly id: string;
  readonly topic: Topic;
  readonly subscriptions = new Set<LiveSubscription>();
  /** The number of the newest row told here; null until the first subscriber's right to read was established. */
  seq: number | null = null;
  readonly #house: House;
  readonly #tally: { deliveries: number };
  readonly #deaf: () => void;
  readonly #changed = new Set<string>();
  #changesSince: Date | null = null;
  #isDue = false;
  #isWorking = false;

  constructor(house: House, name: string, given: { topic: Topic; tally: { deliveries: number } }) {
    this.#house = house;
    this.#tally = given.tally;
    this.name = name;
    this.id = name.slice(name.indexOf(':') + 1);
    this.topic = given.topic;
    const { added, readers } = this.topic.events;
    this.#deaf = house.live.subscribe(name, ({ kind, id }) => {
      if (kind === readers) void shielded(() => this.recheck());
      else if (kind === added) this.pull();
      else this.reread(id);
    });
  }

  /** From where on the feed tells; only the first to establish it is heard. */
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

  /** Tells a row again, because it was changed. */
  reread(rowId: string): void {
    this.#changed.add(rowId);
    this.pull();
  }

  /** Events may have been lost since `since`: tells what is new and what changed. */
  heal(since: Date): void {
    this.#changesSince = since;
    this.pull();
  }

  /** Lets go of those who may no longer listen. */
  async recheck(): Promise<void> {
    const asking = [...this.subscriptions];
    if (asking.length === 0) return;
    const ids = [...new Set(asking.map(({ listener }) => listener.accountId))];
    const readers = await this.topic.listReadersAmong(this.#house, this.id, ids);
    for (const subscription of asking) {
      if (!readers.has(subscription.listener.accountId)) subscription.listener.drop(this.name);
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
    const rows = await this.topic.listAfter(this.#house, this.id, { after, limit: STRETCH });
    if (rows.length > 0) this.#tell(rows);
    if (rows.length === STRETCH) this.#isDue = true;
  }

  async #tellChanges() {
    const ids = [...this.#changed];
    this.#changed.clear();
    for (const id of ids) {
      const row = await this.topic.readRow(this.#house, id);
      if (row) this.#tellChanged(row);
    }
    const since = this.#changesSince;
    this.#changesSince = null;
    const missed = since ? await this.topic.listChangedSince(this.#house, this.id, since) : [];
    missed.forEach((row) => this.#tellChanged(row));
  }

  /** What was read together goes in one frame: under load that is far fewer writes to far fewer packets. */
  #tell(rows: LiveRow[]) {
    const firstSeq = rows[0]?.seq ?? 0;
    const lastSeq = rows.at(-1)?.seq ?? 0;
    this.seq = lastSeq;
    const frame = frames.rows(this.name, rows);
    const news = frames.news(this.name, lastSeq, this.topic.brief(rows));
    for (const subscription of this.subscriptions) {
      const { isLive, isBrief, listener, seq } = subscription;
      if (!isLive || seq >= lastSeq) continue;
      subscription.seq = lastSeq;
      this.#tally.deliveries += 1;
      if (isBrief) listener.send(news);
      else if (seq < firstSeq) listener.send(frame);
      else
        listener.send(
          frames.rows(
            this.name,
            rows.filter((row) => row.seq > seq),
          ),
        );
    }
  }

  #tellChanged(row: LiveRow) {
    const frame = frames.changed(this.name, row);
    for (const { isBrief, isLive, listener, held } of this.subscriptions) {
      if (isBrief) continue;
      this.#tally.deliveries += 1;
      if (isLive) listener.send(frame);
      else held.push(frame);
    }
  }
}
