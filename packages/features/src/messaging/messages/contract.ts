import { Type, type Static, type TSchema } from 'typebox';
import { prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: 'date-time' });

/** A message, the same for every reader of its channel, over HTTP and over the socket. */
export const MessageView = Type.Object({
  id: Type.String(),
  channelId: Type.String(),
  /** Its place in the channel: 1, 2, 3 ... without gaps when it was sent. */
  seq: Type.Integer(),
  /** Null once the account is deleted. */
  authorId: Nullable(Type.String()),
  /** As the group knows them; null when they are no longer a member. */
  authorName: Nullable(Type.String()),
  /** Plain text; empty once removed, and while hidden but for its author and those who moderate here. */
  body: Type.String(),
  /** The names in it that are somebody’s who reads the channel, as they stand after an `@`; absent where there is none. */
  mentions: Type.Optional(Type.Array(Type.String())),
  /** The message it answers: its first 140 characters, empty when removed or hidden. */
  replyTo: Nullable(
    Type.Object({
      id: Type.String(),
      seq: Type.Integer(),
      authorName: Nullable(Type.String()),
      excerpt: Type.String(),
    }),
  ),
  sentAt: Moment,
  editedAt: Nullable(Moment),
  removedAt: Nullable(Moment),
  /** Removed by someone else than its author. */
  wasModerated: Type.Boolean(),
  /** While it is hidden; absent otherwise, like the two below. */
  hiddenAt: Type.Optional(Moment),
  /** Why it was hidden or removed: for its author and those who moderate here, and never through the socket. */
  reason: Type.Optional(Type.String()),
  /** When it was last edited, hidden, shown again or removed. */
  changedAt: Type.Optional(Moment),
});
export type MessageView = Static<typeof MessageView>;

/** What a brief subscription hears of messages: who wrote each. */
export type MessageNews = { authorIds: (string | null)[] };

/** `before` or `after` a place in the channel; neither: the newest. */
export const MessagesQuery = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});
export type MessagesQuery = Static<typeof MessagesQuery>;

/** A stretch of a channel, oldest first. */
export const MessagePage = Type.Object({
  rows: Type.Array(MessageView),
  hasOlder: Type.Boolean(),
  hasNewer: Type.Boolean(),
});
export type MessagePage = Static<typeof MessagePage>;

/** `id` is a UUID that the sender makes, so that sending again is the same message. */
export const NewMessage = Type.Object({
  id: Type.String({ format: 'uuid' }),
  body: prose(LENGTHS.message),
  replyTo: Type.Optional(Nullable(Type.String({ format: 'uuid' }))),
});
export type NewMessage = Static<typeof NewMessage>;

export const MessageChange = Type.Object({ body: prose(LENGTHS.message) });
