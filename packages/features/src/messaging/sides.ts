import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { isOnSide, joinedAtIn, nameAmong, nameOnSides } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { channels } from './tables.ts';

/* A room that two groups share; each condition stands on `channels`. */

type Ref = AnyPgColumn | SQL | string;

/** The condition that an account reads a room that two groups share: it publishes for one of them, or manages it. */
export function isOnSideOf(account: Ref): SQL<boolean> {
  return sql<boolean>`(${channels.otherGroupId} is not null
    and (${isOnSide(account, channels.groupId)} or ${isOnSide(account, channels.otherGroupId)}))`;
}

/** What somebody is called in a channel. */
export function nameHere(account: Ref): SQL<string | null> {
  return sql<
    string | null
  >`case when ${channels.otherGroupId} is null then ${nameAmong(account, channels.groupId)}
    else ${nameOnSides(account, channels.groupId, channels.otherGroupId)} end`;
}

/** When somebody of the other group joined that. */
export function joinedOtherAt(account: Ref): SQL<Date | null> {
  return joinedAtIn(account, channels.otherGroupId);
}

/** The condition that the other group of the room is frozen. */
export const isOtherFrozen = sql<boolean>`exists (select from ${groups} other
  where other.id = ${channels.otherGroupId} and other.frozen_at is not null)`;

/** Of the group by which somebody is in a room that two share: to whoever is not in the first it is theirs, and not the first one's. */
export function ownSide(isInFirst: SQL, column: 'slug' | 'name', first: SQL | AnyPgColumn): SQL<string> {
  return sql<string>`case when ${channels.otherGroupId} is null or ${isInFirst} then ${first}
    else (select ${sql.raw(`other.${column}`)} from ${groups} other where other.id = ${channels.otherGroupId}) end`;
}
