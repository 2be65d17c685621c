import { Type, type Static } from 'typebox';
import { line, prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';

export const NewUpdate = Type.Object({
  title: line(LENGTHS.title),
  body: prose(LENGTHS.page),
});
export type NewUpdate = Static<typeof NewUpdate>;

/** An update as whoever posted it gets it back. */
export const PostedUpdate = Type.Object({
  id: Type.String(),
  title: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
});
export type PostedUpdate = Static<typeof PostedUpdate>;

/** Who keeps it off the page: those who run the campaign, or the group that wrote it. Null: it stands there. */
const OffBy = nullable(Type.Enum(['home', 'writer']));

/** An update as the campaign's organizers see it in their list. */
export const ListedUpdate = Type.Interface([PostedUpdate], {
  /** The group beside the home group that wrote it; null: the home group. */
  sponsor: nullable(Type.Object({ slug: Type.String(), name: Type.String() })),
  offBy: OffBy,
});
export type ListedUpdate = Static<typeof ListedUpdate>;

export const UpdateList = Type.Object({ rows: Type.Array(ListedUpdate) });
export type UpdateList = Static<typeof UpdateList>;

/** What a group posted on the page of a campaign that it stands with or stood, and whether it may post there now. */
export const SponsorUpdates = Type.Object({
  /** The home group lets those who stand with it post. */
  isOpen: Type.Boolean(),
  can: Type.Object({ post: Type.Boolean() }),
  rows: Type.Array(Type.Interface([PostedUpdate], { offBy: OffBy })),
});
export type SponsorUpdates = Static<typeof SponsorUpdates>;

/** One as it was written, to be told anew by mail. */
export const WrittenUpdate = Type.Interface([PostedUpdate], {
  /** Markdown. */
  body: Type.String(),
});
export type WrittenUpdate = Static<typeof WrittenUpdate>;

/** How many of those who signed could be mailed now. */
export const Receivers = Type.Object({ count: Type.Integer() });
