import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { speak, type Context } from '../../../context.ts';
import { note } from '../../../journal.ts';
import { endMentions } from '../../mentions/actions.ts';
import { channels, messages } from '../../tables.ts';

/** What was decided about a message, by whom, and why. Whether they may was asked where it was decided. */
export type MessageDecision = { messageId: string; actorId: string; reason: string };

/** Takes a message's words from everyone but its author and those who moderate, until it is shown again. */
export async function hideMessage(
  tx: Transaction,
  ctx: Pick<Context, 'settings'>,
  { messageId, actorId, reason }: MessageDecision,
): Promise<void> {
  const [hidden] = await tx
    .update(messages)
    .set({ hiddenAt: sql`now()`, reason, changedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.id, messageId), isNull(messages.removedAt)))
    .returning(place);
  if (!hidden) return;
  await endMentions(tx, ctx, { ...hidden, isErased: false });
  await tell(tx, { ...hidden, actorId, kind: 'messaging.message-hidden' });
}

/** Gives everyone the words back. */
export async function showMessage(
  tx: Transaction,
  { messageId, actorId }: Omit<MessageDecision, 'reason'>,
): Promise<void> {
  const [shown] = await tx
    .update(messages)
    .set({ hiddenAt: null, reason: null, changedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.id, messageId), isNotNull(messages.hiddenAt), isNull(messages.removedAt)))
    .returning(place);
  if (shown) await tell(tx, { ...shown, actorId, kind: 'messaging.message-shown' });
}

/** Erases a message's words for everyone, as `removeMessage` does; its author reads why. */
export async function eraseMessage(
  tx: Transaction,
  ctx: Pick<Context, 'settings'>,
  { messageId, actorId, reason }: MessageDecision,
): Promise<void> {
  const [erased] = await tx
    .update(messages)
    .set({ body: '', removedAt: sql`now()`, removedBy: actorId, reason, changedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.id, messageId), isNull(messages.removedAt)))
    .returning(place);
  if (!erased) return;
  await endMentions(tx, ctx, { ...erased, isErased: true });
  await tell(tx, { ...erased, actorId, kind: 'messaging.message-removed' });
}

const place = { messageId: messages.id, channelId: messages.channelId };

type ChangeKind = 'messaging.message-hidden' | 'messaging.message-shown' | 'messaging.message-removed';
type Change = { messageId: string; channelId: string; actorId: string; kind: ChangeKind };
async function tell(tx: Transaction, { messageId, channelId, actorId, kind }: Change) {
  const [channel] = await tx
    .select({ groupId: channels.groupId })
    .from(channels)
    .where(eq(channels.id, channelId));
  note(tx, actorId, kind, { groupId: channel?.groupId ?? null, id: messageId }, { channelId });
  speak(tx, { topic: `channel:${channelId}`, id: messageId, kind });
}
