import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { guessMapping, readPerson, type Mapping } from './columns.ts';
import type { ImportPlan } from './contract.ts';
import { findImport } from './queries.ts';
import { guessSpelling, readFirstRows, readRows, type Spelling } from './spreadsheet.ts';
import { importFiles, importRefusals, imports } from './tables.ts';

export const MOST_ROWS = 100_000;

/** Takes a file in, guesses how it is written and which column is what; nothing reaches the people yet. */
export async function startImport(ctx: Context, slug: string, { fileName, bytes }: { fileName: string; bytes: Buffer }) {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'bringIn', group);
  const spelling = guessSpelling(bytes, ctx.language);
  const [headers] = await readFirstRows(bytes, spelling, 1).catch(() => []);
  if (!headers || headers.length === 0) throw new Invalid([{ name: 'file', code: 'people.file-unreadable' }]);
  const mapping = guessMapping(headers);
  const looked = await lookThrough(bytes, spelling, mapping);
  const id = newId();
  await ctx.change(async (tx) => {
    const plan = { ...spelling, headers, mapping, totalCount: looked.total, refusedCount: looked.refusedCount };
    await tx.insert(imports).values({ id, groupId: group.id, startedBy: ctx.viewer.id, fileName, ...plan });
    await tx.insert(importFiles).values({ importId: id, bytes });
    await keepRefusals(tx, id, looked.refusals);
  });
  return findImport(ctx, slug, id);
}

/** Corrects how the file is read; still nothing reaches the people. */
export async function planImport(ctx: Context, slug: string, importId: string, plan: ImportPlan) {
  const { group, state } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (state !== 'preview') throw new Conflict('people.import-applied');
  const bytes = await fileOf(ctx, importId);
  const [headers = []] = await readFirstRows(bytes, plan, 1);
  const looked = await lookThrough(bytes, plan, plan.mapping);
  await ctx.change(async (tx) => {
    const counts = { totalCount: looked.total, refusedCount: looked.refusedCount };
    await tx.update(imports).set({ ...plan, mapping: { ...plan.mapping }, headers, ...counts }).where(eq(imports.id, importId));
    await tx.delete(importRefusals).where(eq(importRefusals.importId, importId));
    await keepRefusals(tx, importId, looked.refusals);
  });
  return findImport(ctx, slug, importId);
}

/** Asks the worker to apply an import; accepted is durable. */
export async function approveImport(ctx: Context, slug: string, importId: string) {
  const { group, mapping } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (mapping.email === undefined) throw new Invalid([{ name: 'mapping.email', code: 'people.email-column-needed' }]);
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

/** The bytes of a file that still waits. Throws Conflict when it was applied and is gone. */
export async function fileOf({ db }: Pick<Context, 'db'>, importId: string): Promise<Buffer> {
  const [file] = await db.select({ bytes: importFiles.bytes }).from(importFiles).where(eq(importFiles.importId, importId));
  if (!file) throw new Conflict('people.import-applied');
  return file.bytes;
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

type Refused = { row: number; field: string; code: string };
/** Reads the whole file once, to say beforehand how many rows there are and which cannot be taken. */
async function lookThrough(bytes: Buffer, spelling: Spelling, mapping: Mapping) {
  const refusals: Refused[] = [];
  let refusedCount = 0;
  let row = 0;
  for await (const cells of readRows(bytes, spelling)) {
    row += 1;
    if (row === 1) continue;
    if (row > MOST_ROWS + 1) throw new Invalid([{ name: 'file', code: 'people.too-many-rows', params: { max: MOST_ROWS } }]);
    const person = readPerson(cells, mapping, 'en');
    if (!('code' in person)) continue;
    refusedCount += 1;
    if (refusals.length < 1_000) refusals.push({ row, ...person });
  }
  return { total: Math.max(0, row - 1), refusedCount, refusals };
}

async function keepRefusals(tx: Transaction, importId: string, refusals: Refused[]) {
  if (refusals.length === 0) return;
  const column = (name: keyof Refused) => sql`${sql.param(refusals.map((refusal) => refusal[name]))}`;
  await tx.execute(sql`insert into ${importRefusals} (import_id, row, field, code)
    select ${importId}::uuid, * from unnest(${column('row')}::int[], ${column('field')}::text[], ${column('code')}::text[])`);
}
