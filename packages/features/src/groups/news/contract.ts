import { Type, type Static } from 'typebox';

/**
 * A line of what is new: what happened, never who did it. `title` and `url` (a path of this site) are those of the thing
 * it is about, as the viewer sees it. `count`: how many times, for what is told summed up and is about no one thing.
 */
export const NewsEntry = Type.Object({
  at: Type.String(),
  kind: Type.String(),
  subjectId: Type.Union([Type.String(), Type.Null()]),
  title: Type.Union([Type.String(), Type.Null()]),
  url: Type.Union([Type.String(), Type.Null()]),
  count: Type.Integer(),
});
export type NewsEntry = Static<typeof NewsEntry>;
export const NewsList = Type.Object({ rows: Type.Array(NewsEntry) });
export type NewsList = Static<typeof NewsList>;
