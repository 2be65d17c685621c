import { Type, type Static } from 'typebox';
import { line, prose } from '../../texts.ts';

export const NewUpdate = Type.Object({
  title: line(120),
  body: prose(20_000),
  /** Also mail it to those who signed, confirmed and agreed to mail. */
  mail: Type.Boolean(),
});
export type NewUpdate = Static<typeof NewUpdate>;

/** An update as its organizers see it: how far its mail has gone. */
export const UpdateProgress = Type.Object({
  id: Type.String(),
  title: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  isMailed: Type.Boolean(),
  /** Mails promised so far. */
  mailCount: Type.Integer(),
  /** When the last was promised; null while under way, or when it is not mailed. */
  mailedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type UpdateProgress = Static<typeof UpdateProgress>;

export const UpdateList = Type.Object({ rows: Type.Array(UpdateProgress) });
export type UpdateList = Static<typeof UpdateList>;

/** How many people an update would be mailed to now. */
export const Receivers = Type.Object({ count: Type.Integer() });
