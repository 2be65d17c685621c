import type { Viewer } from '../../context.ts';
import { channelPolicy } from '../policy.ts';
import type { SeenChannel } from '../queries.ts';
import type { messages } from '../tables.ts';
import type { MessageView } from './contract.ts';

/** Whose hidden words are shown: one's own, and to those who moderate the channel everyone's. */
export type Sight = { viewerId: string | null; mayModerate: boolean };
const NO_SIGHT: Sight = { viewerId: null, mayModerate: false };

/** What a reader of a channel sees of its hidden messages. Frames of the socket are the same for all: no sight. */
export function sightOf({ id }: Viewer, channel: SeenChannel): Sight {
  return { viewerId: id, mayModerate: channelPolicy.removeAny(channel) };
}

type Row = Omit<typeof messages.$inferSelect, 'replyTo'> & {
  quotedId: string | null;
  quotedSeq: number | null;
} & Record<'authorName' | 'quotedName', string | null> & { quotedExcerpt: string; mentions: string[] };

/** A message as it leaves. */
export function messageView(row: Row, sight: Sight = NO_SIGHT): MessageView {
  const {
    quotedId,
    quotedSeq,
    quotedName,
    quotedExcerpt,
    removedBy,
    sentAt,
    editedAt,
    removedAt,
    hiddenAt,
    reason,
    changedAt,
    mentions,
    ...message
  } = row;
  const isShown = sight.mayModerate || (row.authorId !== null && row.authorId === sight.viewerId);
  const replyTo =
    quotedId === null || quotedSeq === null
      ? null
      : { id: quotedId, seq: quotedSeq, authorName: quotedName, excerpt: quotedExcerpt };
  return {
    ...message,
    body: hiddenAt && !isShown ? '' : message.body,
    ...(mentions.length > 0 && !(hiddenAt && !isShown) && { mentions }),
    replyTo,
    sentAt: sentAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
    wasModerated: removedAt !== null && removedBy !== row.authorId,
    ...(hiddenAt && { hiddenAt: hiddenAt.toISOString() }),
    ...(reason !== null && isShown && { reason }),
    ...(changedAt && { changedAt: changedAt.toISOString() }),
  };
}
