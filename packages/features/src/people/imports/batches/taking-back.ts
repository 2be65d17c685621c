import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Subject } from '../../../subject.ts';
import { personExternalIds } from '../../external-ids/tables.ts';
import { fieldValues } from '../../fields/tables.ts';
import { consents, contactPoints, people, personHistory } from '../../tables.ts';
import { BY_HAND } from '../../ways.ts';
import { isTied } from '../../ties/queries.ts';
import { takeBackAttendances } from './attendances.ts';
import { takeBackGiven } from './given.ts';
import { importedPeople, imports, overruledConsents } from '../tables.ts';

/** Undoes an import for up to `most` people; false when nobody was left. */
export async function takeBack(
  tx: Transaction,
  subjects: Subject[],
  { importId, most }: { importId: string; most: number },
): Promise<boolean> {
  const batch = await tx
    .select({ id: importedPeople.personId })
    .from(importedPeople)
    .where(eq(importedPeople.importId, importId))
    .orderBy(importedPeople.personId)
    .limit(most)
    .for('update');
  const ids = batch.map(({ id }) => id);
  if (ids.length === 0) return false;
  // Whoever acts from here on waits, and whoever has acted is seen by the next statement.
  await tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.id)
    .for('update');
  const removed = await tx.execute(sql`
    delete from ${people} using ${importedPeople} added
    where added.import_id = ${importId} and added.is_new and added.person_id = people.id and people.id = any(${sql.param(ids)})
      and not ${isTied(subjects)} and not people.do_not_contact
      and not exists (select from ${contactPoints} point where point.person_id = people.id
        and (point.source = ${BY_HAND.how} or point.proven_at is not null))
      and not exists (select from ${consents} said where said.person_id = people.id and said.how = ${BY_HAND.how})
      and not exists (select from ${personHistory} did where did.person_id = people.id
        and (did.kind not in ('imported', 'unsubscribed', 'came-elsewhere') or did.subject_id is distinct from ${importId}))`);
  await takeBackAnswers(tx, importId, ids);
  await tx
    .delete(fieldValues)
    .where(and(eq(fieldValues.importId, importId), inArray(fieldValues.personId, ids)));
  await takeBackPoints(tx, importId, ids);
  await takeBackGiven(tx, { importId, ids });
  await takeBackAttendances(tx, { importId, ids });
  const rested = sql`subject_id = ${importId} and person_id = any(${sql.param(ids)})`;
  await tx.execute(
    sql`delete from ${personHistory} where kind in ('imported', 'unsubscribed') and ${rested}`,
  );
  await tx.execute(
    sql`delete from ${importedPeople} where import_id = ${importId} and person_id = any(${sql.param(ids)})`,
  );
  const removedCount = sql`${imports.removedCount} + ${removed.rowCount ?? 0}`;
  await tx.update(imports).set({ removedCount }).where(eq(imports.id, importId));
  return true;
}

/**
 * Every further email, phone and number of another tool that came with the import goes, but for what somebody proved since.
 * What another import brought as well rests on that one from now on. So does what was the first one for somebody who had
 * none, where nothing further of theirs would be left without a first.
 */
async function takeBackPoints(tx: Transaction, importId: string, ids: string[]) {
  const ofThese = sql`person_id = any(${sql.param(ids)})`;
  const other = (named: SQL) => sql`select other.import_id from ${importedPeople} other
    where other.person_id = standing.person_id and other.import_id <> ${importId} and ${named} = any(other.points)
    order by other.import_id limit 1`;
  const value = sql`standing.value`;
  const ofTool = sql`standing.tool || ':' || standing.value`;
  await tx.execute(sql`update ${contactPoints} standing set source_id = (${other(value)})
    where source = 'import' and source_id = ${importId} and ${ofThese} and exists (${other(value)})`);
  await tx.execute(sql`update ${personExternalIds} standing set import_id = (${other(ofTool)})
    where import_id = ${importId} and ${ofThese} and exists (${other(ofTool)})`);
  await tx.execute(sql`delete from ${contactPoints}
    where source = 'import' and source_id = ${importId} and proven_at is null and ${ofThese}`);
  await tx.execute(sql`delete from ${personExternalIds} where import_id = ${importId} and ${ofThese}`);
  for (const kind of ['email', 'phone'] as const)
    await tx.execute(sql`
      update ${people} set ${sql.identifier(kind)} = null from ${importedPeople} came
      where came.import_id = ${importId} and came.person_id = people.id and not came.is_new
        and people.${sql.identifier(kind)} = any(came.filled) and people.id = any(${sql.param(ids)})
        and people.id not in (select point.person_id from ${contactPoints} point where point.person_id = any(${sql.param(ids)}) and point.kind = ${kind})
        and not exists (select from ${importedPeople} other where other.person_id = people.id
          and other.import_id <> ${importId} and people.${sql.identifier(kind)} = any(other.points))`);
}

/**
 * Every answer that rests on the import goes, and a yes whose place its no took is back. But a no that another import
 * brought as well rests on that one from now on.
 */
async function takeBackAnswers(tx: Transaction, importId: string, ids: string[]) {
  const ofThese = sql`person_id = any(${sql.param(ids)})`;
  const other = sql`select other.import_id from ${importedPeople} other
    where other.person_id = standing.person_id and other.import_id <> ${importId}
      and standing.way || '/' || standing.purpose = any(other.noes) order by other.import_id limit 1`;
  await tx.execute(sql`
    with moved as (
      update ${consents} standing set subject_id = (${other})
      where given = 'no' and how = 'import' and subject_id = ${importId} and ${ofThese} and exists (${other})
      returning person_id, way, purpose, subject_id
    )
    update ${overruledConsents} yes set import_id = moved.subject_id from moved
    where yes.import_id = ${importId} and yes.person_id = moved.person_id and yes.way = moved.way and yes.purpose = moved.purpose`);
  await tx.execute(sql`
    update ${consents} standing set given = 'yes', how = yes.how, manner = yes.manner, words = yes.words, subject_id = yes.subject_id, at = yes.at
    from ${overruledConsents} yes
    where yes.import_id = ${importId} and yes.person_id = standing.person_id and yes.way = standing.way
      and yes.purpose = standing.purpose and standing.how = 'import' and standing.subject_id = ${importId}
      and standing.person_id = any(${sql.param(ids)})`);
  await tx.execute(
    sql`delete from ${consents} where how = 'import' and subject_id = ${importId} and ${ofThese}`,
  );
  await tx.execute(sql`delete from ${overruledConsents}
    where ${ofThese} and (import_id = ${importId} or (how = 'import' and subject_id = ${importId}))`);
}
