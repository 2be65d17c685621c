import { and, eq, sql, type SQL } from 'drizzle-orm';
import { isOfMail } from '../people/mailed.ts';
import { isKept } from '../people/notes/queries.ts';
import { personNotes } from '../people/notes/tables.ts';
import { personHistory } from '../people/tables.ts';
import type { LineCondition } from './lines.ts';
import { inSpan } from './spans.ts';

type ContactLine = Extract<LineCondition, { is: 'contacted' }>;

/** The ids of those who were written to or spoken with: by a letter to many that was sent, or by a note that says so. */
export function contactedBy(who: ContactLine, groupId: string): SQL {
  const mailed = sql`select ${personHistory.personId} from ${personHistory} where ${and(
    eq(personHistory.groupId, groupId),
    isOfMail(personHistory.kind),
    eq(personHistory.kind, 'mailed'),
    inSpan(personHistory.at, who),
  )}`;
  const spokenWith = sql`select ${personNotes.personId} from ${personNotes} where ${and(
    eq(personNotes.groupId, groupId),
    isKept(),
    sql`${personNotes.contactedBy} is not null`,
    who.by && who.by !== 'email' ? eq(personNotes.contactedBy, who.by) : undefined,
    inSpan(personNotes.at, who),
  )}`;
  if (who.by === undefined) return sql`${mailed} union all ${spokenWith}`;
  return who.by === 'email' ? mailed : spokenWith;
}
