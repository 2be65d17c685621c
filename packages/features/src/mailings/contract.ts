import { Type, type Static } from 'typebox';

/** How far the mails of a mailing have gone. */
export const MailingProgress = Type.Object({
  /** Taken by a mail server. */
  sentCount: Type.Integer(),
  /** All that are to go out: sent, waiting, and those who come next. */
  totalCount: Type.Integer(),
  /** Not to go out: this site had no mail server when they were due, and they lie in its Outbox. */
  keptCount: Type.Integer(),
  /** Of those, what came back later: there is no such mailbox, or it did not take it. */
  cameBackCount: Type.Integer(),
  /** Whose readers called it spam. */
  complaintCount: Type.Integer(),
  /** None waits any more. */
  isOver: Type.Boolean(),
  isStopped: Type.Boolean(),
  can: Type.Object({ stop: Type.Boolean(), resume: Type.Boolean() }),
});
export type MailingProgress = Static<typeof MailingProgress>;
