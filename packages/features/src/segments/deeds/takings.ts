import { journal } from '@groundwork/database/journal/tables';
import { sql } from 'drizzle-orm';
import { inSql } from '../../journal.ts';
import { people } from '../../people/tables.ts';
import { deedPeople } from './tables.ts';

/**
 * On how many days somebody was in a file of those found that was taken out, within a query over `people`. Whom a deed is about
 * is kept for 30 days anyway, so making a file writes nothing for it.
 */
export const daysInFiles = sql<number>`(
  select count(distinct (taken.at at time zone 'UTC')::date) from ${deedPeople} held
  join ${journal} taken on taken.subject_id = held.deed_id
    and taken.kind in (${inSql('segments.found-exported', 'segments.file-downloaded')})
  where held.person_id = ${people}.id)::int`;
