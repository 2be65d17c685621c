import { Type } from 'typebox';
import { PageOf } from '../../paging.ts';
import { PersonSourceName } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });

/** Somebody who will be forgotten, and when. */
export const QuietPerson = Type.Object({
  id: Type.String(),
  name: Type.String(),
  source: PersonSourceName,
  lastSeenAt: Moment,
  dueAt: Moment,
});

export const QuietPeople = Type.Interface([PageOf(QuietPerson)], {
  /** Months after which the group forgets people; null for never. */
  months: Type.Union([Type.Integer(), Type.Null()]),
  can: Type.Object({ keep: Type.Boolean() }),
});
