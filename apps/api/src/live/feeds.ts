import type { House } from '@groundwork/features/context';
import type { Topic } from '@groundwork/features/live/topic';
import { topics } from '@groundwork/features/topics';
import { Feed } from './feed.ts';
import { frames } from './frames.ts';
import { HANG_UP, type Listener, type LiveSubscription } from './listener.ts';
import { shielded } from './shielded.ts';

const BEAT_MS = 25_000;
const RECHECK_MS = 60_000;
/** How far back changes are told again after events were lost; whoever was deaf for longer sees them when they reload. */
const GAP_MS = 900_000;

/** All feeds and sockets of this process. */
export type Feeds = {
  /**
   * Adds a subscription to the feed of this name; its live events are heard from this very turn on. Null when there is
   * no such kind of topic.
   */
  enter(name: string, subscription: LiveSubscription): Feed | null;
  leave(name: string, subscription: LiveSubscription): void;
  welcome(listener: Listener): void;
  goodbye(listener: Listener): void;
  countOf(accountId: string): number;
  /** Frames of what was said that were sent so far, to all sockets together. */
  countDeliveries(): number;
  close(): void;
};

export function openFeeds(house: House): Feeds {
  const feeds = new Map<string, Feed>();
  const tally = { deliveries: 0 };
  const accounts = openAccounts(house);
  const beats = setInterval(() => void shielded(() => beat(house, feeds, accounts.all())), BEAT_MS);
  const rechecks = setInterval(
    () => void shielded(() => recheckAll(house, feeds, accounts.all())),
    RECHECK_MS,
  );
  const forgetGap = house.live.onGap(() => {
    for (const feed of feeds.values()) feed.heal(new Date(Date.now() - GAP_MS));
    void shielded(() => recheckAll(house, feeds, accounts.all()));
  });
  return {
    ...accounts,
    countDeliveries: () => tally.deliveries,
    enter(name, subscription) {
      const topic = topics.get(name.slice(0, name.indexOf(':')));
      if (!topic) return null;
      const feed = feeds.get(name) ?? new Feed(house, name, { topic, tally });
      feeds.set(name, feed);
      feed.subscriptions.add(subscription);
      return feed;
    },
    leave(name, subscription) {
      const feed = feeds.get(name);
      feed?.subscriptions.delete(subscription);
      if (feed?.subscriptions.size !== 0) return;
      feed.close();
      feeds.delete(name);
    },
    close() {
      clearInterval(beats);
      clearInterval(rechecks);
      forgetGap();
      for (const listener of accounts.all()) listener.hangUp(HANG_UP.restarting);
    },
  };
}

/** Who is connected, by account; what is said about an account makes each of its sockets ask again. */
function openAccounts(house: House) {
  const accounts = new Map<string, { listeners: Set<Listener>; deaf: () => void }>();
  return {
    all: () => [...accounts.values()].flatMap(({ listeners }) => [...listeners]),
    countOf: (accountId: string) => accounts.get(accountId)?.listeners.size ?? 0,
    welcome(listener: Listener) {
      const known = accounts.get(listener.accountId);
      if (known) return void known.listeners.add(listener);
      const listeners = new Set([listener]);
      const recheck = () => listeners.forEach((one) => void shielded(() => one.recheck(house)));
      accounts.set(listener.accountId, {
        listeners,
        deaf: house.live.subscribe(`account:${listener.accountId}`, recheck),
      });
    },
    goodbye(listener: Listener) {
      listener.leaveAll();
      const known = accounts.get(listener.accountId);
      known?.listeners.delete(listener);
      if (known?.listeners.size !== 0) return;
      known.deaf();
      accounts.delete(listener.accountId);
    },
  };
}

/** Every socket hears that the server is there, and every feed that missed an event makes up for it. */
async function beat(house: House, feeds: Map<string, Feed>, listeners: Listener[]) {
  const frame = frames.beat();
  for (const listener of listeners) listener.beat(frame);
  for (const topic of topics.values()) {
    const asked = [...feeds.values()].filter((feed) => feed.topic === topic);
    if (asked.length > 0) await healFrom(house, topic, asked);
  }
}

async function healFrom(house: House, topic: Topic, feeds: Feed[]) {
  const lastSeqs = await topic.listLastSeqs(
    house,
    feeds.map(({ id }) => id),
  );
  for (const feed of feeds) {
    if (feed.seq !== null && (lastSeqs.get(feed.id) ?? 0) > feed.seq) feed.pull();
    else feed.retry();
  }
}

/** The long stop behind the events that say so at once: ended sessions, lost memberships, other readers. */
async function recheckAll(house: House, feeds: Map<string, Feed>, listeners: Listener[]) {
  for (const feed of feeds.values()) await feed.recheck();
  for (const listener of listeners) await listener.recheckSession(house);
}
