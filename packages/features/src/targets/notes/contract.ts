import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { prose } from '../../texts.ts';

/** What a group keeps in mind about a target, for itself alone. */
export const TargetNote = Type.Object({
  id: Type.String(),
  body: Type.String(),
  /** Null where whoever wrote it is no longer of the group. */
  writtenBy: nullable(Type.String()),
  writtenAt: Type.String({ format: 'date-time' }),
});
export type TargetNote = Static<typeof TargetNote>;
/** The newest first. */
export const TargetNotePage = PageOf(TargetNote);
export type TargetNotePage = Static<typeof TargetNotePage>;
export const NewTargetNote = Type.Object({ body: prose(LENGTHS.targetNote) });
export const MadeTargetNote = Type.Object({ id: Type.String() });
