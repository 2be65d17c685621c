import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { standsIn } from '../groups/standing.ts';
import { duplicateCandidates } from '../people/merging/tables.ts';
import { closeness } from '../people/sort-keys.ts';
import { people } from '../people/tables.ts';
import { isAmong } from './among.ts';
import type { LineCondition } from './lines.ts';

export type RecordLine = Extract<
  LineCondition,
  { is: 'assessed' | 'unassessed' | 'contact' | 'no-contact' | 'duplicate' }
>;

/** What organizers wrote down of people, or wait to decide about them. */
export function isOnRecord(who: RecordLine, groupId: string): SQL | undefined {
  switch (who.is) {
    case 'assessed':
      return sql`${closeness(people)} between ${who.least}::int and ${who.most}::int`;
    case 'unassessed':
      return isNull(people.assessment);
    case 'contact':
      return and(eq(people.contactAccountId, who.contact), standsIn(who.contact, groupId, 'see_people'));
    case 'no-contact':
      return or(
        isNull(people.contactAccountId),
        sql`not ${standsIn(people.contactAccountId, groupId, 'see_people')}`,
      );
    case 'duplicate':
      return isAmong(sql`
        select ${duplicateCandidates.firstId} from ${duplicateCandidates} where ${eq(duplicateCandidates.groupId, groupId)}
        union all
        select ${duplicateCandidates.secondId} from ${duplicateCandidates} where ${eq(duplicateCandidates.groupId, groupId)}`);
  }
}
