import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';

/** Something that whoever asks was told. */
export const NoticeLine = Type.Object({
  id: Type.String(),
  /** In the language that they had then. */
  title: Type.String(),
  /** A path of this site; null: there is nothing more to see. */
  path: nullable(Type.String()),
  at: Type.String({ format: 'date-time' }),
  isSeen: Type.Boolean(),
  /** The group that it is about, as far as they may know of it. */
  group: nullable(Type.Object({ slug: Type.String(), name: Type.String() })),
});
export type NoticeLine = Static<typeof NoticeLine>;
export const NoticePage = Type.Interface([PageOf(NoticeLine)], { unseenCount: Type.Integer() });
export type NoticePage = Static<typeof NoticePage>;
