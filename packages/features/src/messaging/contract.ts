import { Type, type Static, type TSchema } from 'typebox';
import { PageOf } from '../paging.ts';
import { line, maybeLine, SlugAsked } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** `groups` and `organizers` in a coalition alone: everybody in its groups, or those who publish for one of them. */
export const Readers = Type.Enum(['members', 'named', 'groups', 'organizers']);
export const Writers = Type.Enum(['readers', 'organizers']);
// One schema for both types: in a union, a zero would be read as null, and messages be kept for ever.
export const RetentionDays = Type.Unsafe<7 | 30 | 90 | 365 | null>({
  type: ['integer', 'null'],
  enum: [7, 30, 90, 365, null],
});

export const ChannelCan = Type.Object({
  write: Type.Boolean(),
  editOwn: Type.Boolean(),
  removeOwn: Type.Boolean(),
  removeAny: Type.Boolean(),
  leave: Type.Boolean(),
  mute: Type.Boolean(),
  block: Type.Boolean(),
  edit: Type.Boolean(),
});

/** A channel as one of its readers sees it. */
export const ChannelView = Type.Object({
  id: Type.String(),
  groupSlug: Type.String(),
  groupName: Type.String(),
  groupKind: Type.Enum(['group', 'coalition']),
  kind: Type.Enum(['room', 'direct']),
  /** Null for a direct message, which is called after the `others` in it. */
  name: Nullable(Type.String()),
  others: Type.Array(Type.String()),
  /** Of a direct message: how many others are no longer in the group, and so without a name. */
  goneCount: Type.Integer(),
  purpose: Type.String(),
  readers: Readers,
  /** Two groups share it: whoever publishes for either reads and writes there. */
  isShared: Type.Boolean(),
  writers: Writers,
  retentionDays: RetentionDays,
  /** YYYY-MM-DD, the last day for writing. */
  endsOn: Nullable(Type.String()),
  isClosed: Type.Boolean(),
  isOver: Type.Boolean(),
  lastSeq: Type.Integer(),
  lastSentAt: Nullable(Type.String({ format: 'date-time' })),
  /** How far the viewer has read; 0 when never. */
  readSeq: Type.Integer(),
  /** At most 100, which stands for "many". */
  unreadCount: Type.Integer(),
  /** Of a direct message: whether it stands in the viewer's list, and counts nothing as unread. */
  isListed: Type.Boolean(),
  isMuted: Type.Boolean(),
  /** The viewer blocked the other. */
  isBlocked: Type.Boolean(),
  /** One of the two takes none of the other, or none at all: nobody writes. */
  isClosedBetween: Type.Boolean(),
  can: ChannelCan,
});
export type ChannelView = Static<typeof ChannelView>;

export const ChannelsQuery = Type.Object({ group: Type.Optional(SlugAsked) });
export const ChannelList = Type.Object({
  rows: Type.Array(ChannelView),
  /** May the viewer start channels in the group asked for; false when none was. */
  can: Type.Object({ create: Type.Boolean(), startDirect: Type.Boolean() }),
});
export type ChannelList = Static<typeof ChannelList>;

/** What a channel is made of. `name` is folded to a slug in any script: "Door knocking" becomes `door-knocking`. */
export const NewChannel = Type.Object({
  name: line(LENGTHS.channelName),
  purpose: Type.Optional(maybeLine(LENGTHS.channelPurpose)),
  readers: Type.Optional(Readers),
  writers: Type.Optional(Writers),
  retentionDays: Type.Optional(RetentionDays),
  endsOn: Type.Optional(Nullable(Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' }))),
});
export type NewChannel = Static<typeof NewChannel>;

export const ChannelChange = Type.Interface([Type.Partial(NewChannel)], {
  isClosed: Type.Optional(Type.Boolean()),
});
export type ChannelChange = Static<typeof ChannelChange>;

export const ChannelMember = Type.Object({ accountId: Type.String(), name: Type.String() });
export type ChannelMember = Static<typeof ChannelMember>;
export const ChannelMembers = PageOf(ChannelMember);
export type ChannelMembers = Static<typeof ChannelMembers>;

/** Where the viewer stopped reading. Never moves back. */
export const ReadPosition = Type.Object({ seq: Type.Integer({ minimum: 0 }) });
