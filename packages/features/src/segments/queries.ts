import type { Queryable } from '@groundwork/database';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import type { Context } from '../context.ts';
import { Invalid, NotFound } from '../errors.ts';
import { events } from '../events/tables.ts';
import { findPeopleHolder } from '../people/queries.ts';
import type { Scope } from './conditions.ts';
import { MOST_WITHIN, type LineCondition, type Line } from './lines.ts';
import { lists, segments } from './tables.ts';

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

/** What lines of this group may stand on. Invalid where that would be more lines than a question can hold. */
export async function scopeOf(
  { db }: { db: Queryable },
  groupId: string,
  lines: Line[] = [],
): Promise<Scope> {
  const rows = await db
    .select({ id: segments.id, lines: segments.lines })
    .from(segments)
    .where(eq(segments.groupId, groupId));
  const saved = new Map(rows.map((row) => [row.id, row.lines]));
  if (countWithin(lines, saved) > MOST_WITHIN)
    throw new Invalid([{ name: 'lines', code: 'segments.too-many-within', params: { most: MOST_WITHIN } }]);
  return { groupId, saved };
}

/** The same for who only asks: the saved segments are read where a line stands on one. */
export async function scopeFor(ctx: { db: Queryable }, groupId: string, lines: Line[]): Promise<Scope> {
  const isWithin = lines.some(({ who }) => who.is === 'within');
  return isWithin ? scopeOf(ctx, groupId, lines) : { groupId, saved: new Map() };
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
export async function nameLines({ db }: Context, groupId: string, lines: Line[]) {
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
      db
        .select({ id: lists.id, name: lists.name })
        .from(lists)
        .where(and(eq(lists.groupId, groupId), inArray(lists.id, ids))),
    ]);
    for (const { id, name } of found.flat()) names.set(id, name);
  }
  return lines.map((line) => {
    const thing = thingOf(line.who);
    const about = thing ? (names.get(thing) ?? null) : null;
    return { ...line, about, isGone: thing !== undefined && about === null };
  });
}

/** The id of the campaign, event, segment or list that a line is about. */
export function thingOf(who: LineCondition): string | undefined {
  if ('campaign' in who) return who.campaign;
  if ('event' in who) return who.event;
  if ('list' in who) return who.list;
  return 'segment' in who ? who.segment : undefined;
}
