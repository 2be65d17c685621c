import type { Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { sheetRows, sheets } from '../../people/sheets/tables.ts';
import { signatures } from './tables.ts';

type Signed = { id: string; groupId: string };

/**
 * Those who signed a campaign on paper that its own group typed in, each once, with the first day on which they did: `person_id`,
 * `day`. Whoever signed on the site too is counted there.
 */
export function paperSigners({ id, groupId }: Signed): SQL {
  return sql`(select line.person_id, min(sheet.day) as day
    from ${sheets} sheet join ${sheetRows} line on line.sheet_id = sheet.id
    where sheet.group_id = ${groupId} and sheet.signs and sheet.about_id = ${id} and sheet.taken_back_at is null
      and not exists (select from ${signatures} own
        where own.campaign_id = ${id} and own.person_id = line.person_id and own.stands)
    group by line.person_id)`;
}

export async function countPaperSigners({ db }: { db: Queryable }, campaign: Signed): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${paperSigners(campaign)} paper`,
  );
  return rows[0]?.count ?? 0;
}
