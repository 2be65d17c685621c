import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import type { Subject } from '../../subject.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { people } from '../tables.ts';
import { sheetRows, sheets, type SheetAnswer } from './tables.ts';

/** The sheets typed in for a group, newest first, for those who may bring people in. */
export async function listSheets(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findTyper(ctx, slug);
  const rows = await ctx.db
    .select({ ...sheetLine, cursor: newestFirst.cursor })
    .from(sheets)
    .where(and(eq(sheets.groupId, group.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** One sheet, with its group. */
export async function findSheet(ctx: Context, slug: string, sheetId: string) {
  const group = await findTyper(ctx, slug);
  const [sheet] = await ctx.db
    .select({ ...sheetLine, aboutKind: sheets.aboutKind, aboutId: sheets.aboutId })
    .from(sheets)
    .where(and(eq(sheets.groupId, group.id), eq(sheets.id, sheetId)));
  if (!sheet) throw new NotFound('sheet');
  return { ...sheet, group };
}
export type SeenSheet = Awaited<ReturnType<typeof findSheet>>;

/** The same with its lines, the last typed first, and the thing it lay out for where the viewer sees that. */
export async function openSheet(
  ctx: Context,
  subjects: Subject[],
  { slug, sheetId, after, limit = 50 }: PageQuery & { slug: string; sheetId: string },
) {
  const { aboutKind, aboutId, ...sheet } = await findSheet(ctx, slug, sheetId);
  const rows = await ctx.db
    .select({ ...rowLine, cursor: lastTyped.cursor })
    .from(sheetRows)
    .innerJoin(people, eq(people.id, sheetRows.personId))
    .where(and(eq(sheetRows.sheetId, sheetId), lastTyped.after(after)))
    .orderBy(...lastTyped.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  const about = aboutId && (await findAbout(ctx, subjects, { kind: aboutKind, id: aboutId }));
  const shown = page.rows.map(({ answers, ...row }) => ({ ...row, ...outcomesOf(answers) }));
  return { ...sheet, rows: shown, next: page.next, about: about || null };
}

/** The campaign or event, where the viewer sees it. */
export async function findAbout(
  ctx: Context,
  subjects: Subject[],
  { kind, id }: { kind: string | null; id: string },
) {
  const find = subjects.find((subject) => subject.kind === kind)?.find;
  const [found] = (await find?.(ctx, [id])) ?? [];
  return found ?? null;
}

function outcomesOf(answers: SheetAnswer[]) {
  const waysOf = (outcome: SheetAnswer['outcome']) =>
    answers.filter((answer) => answer.outcome === outcome).map(({ way }) => way);
  return { agreed: waysOf('given'), stood: waysOf('stood') };
}

async function findTyper(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  if (!peoplePolicy.seeImports(group)) throw new NotFound('sheets');
  return group;
}

const newestFirst = keyset('desc', sheets.startedAt, sheets.id);
const lastTyped = keyset('desc', sheetRows.at, sheetRows.id);
const count = (isNew: boolean) =>
  sql<number>`(select count(*)::int from ${sheetRows} line where line.sheet_id = ${sheets}.id and line.is_new = ${isNew})`;

/** How long a sheet, and each line of it, can be taken back. */
const isOpen = sql<boolean>`(${sheets.takenBackAt} is null and ${sheets.startedAt} > now() - interval '30 days')`;

const sheetLine = {
  id: sheets.id,
  title: sheets.title,
  language: sheets.language,
  day: sheets.day,
  signs: sheets.signs,
  words: sheets.words,
  ways: sheets.ways,
  by: nameIn(sql`${sheets}.started_by`, sql`${sheets}.group_id`),
  addedCount: count(true),
  knownCount: count(false),
  startedAt: sheets.startedAt,
  takenBackAt: sheets.takenBackAt,
  isOpen,
};
const rowLine = {
  id: sheetRows.id,
  personId: sheetRows.personId,
  name: people.name,
  isNew: sheetRows.isNew,
  answers: sheetRows.answers,
  at: sheetRows.at,
};
