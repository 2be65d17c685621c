import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import type { NewSheet, NewSheetRow } from './contract.ts';
import { bringRow } from './entering.ts';
import { findAbout, findSheet, type SeenSheet } from './queries.ts';
import { sheetRows, sheets } from './tables.ts';
import { takeRowsBack } from './taking-back.ts';

/** More lines than any sheet has on both sides. */
const MOST_ROWS = 500;

type Which = { slug: string; sheetId: string };

/** Begins a sheet with what stands above its names. Answers its id. */
export async function startSheet(
  ctx: Context,
  subjects: Subject[],
  { slug, about, words, ways = [], ...heading }: NewSheet & { slug: string },
): Promise<string> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'bringIn', group);
  refuseHalfAsked(words, ways);
  if (heading.signs && about?.kind !== 'campaign')
    throw new Invalid([{ name: 'signs', code: 'people.sheet-signs' }]);
  if (isStillToCome(heading.day)) throw new Invalid([{ name: 'day', code: 'people.sheet-day' }]);
  if (about && !(await findAbout(ctx, subjects, about)))
    throw new Invalid([{ name: 'about', code: 'people.sheet-thing' }]);
  const id = newId();
  const asks = ways.length > 0 ? { words, ways } : {};
  const named = about ? { aboutKind: about.kind, aboutId: about.id } : {};
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sheets', group.id);
    const sheet = { ...heading, ...asks, ...named, id, groupId: group.id, startedBy: ctx.viewer.id };
    await tx.insert(sheets).values(sheet);
    note(tx, ctx, 'people.sheet-started', { groupId: group.id, id });
  });
  return id;
}

/** Takes a line of a sheet in; one that was sent before under its id is there already. Answers its id. */
export async function enterRow(
  ctx: Context,
  { slug, sheetId, ...row }: NewSheetRow & Which,
): Promise<string> {
  const sheet = await findSheet(ctx, slug, sheetId);
  permit(peoplePolicy, 'bringIn', sheet.group);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'people-by-hand', sheet.group.id);
    await lockOpen(tx, sheetId);
    const id = row.id ?? newId();
    if (await isEntered(tx, sheetId, id)) return id;
    if ((await tx.$count(sheetRows, eq(sheetRows.sheetId, sheetId))) >= MOST_ROWS)
      throw new Conflict('people.sheet-full', { most: MOST_ROWS });
    const personId = await bringRow(tx, ctx, sheet, { ...row, id });
    note(tx, ctx, 'people.entered', { groupId: sheet.group.id, id: personId });
    return id;
  });
}

/** Takes one line back: exactly what it brought. */
export async function takeRowBack(
  ctx: Context,
  subjects: Subject[],
  { slug, sheetId, rowId }: Which & { rowId: string },
): Promise<void> {
  const sheet = await findOpen(ctx, { slug, sheetId });
  await ctx.change(async (tx) => {
    await lockOpen(tx, sheetId);
    const { count, removedCount } = await takeRowsBack(tx, subjects, { sheetId, rowId });
    if (count === 0) throw new NotFound('row');
    note(tx, ctx, 'people.row-taken-back', { groupId: sheet.group.id, id: sheetId }, { removedCount });
  });
}

/** Takes all of a sheet back. The sheet itself stays on record. */
export async function takeSheetBack(ctx: Context, subjects: Subject[], which: Which): Promise<void> {
  const { group, id } = await findOpen(ctx, which);
  await ctx.change(async (tx) => {
    await lockOpen(tx, id);
    const { removedCount } = await takeRowsBack(tx, subjects, { sheetId: id });
    await tx.update(sheets).set({ takenBackAt: new Date() }).where(eq(sheets.id, id));
    note(tx, ctx, 'people.sheet-taken-back', { groupId: group.id, id }, { removedCount });
  });
}

/** Words without a way agree to nothing, and a way without words was never asked for. */
function refuseHalfAsked(words: string | undefined, ways: string[]): void {
  if (words && ways.length === 0) throw new Invalid([{ name: 'ways', code: 'people.sheet-ways' }]);
  if (!words && ways.length > 0) throw new Invalid([{ name: 'words', code: 'people.sheet-words' }]);
}

/** A day that has begun nowhere on earth. */
function isStillToCome(day: string): boolean {
  return Date.parse(`${day}T00:00:00+14:00`) > Date.now();
}

async function findOpen(ctx: Context, { slug, sheetId }: Which): Promise<SeenSheet> {
  const sheet = await findSheet(ctx, slug, sheetId);
  permit(peoplePolicy, 'bringIn', sheet.group);
  if (!sheet.isOpen) throw new Conflict('people.sheet-closed');
  return sheet;
}

/** One line at a time, and none into a sheet that is being taken back. */
async function lockOpen(tx: Transaction, sheetId: string): Promise<void> {
  const [sheet] = await tx
    .select({ takenBackAt: sheets.takenBackAt })
    .from(sheets)
    .where(eq(sheets.id, sheetId))
    .for('update');
  if (!sheet) throw new NotFound('sheet');
  if (sheet.takenBackAt) throw new Conflict('people.sheet-closed');
}

async function isEntered(tx: Transaction, sheetId: string, id: string): Promise<boolean> {
  const [there] = await tx
    .select({ sheetId: sheetRows.sheetId })
    .from(sheetRows)
    .where(and(eq(sheetRows.id, id)));
  if (there && there.sheetId !== sheetId) throw new Conflict('conflict');
  return there !== undefined;
}
