import { newId, type Transaction } from '@groundwork/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { countryOf } from '../phones.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { cleanHeader } from './columns.ts';
import type { ImportPlan } from './contract.ts';
import { settleColumns } from './mappings.ts';
import { refuseOldPlace } from './old-places.ts';
import { plannedColumns, keepRefusals, lookedAt, readable } from './planning.ts';
import { findImport } from './queries.ts';
import { keepFile, keepSheets, sheetsIn } from './sheets.ts';
import { guessSpelling, type Spelling } from './spreadsheet.ts';
import { imports } from './tables.ts';
import { workbookIn } from './workbooks.ts';

/** Takes a file in, guesses how it is written and which column is what; nothing reaches the people yet. */
export async function startImport(
  ctx: Context,
  slug: string,
  { fileName, bytes: sent }: { fileName: string; bytes: Buffer },
) {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'bringIn', group);
  await refuseOldPlace(group.slug, { fileName, bytes: sent }, ctx.language);
  const workbook = await workbookIn(sent);
  const sheets = workbook?.sheets ?? [];
  const bytes = sheets[0] ? Buffer.from(sheets[0].csv) : sent;
  const plan = await readable(async () => {
    const spelling = workbook ? WRITTEN_HERE : guessSpelling(bytes, ctx.language);
    const columns = await plannedColumns(ctx, bytes, { spelling, group });
    const country = await countryOf(ctx.db, group.id);
    const reading = { ...spelling, ...columns, language: ctx.language, country };
    const consent = claimedConsent(fileName);
    return lookedAt(ctx, () => [bytes], { ...reading, groupId: group.id, consent });
  });
  const { refusals, ...row } = plan;
  const findings = { ...row.findings, ...(workbook && sheetsIn(workbook)) };
  const id = newId();
  await ctx.change(async (tx) => {
    const length = sheets.reduce((sum, { csv }) => sum + csv.length, 0);
    const megabytes = Math.ceil(Math.max(length, sent.length) / 1_048_576);
    await spendQuota(ctx, tx, { imports: 1, 'imported-megabytes': megabytes }, group.id);
    const name = cleanHeader(fileName) || 'list.csv';
    await tx.insert(imports).values({ ...row, findings, id, fileName: name, startedBy: ctx.viewer.id });
    await keepFile(tx, id, bytes);
    if (sheets.length > 1) await keepSheets(tx, id, sheets);
    await keepRefusals(tx, id, refusals);
  });
  return findImport(ctx, slug, id);
}

/** How a workbook comes out of its process. */
const WRITTEN_HERE: Spelling = { encoding: 'utf-8', delimiter: ',' };

/** Asks the worker to apply an import; accepted is durable. */
export async function approveImport(ctx: Context, slug: string, importId: string) {
  const found = await findImport(ctx, slug, importId);
  const { group, columns } = found;
  permit(peoplePolicy, 'bringIn', group);
  if (!columns.includes('email') && !columns.includes('phone'))
    throw new Invalid([{ name: 'columns', code: 'people.email-column-needed' }]);
  if (found.totalCount === found.refusedCount)
    throw new Invalid([{ name: 'columns', code: 'people.nobody-to-bring' }]);
  if (found.dateOrder === null && found.findings.dates.some(({ order }) => order === null))
    throw new Invalid([{ name: 'dateOrder', code: 'people.date-order-needed' }]);
  await ctx.change(async (tx) => {
    await moveOn(ctx, tx, { importId, groupId: group.id, from: 'preview', to: 'asked' });
    await settleColumns(ctx, tx, found);
  });
  return findImport(ctx, slug, importId);
}

/** Asks the worker to take back what an import added and nobody has touched since. */
export async function askToUndoImport(ctx: Context, slug: string, importId: string) {
  const { group, undoUntil } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (undoUntil !== null && undoUntil.getTime() < Date.now()) throw new Conflict('people.import-settled');
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
      note(tx, null, 'people.imports-forgotten', { groupId }, { count });
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
  note(tx, ctx, kind, { groupId, id: importId });
}

/** Mailchimp and others write into the name of a file that everyone in it has unsubscribed, or has a bad address. */
function claimedConsent(fileName: string): ImportPlan['consent'] {
  return /unsub|cleaned|opt(ed)?[-_ ]?outs?\b|suppress|bounce|do[-_ ]?not|bajas?\b/i.test(fileName)
    ? 'no'
    : 'none';
}
