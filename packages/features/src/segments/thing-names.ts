import type { Queryable } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { campaignsOf } from '../campaigns/queries.ts';
import { campaigns } from '../campaigns/tables.ts';
import { eventsOf } from '../events/queries.ts';
import { events } from '../events/tables.ts';
import { segments } from './tables.ts';

/** What a group's events and segments are called, and the campaigns it runs or stands with, of these ids: what is gone, or another's, is not there. */
export async function findThingNames(
  db: Queryable,
  groupId: string,
  ids: string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await Promise.all([
    db
      .select({ id: campaigns.id, name: campaigns.title })
      .from(campaigns)
      .where(and(sql`${campaigns.id} in ${campaignsOf(groupId)}`, inArray(campaigns.id, ids))),
    db
      .select({ id: events.id, name: events.title })
      .from(events)
      .where(and(sql`${events.id} in ${eventsOf(groupId)}`, inArray(events.id, ids))),
    db
      .select({ id: segments.id, name: segments.name })
      .from(segments)
      .where(and(eq(segments.groupId, groupId), inArray(segments.id, ids))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
