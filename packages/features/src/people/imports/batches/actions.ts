import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { consents, people, personHistory } from '../../tables.ts';
import { readPerson, type IncomingPerson } from '../columns.ts';
import { readRows } from '../spreadsheet.ts';
import { importedPeople, importFiles, imports } from '../tables.ts';

type Import = typeof imports.$inferSelect;
type Batch = { people: IncomingPerson[]; upTo: number };
const BATCH = 2_000;

/**
 * Brings an approved file into the group's people, 2,000 rows a transaction. Each transaction also moves the mark
 * `doneCount`, so a worker that takes over from a killed one goes on there and no row is counted twice.
 */
export async function applyImport(ctx: Context, importId: string): Promise<void> {
  const [plan] = await ctx.db.select().from(imports).where(eq(imports.id, importId));
  const [file] = await ctx.db.select({ bytes: importFiles.bytes }).from(importFiles).where(eq(importFiles.importId, importId));
  if (plan?.state !== 'asked' || !file) return;
  for await (const batch of batchesOf(plan, file.bytes)) {
    await ctx.change((tx) => applyBatch(tx, plan, batch));
  }
  await ctx.change(async (tx) => {
    const [done] = await tx
      .update(imports)
      .set({ state: 'done', finishedAt: new Date(), doneCount: plan.totalCount })
      .where(sql`${imports.id} = ${importId} and ${imports.state} = 'asked'`)
      .returning({ addedCount: imports.addedCount });
    if (!done) return;
    await tx.delete(importFiles).where(eq(importFiles.importId, importId));
    await record(tx, { kind: 'people.imported', groupId: plan.groupId, actorId: plan.startedBy, subjectId: importId, data: done });
  });
}

/** Takes back everyone an import added, except those who have since done something themselves. */
export async function undoImport(ctx: Context, importId: string): Promise<void> {
  const [plan] = await ctx.db.select().from(imports).where(eq(imports.id, importId));
  if (plan?.state !== 'undo-asked') return;
  let removed = 0;
  do removed = await ctx.change((tx) => removeBatch(tx, importId));
  while (removed > 0);
  await ctx.change(async (tx) => {
    await tx.update(imports).set({ state: 'undone', finishedAt: new Date() }).where(eq(imports.id, importId));
    await record(tx, { kind: 'people.import-undone', groupId: plan.groupId, actorId: plan.startedBy, subjectId: importId });
  });
}

/** The people of a file in stretches, from where the last one ended; an address that comes twice is taken once. */
async function* batchesOf({ mapping, doneCount, ...plan }: Import, bytes: Buffer): AsyncGenerator<Batch> {
  const seen = new Set<string>();
  let batch: IncomingPerson[] = [];
  let row = -1;
  for await (const cells of readRows(bytes, plan)) {
    row += 1;
    if (row === 0) continue;
    const person = readPerson(cells, mapping, 'en');
    if ('code' in person || seen.has(person.email)) continue;
    seen.add(person.email);
    if (row <= doneCount) continue;
    batch.push(person);
    if (batch.length < BATCH) continue;
    yield { people: batch, upTo: row };
    batch = [];
  }
  if (batch.length > 0) yield { people: batch, upTo: row };
}

/** One statement for the whole batch: people, history, consent and the record for undo. */
async function applyBatch(tx: Transaction, plan: Import, batch: Batch) {
  const [locked] = await tx.select({ doneCount: imports.doneCount }).from(imports).where(eq(imports.id, plan.id)).for('update');
  if (!locked || locked.doneCount >= batch.upTo) return;
  const counted = await tx.execute<{ added: number; known: number }>(sql`
    with incoming as (
      select * from unnest(${ids(batch)}::uuid[], ${ids(batch)}::uuid[], ${column(batch, 'email')}::text[], ${column(batch, 'name')}::text[],
        ${column(batch, 'phone')}::text[], ${column(batch, 'language')}::text[], ${tagsOf(batch)}::text[])
        as row(id, history_id, email, name, phone, language, tags)
    ), kept as (
      insert into ${people} (id, group_id, email, name, phone, language, tags, source, source_id)
      select id, ${plan.groupId}::uuid, email, name, phone, language, string_to_array(tags, ','), 'import', ${plan.id}::uuid from incoming
      on conflict (group_id, email) do update set
        phone = coalesce(people.phone, excluded.phone),
        tags = array(select distinct unnest(people.tags || excluded.tags) order by 1)
      returning id, email
    ), matched as (
      select kept.id, incoming.history_id, kept.id = incoming.id as is_new from kept join incoming using (email)
    ), noted as (
      insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label)
      select history_id, ${plan.groupId}::uuid, id, 'imported', ${plan.id}::uuid, ${plan.fileName}::text from matched
    ), remembered as (
      insert into ${importedPeople} (import_id, person_id) select ${plan.id}::uuid, id from matched where is_new
    ), agreed as (
      insert into ${consents} (group_id, person_id, way, purpose, given, how, subject_id)
      select ${plan.groupId}::uuid, id, 'email', 'updates', 'yes', 'import', ${plan.id}::uuid from matched where ${plan.consent} = 'email'
      on conflict do nothing
    )
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as known from matched`);
  const { added = 0, known = 0 } = counted.rows[0] ?? {};
  await tx
    .update(imports)
    .set({
      doneCount: batch.upTo,
      addedCount: sql`${imports.addedCount} + ${added}`,
      knownCount: sql`${imports.knownCount} + ${known}`,
    })
    .where(eq(imports.id, plan.id));
}

async function removeBatch(tx: Transaction, importId: string): Promise<number> {
  const removed = await tx.execute(sql`
    with batch as (
      select person_id from ${importedPeople} where import_id = ${importId}::uuid limit ${BATCH} for update
    ), untouched as (
      delete from ${people} where id in (
        select person_id from batch where not exists (
          select from ${personHistory} did where did.person_id = batch.person_id and did.kind not in ('imported', 'subscribed')
        )
      )
    )
    delete from ${importedPeople} where import_id = ${importId}::uuid and person_id in (select person_id from batch)`);
  return removed.rowCount ?? 0;
}

const ids = (batch: Batch) => sql.param(batch.people.map(() => newId()));
const tagsOf = (batch: Batch) => sql.param(batch.people.map(({ tags }) => tags.join(',')));
function column(batch: Batch, name: 'email' | 'name' | 'phone' | 'language') {
  return sql.param(batch.people.map((person) => person[name]));
}
