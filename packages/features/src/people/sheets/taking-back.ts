import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Subject } from '../../subject.ts';
import { importedPeople } from '../imports/tables.ts';
import { consents, people, personAddresses, personHistory } from '../tables.ts';
import { isTied } from '../ties/queries.ts';
import { sheetRows } from './tables.ts';

type Taken = { sheetId: string; rowId?: string };
type Brought = { rowIds: string[]; personIds: string[]; newIds: string[] };

/**
 * Takes back what the lines of a sheet brought, or one of them: answers that rest on it, numbers, postcodes, and those whom it added
 * and who have done nothing since. Who was known before stays. Says how many lines, and how many people are gone.
 */
export async function takeRowsBack(tx: Transaction, subjects: Subject[], { sheetId, rowId }: Taken) {
  const rows = await tx
    .select({ id: sheetRows.id, personId: sheetRows.personId, isNew: sheetRows.isNew })
    .from(sheetRows)
    .where(and(eq(sheetRows.sheetId, sheetId), rowId ? eq(sheetRows.id, rowId) : undefined));
  if (rows.length === 0) return { count: 0, removedCount: 0 };
  const brought: Brought = {
    rowIds: rows.map(({ id }) => id),
    personIds: rows.map(({ personId }) => personId),
    newIds: rows.filter(({ isNew }) => isNew).map(({ personId }) => personId),
  };
  // Whoever acts from here on waits, and whoever has acted is seen by the next statement.
  await tx.execute(
    sql`select from ${people} where id = any(${sql.param(brought.personIds)}::uuid[]) order by id for update`,
  );
  await takeAnswersBack(tx, sheetId, brought);
  await tx.execute(sql`update ${people} set phone = null from ${sheetRows} line
    where line.id = any(${sql.param(brought.rowIds)}::uuid[]) and line.person_id = people.id
      and line.brought_phone = people.phone`);
  await tx.execute(sql`delete from ${personAddresses} where (street, city, region, country) is null
    and (person_id, postcode) in (select line.person_id, line.brought_postcode from ${sheetRows} line
      where line.id = any(${sql.param(brought.rowIds)}::uuid[]))`);
  await tx.execute(sql`delete from ${personHistory}
    where subject_id = ${sheetId} and person_id = any(${sql.param(brought.personIds)}::uuid[])`);
  await tx.execute(sql`delete from ${sheetRows} where id = any(${sql.param(brought.rowIds)}::uuid[])`);
  return { count: rows.length, removedCount: await forgetUntouched(tx, subjects, brought.newIds) };
}

/** A yes that rests on the sheet goes, or gives its place back to the no that was there. */
async function takeAnswersBack(tx: Transaction, sheetId: string, { rowIds }: Brought): Promise<void> {
  const given = sql`(select line.person_id, answer ->> 'way' as way, nullif(answer -> 'before', 'null') as before
    from ${sheetRows} line cross join jsonb_array_elements(line.answers) answer
    where line.id = any(${sql.param(rowIds)}::uuid[]) and answer ->> 'outcome' = 'given') brought`;
  const isOurs = sql`consents.person_id = brought.person_id and consents.way = brought.way
    and consents.purpose = 'updates' and consents.how = 'sheet' and consents.subject_id = ${sheetId}`;
  await tx.execute(sql`update ${consents} set given = brought.before ->> 'given', how = brought.before ->> 'how',
      manner = brought.before ->> 'manner', words = brought.before ->> 'words',
      subject_id = (brought.before ->> 'subjectId')::uuid, at = (brought.before ->> 'at')::timestamptz
    from ${given} where ${isOurs} and brought.before is not null`);
  await tx.execute(sql`delete from ${consents} using ${given} where ${isOurs}`);
}

/** Of those whom it added, whoever did something, was noted, tagged or brought by something else since, stays. */
async function forgetUntouched(tx: Transaction, subjects: Subject[], ids: string[]): Promise<number> {
  const gone = await tx.execute(sql`
    delete from ${people} where id = any(${sql.param(ids)}::uuid[])
      and account_id is null and tags = '{}' and not ${isTied(subjects)}
      and not exists (select from ${personHistory} where person_id = people.id)
      and not exists (select from ${consents} where person_id = people.id and how <> 'earlier')
      and not exists (select from ${importedPeople} where person_id = people.id)`);
  return gone.rowCount ?? 0;
}
