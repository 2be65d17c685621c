import type { Context } from '@groundwork/features/context';
import { listAfter, listChangedSince } from '@groundwork/features/messaging/messages/queries';
import type { Subscription } from './ear.ts';
import { frames, type Asked } from './frames.ts';
import { STRETCH, type Room } from './room.ts';

/** Who missed more than this loads the page anew: it shows the newest, with a line where they stopped. */
const FAR_BEHIND = 500;
/** Clocks of the api and the database may differ, and a change told twice does no harm. */
const OVERLAP_MS = 60_000;

/**
 * Sends what was missed, then lets the room's live messages through, without a hole and without a double: the room
 * was entered before the first read here, and going live happens in the same turn as the look that found nothing left.
 */
export async function catchUp(
  ctx: Context,
  room: Room,
  subscription: Subscription,
  asked: Asked & { deed: 'subscribe' },
) {
  const { listener } = subscription;
  const lastSeq = room.seq ?? 0;
  const isFar = asked.after !== null && lastSeq - asked.after > FAR_BEHIND;
  subscription.seq =
    asked.after === null || isFar || asked.isBrief ? Math.max(lastSeq, asked.after ?? 0) : asked.after;
  if (isFar) listener.send(frames.behind(room.channelId, lastSeq));
  if (asked.since && !asked.isBrief) await tellChanges(ctx, room, subscription, asked.since);
  while (!asked.isBrief) {
    const knownSeq = room.seq;
    const missed = await listAfter(ctx, room.channelId, { after: subscription.seq, limit: STRETCH });
    if (!room.subscriptions.has(subscription)) return;
    subscription.seq = missed.at(-1)?.seq ?? subscription.seq;
    const isAll = missed.length < STRETCH && (room.seq === knownSeq || subscription.seq >= (room.seq ?? 0));
    const sent = missed.length > 0 ? listener.sendAll([frames.messages(missed)]) : null;
    // The last stretch is not waited for: going live in the same turn lets no other slip between.
    if (isAll) break;
    await sent;
  }
  goLive(room, subscription);
}

function goLive(room: Room, subscription: Subscription) {
  subscription.isLive = true;
  subscription.held.forEach((frame) => subscription.listener.send(frame));
  subscription.held = [];
  subscription.listener.send(frames.ready(room.channelId, subscription.seq));
}

/** What was there before and was edited or removed meanwhile. Changes heard live wait in `held` and come after. */
async function tellChanges(ctx: Context, room: Room, subscription: Subscription, since: Date) {
  const changed = await listChangedSince(ctx, room.channelId, new Date(since.getTime() - OVERLAP_MS));
  for (const message of changed) {
    if (room.subscriptions.has(subscription)) subscription.listener.send(frames.changed(message));
  }
}
