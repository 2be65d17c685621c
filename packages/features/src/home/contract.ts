import { Type, type Static } from 'typebox';
import { GroupCard } from '../groups/contract.ts';
import { NewsEntry } from '../groups/news/contract.ts';
import { nullable } from '../nullable.ts';

/** Something that waits for whoever asks: `WaitKind` says what, and pages have a sentence for each. */
export const WaitRow = Type.Object({
  kind: Type.String(),
  section: Type.Enum(['decide', 'addressed', 'due', 'began']),
  id: Type.String(),
  /** Since when it waits, or the moment by which it is owed. */
  at: Type.String({ format: 'date-time' }),
  /** A path of this site. */
  path: Type.String(),
  /** What names the thing in an address. */
  key: nullable(Type.String()),
  who: nullable(Type.String()),
  title: nullable(Type.String()),
  /** The beginning of what was written. */
  said: nullable(Type.String()),
  /** How many it is, where it is many of the same. */
  many: Type.Integer(),
  /** For which of theirs; null: for the site. */
  group: nullable(Type.Object({ slug: Type.String(), name: Type.String() })),
});
export type WaitRow = Static<typeof WaitRow>;

export const WaitList = Type.Object({
  /** Those that wait longest first; what one began, the latest first. */
  rows: Type.Array(WaitRow),
  /** Kinds of which more wait than are listed. */
  more: Type.Array(Type.String()),
});
export type WaitList = Static<typeof WaitList>;

export const WaitCount = Type.Object({
  /** How many things wait; 100 stands for "many". */
  count: Type.Integer(),
});
export type WaitCount = Static<typeof WaitCount>;

/** The groups of whoever asks in which something was published last, with the latest of that. */
export const OwnGroups = Type.Object({
  rows: Type.Array(Type.Interface([GroupCard], { news: Type.Array(NewsEntry) })),
});
export type OwnGroups = Static<typeof OwnGroups>;
