import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { cleanHeader, guessMapping, type RowRefusal } from './columns.ts';
import type { ImportPlan } from './contract.ts';
import { filePartsOf, findImport } from './queries.ts';
import { readPeople, type Reading } from './reading.ts';
import { guessSpelling, readFirstRows, Unreadable, type Parts } from './spreadsheet.ts';
import { importFiles, importRefusals, imports } from './tables.ts';

const MOST_ROWS = 100_000;
/** Bytes of a file that are kept in one row. */
const PART = 1_048_576;
/** Refused rows that are kept to be shown: enough to see what is wrong with a file. */
const KEPT_REFUSALS = 1_000;

/** Takes a file in, guesses how it is written and which column is what; nothing reaches the people yet. */
export async function startImport(
  ctx: Context,
  slug: string,
  { fileName, bytes }: { fileName: string; bytes: Buffer },
) {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'bringIn', group);
  const { language } = ctx;
  const plan = await readable(async () => {
    const spelling = guessSpelling(bytes, language);
    const headers = await headersOf(bytes, spelling);
    const reading = { ...spelling, mapping: guessMapping(headers), language };
    return { ...reading, headers, looked: await lookThrough([bytes], reading) };
  });
  const { looked, ...kept } = plan;
  const id = newId();
  await ctx.change(async (tx) => {
    const megabytes = Math.ceil(bytes.length / 1_048_576);
    await spendQuota(ctx, tx, { imports: 1, 'imported-megabytes': megabytes }, group.id);
    const { totalCount, refusedCount } = looked;
    const row = { ...kept, totalCount, refusedCount, fileName: cleanHeader(fileName) || 'list.csv' };
    await tx.insert(imports).values({ ...row, id, groupId: group.id, startedBy: ctx.viewer.id });
    await keepFile(tx, id, bytes);
    await keepRefusals(tx, id, looked.refusals);
  });
  return findImport(ctx, slug, id);
}

/** Corrects how the file is read; still nothing reaches the people. */
export async function planImport(ctx: Context, slug: string, importId: string, plan: ImportPlan) {
  const { group, state } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (state !== 'preview') throw new Conflict('people.import-applied');
  const { headers, looked } = await readable(async () => ({
    headers: await headersOf(await firstOf(filePartsOf(ctx, importId)), plan),
    looked: await lookThrough(filePartsOf(ctx, importId), { ...plan, language: ctx.language }),
  }));
  await ctx.change(async (tx) => {
    const { totalCount, refusedCount } = looked;
    const changed = await tx
      .update(imports)
      .set({ ...plan, mapping: { ...plan.mapping }, headers, totalCount, refusedCount })
      .where(and(eq(imports.id, importId), eq(imports.state, 'preview')))
      .returning({ id: imports.id });
    if (changed.length === 0) throw new Conflict('people.import-applied');
    await tx.delete(importRefusals).where(eq(importRefusals.importId, importId));
    await keepRefusals(tx, importId, looked.refusals);
  });
  return findImport(ctx, slug, importId);
}

/** Asks the worker to apply an import; accepted is durable. */
export async function approveImport(ctx: Context, slug: string, importId: string) {
  const { group, mapping } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (mapping.email === undefined)
    throw new Invalid([{ name: 'mapping.email', code: 'people.email-column-needed' }]);
  await ctx.change((tx) => moveOn(ctx, tx, { importId, groupId: group.id, from: 'preview', to: 'asked' }));
  return findImport(ctx, slug, importId);
}

/** Asks the worker to take back what an import added and nobody has touched since. */
export async function askToUndoImport(ctx: Context, slug: string, importId: string) {
  const { group } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  await ctx.change((tx) => moveOn(ctx, tx, { importId, groupId: group.id, from: 'done', to: 'undo-asked' }));
  return findImport(ctx, slug, importId);
}

/** Drops files that were looked at and never applied, after `days`: they are full of people. */
export async function forgetUnappliedImports(ctx: Context, days = 7): Promise<void> {
  const longAgo = sql`now() - make_interval(days => ${days})`;
  await ctx.change(async (tx) => {
    const dropped = await tx
      .delete(imports)
      .where(and(eq(imports.state, 'preview'), lt(imports.startedAt, longAgo)))
      .returning({ groupId: imports.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(dropped, (one) => one.groupId))
      await record(tx, { kind: 'people.imports-forgotten', groupId, data: { count } });
  });
}

type Move = { importId: string; groupId: string; from: 'preview' | 'done'; to: 'asked' | 'undo-asked' };
async function moveOn(ctx: Context, tx: Transaction, { importId, groupId, from, to }: Move) {
  const moved = await tx
    .update(imports)
    .set({ state: to })
    .where(and(eq(imports.id, importId), eq(imports.state, from)))
    .returning({ id: imports.id });
  if (moved.length === 0) throw new Conflict('people.import-applied');
  const kind = to === 'asked' ? 'people.import-asked' : 'people.import-undo-asked';
  await record(tx, { kind, groupId, actorId: ctx.viewer.id, subjectId: importId });
}

/** What cannot be read is refused (422) beside the file. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Invalid([{ name: 'file', code: 'people.file-unreadable' }]);
  }
}

async function headersOf(
  beginning: Buffer,
  reading: Pick<Reading, 'encoding' | 'delimiter'>,
): Promise<string[]> {
  const [headers] = await readFirstRows(beginning, reading, 1);
  if (!headers) throw new Unreadable();
  return headers.map(cleanHeader);
}

async function firstOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const part of parts) return part;
  throw new Conflict('people.import-applied');
}

type Refused = RowRefusal & { row: number };
/** Reads the whole file once, to say beforehand how many rows there are and which cannot be taken. */
async function lookThrough(parts: Parts, reading: Reading) {
  const refusals: Refused[] = [];
  let totalCount = 0;
  let refusedCount = 0;
  for await (const rows of readPeople(parts, reading)) {
    totalCount += rows.length;
    if (totalCount > MOST_ROWS)
      throw new Invalid([{ name: 'file', code: 'people.too-many-rows', params: { max: MOST_ROWS } }]);
    const refused = rows.flatMap((row) => ('refusal' in row ? [{ row: row.number, ...row.refusal }] : []));
    refusedCount += refused.length;
    refusals.push(...refused.slice(0, KEPT_REFUSALS - refusals.length));
  }
  return { totalCount, refusedCount, refusals };
}

async function keepFile(tx: Transaction, importId: string, bytes: Buffer) {
  for (let part = 0; part * PART < bytes.length; part += 1) {
    const slice = bytes.subarray(part * PART, (part + 1) * PART);
    await tx.insert(importFiles).values({ importId, part, bytes: slice });
  }
}

async function keepRefusals(tx: Transaction, importId: string, refusals: Refused[]) {
  if (refusals.length === 0) return;
  const column = (name: keyof Refused) => sql.param(refusals.map((refusal) => refusal[name]));
  await tx.execute(sql`insert into ${importRefusals} (import_id, row, field, code)
    select ${importId}::uuid, * from unnest(${column('row')}::int[], ${column('field')}::text[], ${column('code')}::text[])`);
}
