import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { permit } from '../../policy.ts';
import { findFields } from '../fields/queries.ts';
import { countryOf } from '../phones.ts';
import { peoplePolicy } from '../policy.ts';
import type { findPeopleHolder } from '../queries.ts';
import { findOwners } from './owners.ts';
import type { ImportPlan } from './contract.ts';
import { lookAtDates, ordersOf, type DateOrder } from './dates.ts';
import { countKnown } from './known.ts';
import { lookThrough, planColumns, type RefusedRow } from './looking.ts';
import { keptFor, keptMapping, refuseColumns, shapeOf } from './mappings.ts';
import { filePartsOf, findImport, type SeenImport } from './queries.ts';
import type { FileReading } from './reading.ts';
import { isReadAlready } from './rereading.ts';
import { otherSheet, replaceFile } from './sheets.ts';
import { Unreadable, type Parts, type Spelling } from './spreadsheet.ts';
import { importRefusals, imports } from './tables.ts';

/** Corrects how the file is read; still nothing reaches the people. */
export async function planImport(ctx: Context, slug: string, importId: string, plan: ImportPlan) {
  const found = await findImport(ctx, slug, importId);
  const { group, findings: known } = found;
  permit(peoplePolicy, 'bringIn', group);
  if (found.state !== 'preview') throw new Conflict('people.import-applied');
  const read = { language: ctx.language, country: await countryOf(ctx.db, group.id) };
  if (isReadAlready(found, { ...plan, ...read })) return answerOnly(ctx, found, plan);
  const { sheet: place, ...asked } = plan;
  const other = await otherSheet(ctx, { importId, findings: known }, place);
  const { refusals, ...planned } = await readable(async () => {
    // Reading a file by parts, each in a statement of its own, can only be done once.
    const parts = () => (other ? [other.csv] : filePartsOf(ctx, importId));
    const { headingRow, columns: said, dateOrder } = asked;
    const choice = other ? {} : { headingRow, columns: said, dateOrder };
    const columns = await plannedColumns(ctx, await firstOf(parts()), { spelling: asked, group, choice });
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

/** Only who may be mailed was said: what is in the file is known. */
async function answerOnly(ctx: Context, { id, group }: SeenImport, { consent }: ImportPlan) {
  const isOpen = and(eq(imports.id, id), eq(imports.state, 'preview'));
  await ctx.change(async (tx) => {
    const changed = await tx.update(imports).set({ consent }).where(isOpen).returning({ id: imports.id });
    if (changed.length === 0) throw new Conflict('people.import-applied');
  });
  return findImport(ctx, group.slug, id);
}

/**
 * Which column is what: as somebody chose, or as it was for a file of this shape before, or as is guessed; and how days
 * are read that do not say it themselves.
 */
export async function plannedColumns(ctx: Context, beginning: Buffer, { spelling, group, choice }: Planning) {
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

/** What cannot be read is refused (422) beside the file. */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
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
export async function lookedAt(ctx: Context, parts: () => Parts, { fields, isOrderKept, ...plan }: Looked) {
  const reading = { ...plan, ...(fields && { fields }) };
  const dates = await lookAtDates(parts(), reading);
  const dateOrders = ordersOf(dates, plan.dateOrder);
  const { noed, others, byIds, named, findings, ...counted } = await lookThrough(parts(), {
    ...reading,
    dateOrders,
  });
  const known = await countKnown(ctx, { ...plan, noed, others, byIds });
  const ownerOf = await findOwners(ctx.db, plan.groupId, named);
  const knownCount = named.filter((one) => ownerOf(one) !== undefined).length;
  return { ...plan, ...counted, findings: { ...findings, ...known, knownCount, dates, isOrderKept } };
}

export async function keepRefusals(tx: Transaction, importId: string, refusals: RefusedRow[]) {
  if (refusals.length === 0) return;
  const column = (name: keyof RefusedRow) => sql.param(refusals.map((refusal) => refusal[name]));
  await tx.execute(sql`insert into ${importRefusals} (import_id, row, field, code)
    select ${importId}::uuid, * from unnest(${column('row')}::int[], ${column('field')}::text[], ${column('code')}::text[])`);
}
