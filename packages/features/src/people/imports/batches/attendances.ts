import type { Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { personHistory } from '../../tables.ts';
import type { ListedAttendance } from '../incoming.ts';
import { importedPeople, type imports } from '../tables.ts';
import { BETWEEN_BROUGHT } from './given.ts';

type Import = Pick<typeof imports.$inferSelect, 'id' | 'groupId' | 'fileName' | 'columns'>;

/** Attendances as a list that is taken back knows them, beside tags: `came:2021-11-27T08:00:00.000Z Assembly`. */
export function attendanceKeys(attendances: ListedAttendance[], { fileName }: Pick<Import, 'fileName'>) {
  const keys = attendances.map(
    ({ at, title }) => `came:${at?.toISOString() ?? ''} ${title ?? nameOfList(fileName)}`,
  );
  return [...new Set(keys)];
}

/** What a file is called, without its ending and the number that a browser gives to a second copy. */
function nameOfList(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/\(\d{1,3}\)$/, '')
    .trim();
  return bare || fileName;
}

/** Writes into the history of each person of the statement's `matched` what they came to, once, whichever list said so first. */
export function attendIn({ id, groupId, columns }: Import): SQL {
  if (!columns.includes('came')) return sql`select`;
  return sql`insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label, at)
    select gen_random_uuid(), ${groupId}::uuid, person_id, 'came-elsewhere', ${id}::uuid, label, coalesce(came_at, now())
      from (select distinct person_id, ${labelOf()} as label, ${momentOf()} as came_at
        from matched cross join unnest(string_to_array(brings, ${BETWEEN_BROUGHT})) one where one like 'came:%') said
      where not exists (select from ${personHistory} known where known.person_id = said.person_id
        and known.kind = 'came-elsewhere' and known.label = said.label
        and (said.came_at is null or known.at = said.came_at))`;
}

type Batch = { importId: string; ids: string[] };
/** Takes back the lines that came with an import. One that another import brings as well rests on that one from now on. */
export async function takeBackAttendances(tx: Transaction, { importId, ids }: Batch): Promise<void> {
  const rested = sql`line.kind = 'came-elsewhere' and line.subject_id = ${importId}
    and line.person_id = any(${sql.param(ids)}::uuid[])`;
  const other = sql`select other.import_id from ${importedPeople} other cross join unnest(other.brings) one
    where other.person_id = line.person_id and other.import_id <> ${importId} and one like 'came:%'
      and ${labelOf()} = line.label and (${momentOf()} is null or ${momentOf()} = line.at)
    order by other.import_id limit 1`;
  await tx.execute(
    sql`update ${personHistory} line set subject_id = (${other}) where ${rested} and exists (${other})`,
  );
  await tx.execute(sql`delete from ${personHistory} line where ${rested}`);
}

function labelOf(): SQL {
  return sql`substr(one, strpos(one, ' ') + 1)`;
}

function momentOf(): SQL {
  return sql`nullif(split_part(substr(one, 6), ' ', 1), '')::timestamptz`;
}
