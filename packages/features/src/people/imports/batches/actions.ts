import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { consents, people, personHistory } from '../../tables.ts';
import type { IncomingPerson } from '../columns.ts';
import { filePartsOf } from '../queries.ts';
import { readPeople } from '../reading.ts';
import type { Parts } from '../spreadsheet.ts';
import { importedPeople, importFiles, imports } from '../tables.ts';

type Import = typeof imports.$inferSelect;
/** A stretch of a file: whom it names, and how many rows of the file lie before it and up to its end. */
type Batch = { people: IncomingPerson[]; from: number; upTo: number };
const BATCH = 2_000;

/**
 * Brings an approved file into the group's people, 2,000 at a time in a transaction that also moves the mark
 * `doneCount`: a worker that takes over from a killed one goes on there, and no row is counted twice.
 */
export async function applyImport(ctx: Context, importId: string): Promise<void> {
  const plan = await importIn(ctx, importId, 'asked');
  if (!plan) return;
  for await (const batch of batchesOf(plan, filePartsOf(ctx, importId))) {
    await ctx.change((tx) => applyBatch(tx, plan, batch));
  }
  await ctx.change(async (tx) => {
    const [done] = await tx
      .update(imports)
      .set({ state: 'done', finishedAt: new Date() })
      .where(and(eq(imports.id, importId), eq(imports.state, 'asked')))
      .returning({ addedCount: imports.addedCount, knownCount: imports.knownCount });
    if (!done) return;
    await tx.delete(importFiles).where(eq(importFiles.importId, importId));
    await record(tx, { kind: 'people.imported', ...causeOf(plan), data: done });
  });
}

/**
 * Takes back everyone an import added, except those who have since done something themselves, and every consent that
 * rests on it. Tags and phone numbers that it gave to people who were known before stay.
 */
export async function undoImport(ctx: Context, importId: string): Promise<void> {
  const plan = await importIn(ctx, importId, 'undo-asked');
  if (!plan) return;
  while (await ctx.change((tx) => removeBatch(tx, importId)));
  await ctx.change(async (tx) => {
    const [undone] = await tx
      .update(imports)
      .set({ state: 'undone', finishedAt: new Date() })
      .where(and(eq(imports.id, importId), eq(imports.state, 'undo-asked')))
      .returning({ removedCount: imports.removedCount });
    if (undone) await record(tx, { kind: 'people.import-undone', ...causeOf(plan), data: undone });
  });
}

async function importIn({ db }: Context, importId: string, state: Import['state']) {
  const [plan] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.state, state)));
  return plan;
}

function causeOf({ id, groupId, startedBy }: Import) {
  return { groupId, actorId: startedBy, subjectId: id };
}

/** What is left of a file, in batches whose borders are the same whoever cuts them. The last reaches the file's end. */
async function* batchesOf({ doneCount, ...plan }: Import, parts: Parts): AsyncGenerator<Batch> {
  let batch: Batch = { people: [], from: doneCount, upTo: 0 };
  for await (const rows of readPeople(parts, plan)) {
    for (const row of rows) {
      batch.upTo += 1;
      if (batch.upTo <= doneCount || 'refusal' in row) continue;
      batch.people.push(row.person);
      if (batch.people.length < BATCH) continue;
      yield batch;
      batch = { people: [], from: batch.upTo, upTo: batch.upTo };
    }
  }
  if (batch.upTo > batch.from) yield batch;
}

/** Leaves a batch alone that another worker has applied meanwhile. */
async function applyBatch(tx: Transaction, plan: Import, batch: Batch) {
  const [mark] = await tx
    .select({ doneCount: imports.doneCount })
    .from(imports)
    .where(eq(imports.id, plan.id))
    .for('update');
  if (mark?.doneCount !== batch.from) return;
  const { added, known } = await bringIn(tx, plan, batch.people);
  await tx
    .update(imports)
    .set({
      doneCount: batch.upTo,
      addedCount: sql`${imports.addedCount} + ${added}`,
      knownCount: sql`${imports.knownCount} + ${known}`,
    })
    .where(eq(imports.id, plan.id));
}

/** One statement for all: people, history, consent and the record for undo. Sorted, so that two imports never cross. */
async function bringIn(
  tx: Transaction,
  { id, groupId, fileName, consent }: Import,
  incoming: IncomingPerson[],
) {
  const column = (cell: (person: IncomingPerson) => string | null) => sql.param(incoming.map(cell));
  const counted = await tx.execute<{ added: number; known: number }>(sql`
    with incoming as (
      select * from unnest(${column(newId)}::uuid[], ${column(newId)}::uuid[], ${column(({ email }) => email)}::text[],
        ${column(({ name }) => name)}::text[], ${column(({ phone }) => phone)}::text[],
        ${column(({ language }) => language)}::text[], ${column(({ tags }) => tags.join(','))}::text[])
        as row(id, history_id, email, name, phone, language, tags)
    ), kept as (
      insert into ${people} (id, group_id, email, name, phone, language, tags, source, source_id)
      select id, ${groupId}::uuid, email, name, phone, language, string_to_array(tags, ','), 'import', ${id}::uuid
        from incoming order by email
      on conflict (group_id, email) do update set
        phone = coalesce(people.phone, excluded.phone),
        tags = array(select distinct unnest(people.tags || excluded.tags) order by 1)
      returning id, email
    ), matched as (
      select kept.id, incoming.history_id, kept.id = incoming.id as is_new from kept join incoming using (email)
    ), noted as (
      insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label)
      select history_id, ${groupId}::uuid, id, 'imported', ${id}::uuid, ${fileName}::text from matched
    ), remembered as (
      insert into ${importedPeople} (import_id, person_id, is_new) select ${id}::uuid, id, is_new from matched
    ), agreed as (
      insert into ${consents} (group_id, person_id, way, purpose, given, how, subject_id)
      select ${groupId}::uuid, id, 'email', 'updates', 'yes', 'import', ${id}::uuid from matched where ${consent} = 'email'
      on conflict do nothing
    )
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as known from matched`);
  return counted.rows[0] ?? { added: 0, known: 0 };
}

/** Undoes an import for up to 2,000 people; false when nobody was left. */
async function removeBatch(tx: Transaction, importId: string): Promise<boolean> {
  const batch = await tx
    .select({ id: importedPeople.personId })
    .from(importedPeople)
    .where(eq(importedPeople.importId, importId))
    .orderBy(importedPeople.personId)
    .limit(BATCH)
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
      and not exists (select from ${personHistory} did where did.person_id = people.id
        and (did.kind <> 'imported' or did.subject_id is distinct from ${importId}))`);
  const rested = sql`subject_id = ${importId} and person_id = any(${sql.param(ids)})`;
  await tx.execute(sql`delete from ${consents} where how = 'import' and ${rested}`);
  await tx.execute(sql`delete from ${personHistory} where kind = 'imported' and ${rested}`);
  await tx.execute(
    sql`delete from ${importedPeople} where import_id = ${importId} and person_id = any(${sql.param(ids)})`,
  );
  const removedCount = sql`${imports.removedCount} + ${removed.rowCount ?? 0}`;
  await tx.update(imports).set({ removedCount }).where(eq(imports.id, importId));
  return true;
}
