import { journal } from '@groundwork/database/journal/tables';
import { sql } from 'drizzle-orm';
import { inSql } from '../../journal.ts';
import { sheetRows, sheets } from '../../people/sheets/tables.ts';
import { people } from '../../people/tables.ts';
import { signatureShares } from '../shares/tables.ts';
import { signatures } from '../signatures/tables.ts';

const taken = sql`${journal} taken`;
const isTaken = sql`taken.kind = ${inSql('campaigns.names-taken')}`;

/**
 * On how many days the names of a campaign were taken out with somebody's among them, by the group whose person they are, within a query over `people`. A name was
 * in it if it stood then; in a book of shown names, if it may be shown.
 */
export const daysAmongNames = sql<number>`(select count(distinct (named.at at time zone 'UTC')::date) from (
  select taken.at from ${signatures} own join ${taken} on taken.subject_id = own.campaign_id and ${isTaken}
  where own.person_id = ${people}.id and own.confirmed_at <= taken.at
    and (own.withdrawn_at is null or own.withdrawn_at > taken.at)
    and own.group_id = taken.group_id
    and (taken.data->>'whose' = 'all' or taken.data->>'whose' = 'shown' and own.show_name and own.hidden_at is null)
  union all
  select taken.at from ${signatureShares} share join ${signatures} own on own.id = share.signature_id
  join ${taken} on taken.subject_id = own.campaign_id and ${isTaken} and taken.data->>'whose' = 'drawn'
  where share.person_id = ${people}.id and share.draw_id is not null and share.group_id = taken.group_id and share.given_at <= taken.at
  union all
  select taken.at from ${sheetRows} line join ${sheets} sheet on sheet.id = line.sheet_id
  join ${taken} on taken.subject_id = sheet.about_id and ${isTaken} and taken.data->>'whose' = 'all'
  where line.person_id = ${people}.id and sheet.signs and sheet.group_id = taken.group_id and line.at <= taken.at
    and (sheet.taken_back_at is null or sheet.taken_back_at > taken.at)) named)::int`;
