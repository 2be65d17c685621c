import type { Queryable } from '@groundwork/database';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Invalid, NotFound } from '../errors.ts';
import { findContactNames } from '../people/corrections/queries.ts';
import { findFieldsSeen } from '../people/fields/queries.ts';
import { findRungNames } from '../people/climbing/queries.ts';
import { fieldPolicy } from '../people/fields/policy.ts';
import { groupPolicy } from '../groups/policy.ts';
import { findPeopleHolder } from '../people/queries.ts';
import { people } from '../people/tables.ts';
import type { Scope } from './conditions.ts';
import { isAskable, readLineValue } from './field-lines.ts';
import { findLinkNames } from './link-lines.ts';
import { findPlacesAsked } from './near-lines.ts';
import { MOST_WITHIN, type LineCondition, type Line } from './lines.ts';
import { findRoleNames, isGivenRole } from './role-lines.ts';
import { lists, segments } from './tables.ts';
import { findThingNames } from './thing-names.ts';

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

/** What was typed for a number or a day and is none is refused; with what else does not fit, a line holds nobody. */
export function refuseOddValues(lines: Line[], { fields }: Scope) {
  for (const { who } of lines) {
    if (who.is === 'assessed' && who.least > who.most)
      throw new Invalid([{ name: 'lines', code: 'segments.assessed-backwards' }]);
    if (who.is !== 'field' || who.does === 'lacks' || !isAskable(who, fields.get(who.field))) continue;
    const read = readLineValue(who);
    if ('code' in read) throw new Invalid([{ name: 'lines', code: read.code }]);
  }
}

/** Whose people are looked at, and whether by somebody who sees all fields of them, and who has which role. */
export type Viewing = { groupId: string; seesAll: boolean; seesRoles: boolean };

export function viewingOf(group: Awaited<ReturnType<typeof findPeopleHolder>>): Viewing {
  return { groupId: group.id, seesAll: fieldPolicy.seeAll(group), seesRoles: groupPolicy.seeRoles(group) };
}

/** The lines of a group's saved segments. Invalid where these stand on more lines than a question can hold. */
export async function savedOf(
  { db }: { db: Queryable },
  groupId: string,
  lines: Line[] = [],
): Promise<Scope['saved']> {
  const rows = await db
    .select({ id: segments.id, lines: segments.lines })
    .from(segments)
    .where(eq(segments.groupId, groupId));
  const saved = new Map(rows.map((row) => [row.id, row.lines]));
  if (countWithin(lines, saved) > MOST_WITHIN)
    throw new Invalid([{ name: 'lines', code: 'segments.too-many-within', params: { most: MOST_WITHIN } }]);
  return saved;
}

/** What lines stand on and may ask of, for this viewer: read where a line does. */
export async function scopeFor(
  ctx: { db: Queryable },
  { groupId, seesAll, seesRoles }: Viewing,
  lines: Line[],
): Promise<Scope> {
  const isWithin = lines.some(({ who }) => who.is === 'within');
  const asksFields = isWithin || lines.some(({ who }) => who.is === 'field');
  const [saved, fields] = await Promise.all([
    isWithin ? savedOf(ctx, groupId, lines) : new Map<string, Line[]>(),
    asksFields ? findFieldsSeen(ctx.db, { id: groupId, seesAll }) : [],
  ]);
  const places = await findPlacesAsked(ctx, groupId, [...lines, ...[...saved.values()].flat()]);
  return { groupId, saved, fields: new Map(fields.map((field) => [field.id, field])), places, seesRoles };
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
export async function nameLines({ db }: Context, scope: Scope, lines: Line[]) {
  const { groupId } = scope;
  const ids = lines.flatMap(({ who }) => thingOf(who) ?? []);
  const names = new Map<string, string>();
  if (ids.length > 0) {
    const [things, ...found] = await Promise.all([
      findThingNames(db, groupId, ids),
      db
        .select({ id: lists.id, name: lists.name })
        .from(lists)
        .where(and(eq(lists.groupId, groupId), inArray(lists.id, ids))),
      db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(and(eq(people.groupId, groupId), inArray(people.id, ids))),
      findContactNames({ db }, groupId, ids),
      findLinkNames({ db }, groupId, ids),
      findRungNames({ db }, groupId, ids),
      scope.seesRoles ? findRoleNames({ db }, groupId, ids) : [],
    ]);
    for (const [id, name] of things) names.set(id, name);
    for (const { id, name } of found.flat()) names.set(id, name);
  }
  return lines.map((line) => {
    const thing = thingOf(line.who);
    const about = thing ? (fieldNameOf(line.who, scope) ?? names.get(thing) ?? null) : null;
    const isUnknown =
      (line.who.is === 'near' && !scope.places.has(line.who.postcode)) ||
      (line.who.is === 'role' && !scope.seesRoles);
    return { ...line, about, isGone: isUnknown || (thing !== undefined && about === null) };
  });
}

function fieldNameOf(who: LineCondition, { fields }: Scope): string | undefined {
  if (who.is !== 'field') return undefined;
  const field = fields.get(who.field);
  return isAskable(who, field) ? field.name : undefined;
}

/** The id of the campaign, event, field, segment, list, link, rung, own role, account or person that a line is about. */
export function thingOf(who: LineCondition): string | undefined {
  if ('campaign' in who) return who.campaign;
  if ('event' in who) return who.event;
  if ('field' in who) return who.field;
  if ('list' in who) return who.list;
  if ('link' in who) return who.link;
  if ('contact' in who) return who.contact;
  if ('person' in who) return who.person;
  if ('rung' in who) return who.rung;
  if ('role' in who) return isGivenRole(who.role) ? undefined : who.role;
  return 'segment' in who ? who.segment : undefined;
}
