import { Type, type Static } from 'typebox';
import { MailingProgress } from '../../mailings/contract.ts';
import { line, prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

export const NewUpdate = Type.Object({
  title: line(LENGTHS.title),
  body: prose(LENGTHS.page),
  /** Also mail it to those who signed, confirmed and agreed to mail. */
  mail: Type.Boolean(),
});
export type NewUpdate = Static<typeof NewUpdate>;

export const PostedUpdate = Type.Object({
  id: Type.String(),
  title: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
});

/** An update as its organizers see it. */
export const UpdateProgress = Type.Interface([PostedUpdate], {
  /** How far its mails have gone; null when it stands on the page only. */
  mailing: Type.Union([Type.Null(), MailingProgress]),
});
export type UpdateProgress = Static<typeof UpdateProgress>;

export const UpdateList = Type.Object({ rows: Type.Array(UpdateProgress) });
export type UpdateList = Static<typeof UpdateList>;

/** How many people an update would be mailed to now. */
export const Receivers = Type.Object({ count: Type.Integer() });
