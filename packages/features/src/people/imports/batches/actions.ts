import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context, House } from '../../../context.ts';
import { note } from '../../../journal.ts';
import type { Subject } from '../../../subject.ts';
import { personFields } from '../../fields/tables.ts';
import { lockSuppressions } from '../../suppressions.ts';
import { fieldIdOf } from '../columns.ts';
import { ordersOf } from '../dates.ts';
import { nothingFound } from '../findings.ts';
import { filePartsOf } from '../queries.ts';
import { readPeople, type FileReading } from '../reading.ts';
import type { Parts } from '../spreadsheet.ts';
import { importFiles, imports, importSheets } from '../tables.ts';
import { bringIn } from './bringing.ts';
import { underOwners, type Incoming } from '../owners.ts';
import { mergeRepeats } from './repeats.ts';
import { takeBack } from './taking-back.ts';

type Import = typeof imports.$inferSelect;
/** A stretch of a file: whom it names, and how many rows of the file lie before it and up to its end. */
type Batch = { people: Omit<Incoming, 'owner'>[]; from: number; upTo: number };
const BATCH = 2_000;

/**
 * Brings an approved file into the group's people, 2,000 at a time in a transaction that also moves the mark
 * `doneCount`: a worker that takes over from a killed one goes on there, and no row is counted twice.
 */
export async function applyImport(ctx: Context, importId: string): Promise<void> {
  const plan = await importIn(ctx, importId, 'asked');
  if (!plan) return;
  // Looked at by a version of before, it says nothing of dates.
  const { dates } = { ...nothingFound(), ...plan.findings };
  const dateOrders = ordersOf(dates, plan.dateOrder);
  const reading = { ...plan, fields: await filledFields(ctx, plan), dateOrders };
  for await (const batch of readAhead(batchesOf(reading, filePartsOf(ctx, importId)))) {
    await ctx.change((tx) => applyBatch(tx, ctx, { plan, batch }));
  }
  await ctx.change(async (tx) => {
    const [done] = await tx
      .update(imports)
      .set({
        state: 'done',
        finishedAt: new Date(),
        sample: [],
        findings: sql`findings || '{"unclear": [], "odd": [], "dates": []}'`,
      })
      .where(and(eq(imports.id, importId), eq(imports.state, 'asked')))
      .returning({ addedCount: imports.addedCount, knownCount: imports.knownCount });
    if (!done) return;
    await tx.delete(importFiles).where(eq(importFiles.importId, importId));
    await tx.delete(importSheets).where(eq(importSheets.importId, importId));
    note(tx, plan.startedBy, 'people.imported', plan, done);
  });
}

/**
 * Takes back everyone an import added, except those who have since done something themselves, and every answer that
 * rests on it: its yeses go, and so do its noes, where the yes they took the place of is back. What it filled in goes, unless somebody wrote it anew. Tags that it gave to people who were known before stay.
 */
export async function undoImport(ctx: Context, subjects: Subject[], importId: string): Promise<void> {
  const plan = await importIn(ctx, importId, 'undo-asked');
  if (!plan) return;
  while (await ctx.change((tx) => takeBack(tx, subjects, { importId, most: BATCH })));
  await ctx.change(async (tx) => {
    const [undone] = await tx
      .update(imports)
      .set({ state: 'undone', finishedAt: new Date() })
      .where(and(eq(imports.id, importId), eq(imports.state, 'undo-asked')))
      .returning({ removedCount: imports.removedCount });
    if (undone) note(tx, plan.startedBy, 'people.import-undone', plan, undone);
  });
}

/** The fields that a list fills in, as they are by now. */
async function filledFields({ db }: Context, { groupId, columns }: Import) {
  const ids = columns.flatMap((column) => fieldIdOf(column) ?? []);
  const fields = await db
    .select({ id: personFields.id, kind: personFields.kind, choices: personFields.choices })
    .from(personFields)
    .where(and(eq(personFields.groupId, groupId), inArray(personFields.id, ids)));
  return new Map(fields.map((field) => [field.id, field]));
}

async function importIn({ db }: Context, importId: string, state: Import['state']) {
  const [plan] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.state, state)));
  return plan;
}

/** What is left of a file, in batches whose borders are the same whoever cuts them. The last reaches the file's end. */
async function* batchesOf(
  { doneCount, ...plan }: Import & FileReading,
  parts: Parts,
): AsyncGenerator<Batch, void> {
  let batch: Batch = { people: [], from: doneCount, upTo: 0 };
  for await (const rows of readPeople(parts, plan)) {
    for (const row of rows) {
      batch.upTo += 1;
      if (batch.upTo <= doneCount || 'refusal' in row) continue;
      batch.people.push({ ...row.person, isRepeat: row.isRepeat });
      if (batch.people.length < BATCH) continue;
      yield batch;
      batch = { people: [], from: batch.upTo, upTo: batch.upTo };
    }
  }
  if (batch.upTo > batch.from) yield batch;
}

/** Reads the next while the one before is brought in: one is this process's work, the other the database's. */
async function* readAhead<T>(all: AsyncGenerator<T, void>): AsyncGenerator<T> {
  try {
    for (let coming = all.next(); ;) {
      const next = await coming;
      if (next.done) return;
      coming = all.next();
      // If it fails, that is met when it is its turn.
      coming.catch(() => undefined);
      yield next.value;
    }
  } finally {
    await all.return(undefined);
  }
}

/** Leaves a batch alone that another worker has applied meanwhile. */
async function applyBatch(tx: Transaction, house: House, { plan, batch }: { plan: Import; batch: Batch }) {
  const [mark] = await tx
    .select({ doneCount: imports.doneCount })
    .from(imports)
    .where(eq(imports.id, plan.id))
    .for('update');
  if (mark?.doneCount !== batch.from) return;
  await lockSuppressions(tx, plan.groupId);
  const incoming = mergeRepeats(await underOwners(tx, plan.groupId, batch.people));
  const { added, known } = await bringIn(tx, house, { plan, incoming });
  await tx
    .update(imports)
    .set({
      doneCount: batch.upTo,
      addedCount: sql`${imports.addedCount} + ${added}`,
      knownCount: sql`${imports.knownCount} + ${known}`,
    })
    .where(eq(imports.id, plan.id));
}
