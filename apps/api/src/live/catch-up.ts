import type { Context } from '@groundwork/features/context';
import type { Subscribe } from '@groundwork/features/live/contract';
import { STRETCH, type Feed } from './feed.ts';
import { frames } from './frames.ts';
import type { LiveSubscription } from './listener.ts';

/** Who missed more than this loads the page anew: it shows the newest, with a line where they stopped. */
const FAR_BEHIND = 500;
/** Clocks of the api and the database may differ, and a change told twice does no harm. */
const OVERLAP_MS = 60_000;

/**
 * Sends what was missed, then lets the feed's live rows through, without a hole and without a double: the feed was
 * entered before the first read here, and going live happens in the same turn as the look that found nothing left.
 */
export async function catchUp(ctx: Context, feed: Feed, subscription: LiveSubscription, asked: Subscribe) {
  const { listener, isBrief } = subscription;
  const lastSeq = feed.seq ?? 0;
  const after = asked.after ?? null;
  const isFar = after !== null && lastSeq - after > FAR_BEHIND;
  subscription.seq = after === null || isFar || isBrief ? Math.max(lastSeq, after ?? 0) : after;
  if (isFar) listener.send(frames.behind(feed.name, lastSeq));
  if (asked.since && !isBrief) await tellChanges(ctx, feed, subscription, new Date(asked.since));
  while (!isBrief) {
    const knownSeq = feed.seq;
    const missed = await feed.topic.listAfter(ctx, feed.id, { after: subscription.seq, limit: STRETCH });
    if (!feed.subscriptions.has(subscription)) return;
    subscription.seq = missed.at(-1)?.seq ?? subscription.seq;
    const isAll = missed.length < STRETCH && (feed.seq === knownSeq || subscription.seq >= (feed.seq ?? 0));
    const sent = missed.length > 0 ? listener.sendAll([frames.rows(feed.name, missed)]) : null;
    // The last stretch is not waited for: going live in the same turn lets no other slip between.
    if (isAll) break;
    await sent;
  }
  goLive(feed, subscription);
}

function goLive(feed: Feed, subscription: LiveSubscription) {
  subscription.isLive = true;
  subscription.held.forEach((frame) => subscription.listener.send(frame));
  subscription.held = [];
  subscription.listener.send(frames.ready(feed.name, subscription.seq));
}

/** What was there before and was changed meanwhile. Changes heard live wait in `held` and come after. */
async function tellChanges(ctx: Context, feed: Feed, subscription: LiveSubscription, since: Date) {
  const changed = await feed.topic.listChangedSince(ctx, feed.id, new Date(since.getTime() - OVERLAP_MS));
  for (const row of changed) {
    if (feed.subscriptions.has(subscription)) subscription.listener.send(frames.changed(feed.name, row));
  }
}
