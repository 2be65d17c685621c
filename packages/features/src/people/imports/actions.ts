import { newId, type Transaction } from '@groundwork/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { findFields } from '../fields/queries.ts';
import { countryOf } from '../phones.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { cleanHeader } from './columns.ts';
import { lookAtDates, ordersOf, type DateOrder } from './dates.ts';
import { countKnown } from './known.ts';
import { countOwners } from './known-people.ts';
import type { ImportPlan } from './contract.ts';
import { lookThrough, planColumns, type RefusedRow } from './looking.ts';
import { filePartsOf, findImport } from './queries.ts';
import { refuseOldPlace } from './old-places.ts';
import { keepFile, keepSheets, otherSheet, replaceFile, sheetsIn } from './sheets.ts';
import { workbookIn } from './workbooks.ts';
import type { FileReading } from './reading.ts';
import { keptFor, keptMapping, refuseColumns, settleColumns, shapeOf } from './mappings.ts';
import { guessSpelling, Unreadable, type Parts, type Spelling } from './spreadsheet.ts';
import { importRefusals, imports } from './tables.ts';

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
    const columns = await columnsOf(ctx, bytes, { spelling, group });
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

/** Corrects how the file is read; still nothing reaches the people. */
export async function planImport(ctx: Context, slug: string, importId: string, plan: ImportPlan) {
  const { group, state, findings: known } = await findImport(ctx, slug, importId);
  permit(peoplePolicy, 'bringIn', group);
  if (state !== 'preview') throw new Conflict('people.import-applied');
  const { sheet: place, ...asked } = plan;
  const other = await otherSheet(ctx, { importId, findings: known }, place);
  const { refusals, ...planned } = await readable(async () => {
    const read = { language: ctx.language, country: await countryOf(ctx.db, group.id) };
    // Reading a file by parts, each in a statement of its own, can only be done once.
    const parts = () => (other ? [other.csv] : filePartsOf(ctx, importId));
    const { headingRow, columns: said, dateOrder } = asked;
    const choice = other ? {} : { headingRow, columns: said, dateOrder };
    const columns = await columnsOf(ctx, await firstOf(parts()), { spelling: asked, group, choice });
    return lookedAt(ctx, parts, { ...asked, ...columns, ...read, groupId: group.id });
  });
  const { sheetCount, sheets } = known;
  await ctx.change(async (tx) => {
    const changed = await tx
      .update(imports)
      .set({
        ...planned,
        findings: { ...planned.findings, sheet: other?.name ?? known.sheet, sheetCount, sheets },
      })
      .where(and(eq(imports.id, importId), eq(imports.state, 'preview')))
      .returning({ id: imports.id });
    if (changed.length === 0) throw new Conflict('people.import-applied');
    if (other) await replaceFile(tx, importId, other.csv);
    await tx.delete(importRefusals).where(eq(importRefusals.importId, importId));
    await keepRefusals(tx, importId, refusals);
  });
  return findImport(ctx, slug, importId);
}

/**
 * Which column is what: as somebody chose, or as it was for a file of this shape before, or as is guessed; and how days
 * are read that do not say it themselves.
 */
async function columnsOf(ctx: Context, beginning: Buffer, { spelling, group, choice }: Planning) {
  const fields = await findFields(ctx.db, group);
  if (choice?.columns) refuseColumns(group, choice.columns, fields);
  const { headingRow, columns } = choice ?? {};
  const planned = await planColumns(beginning, spelling, { headingRow, columns, fields });
  const shape = shapeOf(ctx, planned.headers);
  const kept = await keptFor(ctx.db, { groupId: group.id, shape });
  const { dateOrder = kept?.dateOrder ?? null } = choice ?? {};
  return {
    ...planned,
    ...(!columns && keptMapping(kept, fields, planned)),
    shape,
    dateOrder,
    isOrderKept: dateOrder !== null && dateOrder === kept?.dateOrder,
    fields: new Map(fields.map((field) => [field.id, field])),
  };
}
type Planning = {
  spelling: Spelling;
  group: Awaited<ReturnType<typeof findPeopleHolder>>;
  choice?: Partial<Pick<ImportPlan, 'headingRow' | 'columns' | 'dateOrder'>>;
};

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

/** What cannot be read is refused (422) beside the file. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Invalid([{ name: 'file', code: 'people.file-unreadable' }]);
  }
}

async function firstOf(parts: Parts): Promise<Buffer> {
  for await (const part of parts) return part;
  throw new Conflict('people.import-applied');
}

type Looked = FileReading & {
  groupId: string;
  consent: ImportPlan['consent'];
  dateOrder: DateOrder | null;
  isOrderKept: boolean;
};
/** A plan with what reading the whole file by it comes to. */
async function lookedAt(ctx: Context, parts: () => Parts, { fields, isOrderKept, ...plan }: Looked) {
  const reading = { ...plan, ...(fields && { fields }) };
  const dates = await lookAtDates(parts(), reading);
  const dateOrders = ordersOf(dates, plan.dateOrder);
  const { noed, others, byIds, named, findings, ...counted } = await lookThrough(parts(), {
    ...reading,
    dateOrders,
  });
  const known = await countKnown(ctx, { ...plan, noed, others, byIds });
  const knownCount = await countOwners(ctx.db, plan.groupId, named);
  return { ...plan, ...counted, findings: { ...findings, ...known, knownCount, dates, isOrderKept } };
}

/** Mailchimp and others write into the name of a file that everyone in it has unsubscribed, or has a bad address. */
function claimedConsent(fileName: string): ImportPlan['consent'] {
  return /unsub|cleaned|opt(ed)?[-_ ]?outs?\b|suppress|bounce|do[-_ ]?not|bajas?\b/i.test(fileName)
    ? 'no'
    : 'none';
}

async function keepRefusals(tx: Transaction, importId: string, refusals: RefusedRow[]) {
  if (refusals.length === 0) return;
  const column = (name: keyof RefusedRow) => sql.param(refusals.map((refusal) => refusal[name]));
  await tx.execute(sql`insert into ${importRefusals} (import_id, row, field, code)
    select ${importId}::uuid, * from unnest(${column('row')}::int[], ${column('field')}::text[], ${column('code')}::text[])`);
}
