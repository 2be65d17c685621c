import type { Queryable } from '@groundwork/database';
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import type { Context } from '../context.ts';
import { Invalid, NotFound } from '../errors.ts';
import { events } from '../events/tables.ts';
import { findFields } from '../people/fields/queries.ts';
import { listPeopleWhere, findPeopleHolder } from '../people/queries.ts';
import { people } from '../people/tables.ts';
import { conditionOf, isLeftBy, stepsOf, type Scope } from './conditions.ts';
import type { SegmentQuery } from './contract.ts';
import { isAskable, readLineValue } from './field-lines.ts';
import { MOST_WITHIN, type LineCondition, type Line } from './lines.ts';
import { segments } from './tables.ts';
import { readLines } from './writing.ts';

/** The people whom these lines leave, newest first, for those who may see a group's people; else there is no such list. */
export async function findBySegment(ctx: Context, slug: string, { lines: written, ...page }: SegmentQuery) {
  const group = await findPeopleHolder(ctx, slug);
  const lines = readLines(written);
  const scope = await askedScope(ctx, group, lines);
  refuseOddValues(lines, scope);
  const where = isLeftBy(lines, scope);
  const [found, named] = await Promise.all([
    listPeopleWhere(ctx, { groupId: group.id, where }, page),
    nameLines(ctx, scope, lines),
  ]);
  return { ...found, lines: named, written: lines, group };
}

/** How many people a group holds, and how many are left after each line: all in one reading of them. */
export async function countBySegment(ctx: Context, slug: string, written: string | undefined) {
  const group = await findPeopleHolder(ctx, slug);
  const lines = readLines(written);
  const scope = await askedScope(ctx, group, lines);
  const answers = lines.map(({ who }, index) => sql`${conditionOf(who, scope)} as ${nameOf(index)}`);
  const steps = stepsOf(
    lines,
    lines.map((_, index) => nameOf(index)),
  );
  const counts = steps.map((step) => sql`count(*) filter (where ${step})`);
  const { rows } = await ctx.db.execute<{ counts: string[] }>(sql`
    select array[${sql.join([sql`count(*)`, ...counts], sql`, `)}] as counts
    from (select ${sql.join([sql`1`, ...answers], sql`, `)} from ${people}
      where ${people.groupId} = ${group.id} offset 0) answers`);
  const [everyone = 0, ...left] = (rows[0]?.counts ?? []).map(Number);
  return { everyone, lines: left };
}

function nameOf(index: number): SQL {
  return sql`${sql.identifier(`line_${index}`)}`;
}

/** A group's saved segments, by name. Few: see MOST_SEGMENTS. */
export async function listSegments(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return ctx.db
    .select({ id: segments.id, name: segments.name, lines: segments.lines })
    .from(segments)
    .where(eq(segments.groupId, group.id))
    .orderBy(asc(sql`lower(${segments.name})`), asc(segments.id));
}

/** One of a group's, for a viewer who was found to see them, or NotFound. */
export async function findSegment({ db }: { db: Queryable }, groupId: string, id: string) {
  const [segment] = await db
    .select({ id: segments.id, name: segments.name, lines: segments.lines })
    .from(segments)
    .where(and(eq(segments.groupId, groupId), eq(segments.id, id)));
  if (!segment) throw new NotFound('segment');
  return segment;
}

/** What lines may stand on and ask of, as the viewer stands to the group. */
async function askedScope(
  ctx: Context,
  group: Awaited<ReturnType<typeof findPeopleHolder>>,
  lines: Line[],
): Promise<Scope> {
  const [scope, fields] = await Promise.all([scopeOf(ctx, group.id, lines), findFields(ctx.db, group)]);
  return { ...scope, fields: new Map(fields.map((field) => [field.id, field])) };
}

/** What was typed for a number or a day and is none is refused; with what else does not fit, a line holds nobody. */
function refuseOddValues(lines: Line[], { fields }: Scope) {
  for (const { who } of lines) {
    if (who.is !== 'field' || who.does === 'lacks' || !isAskable(who, fields.get(who.field))) continue;
    const read = readLineValue(who);
    if ('code' in read) throw new Invalid([{ name: 'lines', code: read.code }]);
  }
}

/** What lines of this group may stand on. Invalid where that would be more lines than a question can hold. */
export async function scopeOf(
  { db }: { db: Queryable },
  groupId: string,
  lines: Line[] = [],
): Promise<Omit<Scope, 'fields'>> {
  const rows = await db
    .select({ id: segments.id, lines: segments.lines })
    .from(segments)
    .where(eq(segments.groupId, groupId));
  const saved = new Map(rows.map((row) => [row.id, row.lines]));
  if (countWithin(lines, saved) > MOST_WITHIN)
    throw new Invalid([{ name: 'lines', code: 'segments.too-many-within', params: { most: MOST_WITHIN } }]);
  return { groupId, saved };
}

/** How many lines these are with all that they stand on, each segment looked at once. */
function countWithin(lines: Line[], saved: Scope['saved'], known = new Map<string, number>()): number {
  const counts = lines.map(({ who }) => {
    if (who.is !== 'within') return 1;
    let count = known.get(who.segment);
    if (count === undefined) {
      // One that would hold itself holds nobody.
      known.set(who.segment, 0);
      known.set(who.segment, (count = countWithin(saved.get(who.segment) ?? [], saved, known)));
    }
    return 1 + count;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Each line with the name of the thing it is about, if it is there and the group's own. */
async function nameLines({ db }: Context, scope: Scope, lines: Line[]) {
  const { groupId } = scope;
  const ids = lines.flatMap(({ who }) => thingOf(who) ?? []);
  const names = new Map<string, string>();
  if (ids.length > 0) {
    const found = await Promise.all([
      db
        .select({ id: campaigns.id, name: campaigns.title })
        .from(campaigns)
        .where(and(eq(campaigns.groupId, groupId), inArray(campaigns.id, ids))),
      db
        .select({ id: events.id, name: events.title })
        .from(events)
        .where(and(eq(events.groupId, groupId), inArray(events.id, ids))),
      db
        .select({ id: segments.id, name: segments.name })
        .from(segments)
        .where(and(eq(segments.groupId, groupId), inArray(segments.id, ids))),
    ]);
    for (const { id, name } of found.flat()) names.set(id, name);
  }
  return lines.map((line) => {
    const thing = thingOf(line.who);
    const about = thing ? (fieldNameOf(line.who, scope) ?? names.get(thing) ?? null) : null;
    return { ...line, about, isGone: thing !== undefined && about === null };
  });
}

function fieldNameOf(who: LineCondition, { fields }: Scope): string | undefined {
  if (who.is !== 'field') return undefined;
  const field = fields.get(who.field);
  return isAskable(who, field) ? field.name : undefined;
}

/** The id of the campaign, event, field or segment that a line is about. */
export function thingOf(who: LineCondition): string | undefined {
  if ('campaign' in who) return who.campaign;
  if ('event' in who) return who.event;
  if ('field' in who) return who.field;
  return 'segment' in who ? who.segment : undefined;
}
