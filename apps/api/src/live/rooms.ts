import type { House } from '@groundwork/features/context';
import { listLastSeqs } from '@groundwork/features/messaging/messages/queries';
import { HANG_UP, type Ear, type Subscription } from './ear.ts';
import { frames } from './frames.ts';
import { Room } from './room.ts';

const BEAT_MS = 25_000;
const RECHECK_MS = 60_000;
/** How far back edits are told again after events were lost; whoever was deaf for longer sees them when they reload. */
const GAP_MS = 900_000;

/** All rooms and sockets of this process. */
export type Rooms = {
  /** Adds a subscription to a channel's room; its live events are heard from this very turn on. */
  enter(channelId: string, subscription: Subscription): Room;
  leave(channelId: string, subscription: Subscription): void;
  welcome(listener: Ear): void;
  goodbye(listener: Ear): void;
  countOf(accountId: string): number;
  /** Frames of conversation sent so far, to all sockets together. */
  countDeliveries(): number;
  close(): void;
};

export function openRooms(house: House): Rooms {
  const rooms = new Map<string, Room>();
  const tally = { deliveries: 0 };
  const accounts = openAccounts(house);
  const beats = setInterval(() => void shielded(() => beat(house, rooms, accounts.all())), BEAT_MS);
  const rechecks = setInterval(
    () => void shielded(() => recheckAll(house, rooms, accounts.all())),
    RECHECK_MS,
  );
  const forgetGap = house.live.onGap(() => {
    for (const room of rooms.values()) room.heal(new Date(Date.now() - GAP_MS));
    void shielded(() => recheckAll(house, rooms, accounts.all()));
  });
  return {
    ...accounts,
    countDeliveries: () => tally.deliveries,
    enter(channelId, subscription) {
      const room = rooms.get(channelId) ?? new Room(house, channelId, tally);
      rooms.set(channelId, room);
      room.subscriptions.add(subscription);
      return room;
    },
    leave(channelId, subscription) {
      const room = rooms.get(channelId);
      room?.subscriptions.delete(subscription);
      if (room?.subscriptions.size !== 0) return;
      room.close();
      rooms.delete(channelId);
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
  const accounts = new Map<string, { listeners: Set<Ear>; deaf: () => void }>();
  return {
    all: () => [...accounts.values()].flatMap(({ listeners }) => [...listeners]),
    countOf: (accountId: string) => accounts.get(accountId)?.listeners.size ?? 0,
    welcome(listener: Ear) {
      const known = accounts.get(listener.accountId);
      if (known) return void known.listeners.add(listener);
      const listeners = new Set([listener]);
      const recheck = () => listeners.forEach((one) => void shielded(() => one.recheck(house)));
      accounts.set(listener.accountId, {
        listeners,
        deaf: house.live.subscribe(`account:${listener.accountId}`, recheck),
      });
    },
    goodbye(listener: Ear) {
      listener.leaveAll();
      const known = accounts.get(listener.accountId);
      known?.listeners.delete(listener);
      if (known?.listeners.size !== 0) return;
      known.deaf();
      accounts.delete(listener.accountId);
    },
  };
}

/** Every socket hears that the server is there, and every room that missed an event makes up for it. */
async function beat(house: House, rooms: Map<string, Room>, listeners: Ear[]) {
  const frame = frames.beat();
  for (const listener of listeners) listener.beat(frame);
  if (rooms.size === 0) return;
  const lastSeqs = await listLastSeqs(house, [...rooms.keys()]);
  for (const room of rooms.values()) {
    if (room.seq !== null && (lastSeqs.get(room.channelId) ?? 0) > room.seq) room.pull();
    else room.retry();
  }
}

/** The long stop behind the events that say so at once: ended sessions, lost memberships, changed rooms. */
async function recheckAll(house: House, rooms: Map<string, Room>, listeners: Ear[]) {
  for (const room of rooms.values()) await room.recheck();
  for (const listener of listeners) await listener.recheckSession(house);
}

async function shielded(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
