import { Type, type Static } from 'typebox';
import { line, prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

export const NewUpdate = Type.Object({
  title: line(LENGTHS.title),
  body: prose(LENGTHS.page),
});
export type NewUpdate = Static<typeof NewUpdate>;

/** An update as its organizers see it in their list. */
export const PostedUpdate = Type.Object({
  id: Type.String(),
  title: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
});
export type PostedUpdate = Static<typeof PostedUpdate>;

export const UpdateList = Type.Object({ rows: Type.Array(PostedUpdate) });
export type UpdateList = Static<typeof UpdateList>;

/** One as it was written, to be told anew by mail. */
export const WrittenUpdate = Type.Interface([PostedUpdate], {
  /** Markdown. */
  body: Type.String(),
});
export type WrittenUpdate = Static<typeof WrittenUpdate>;

/** How many of those who signed could be mailed now. */
export const Receivers = Type.Object({ count: Type.Integer() });
