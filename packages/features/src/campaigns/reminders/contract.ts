import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';

/** Names under a campaign that nobody confirmed, whose mailboxes can be asked once more. */
export const RemindersView = Type.Object({
  /** How many can be reminded now; 1,000 stands for as many or more. */
  dueCount: Type.Integer(),
  /** When somebody had them reminded last. */
  lastAt: nullable(Type.String({ format: 'date-time' })),
  /** How many were reminded so far, and how many of them confirmed; those that are erased since do not count. */
  remindedCount: Type.Integer(),
  confirmedCount: Type.Integer(),
});
export type RemindersView = Static<typeof RemindersView>;
