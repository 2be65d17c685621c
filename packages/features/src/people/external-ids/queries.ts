import type { Queryable } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { people } from '../tables.ts';
import type { ExternalId } from '../contract.ts';
import { personExternalIds } from './tables.ts';

/** By what other tools know a person. */
export async function listExternalIds(db: Queryable, personId: string): Promise<ExternalId[]> {
  const { tool, value } = personExternalIds;
  return db
    .select({ tool, value })
    .from(personExternalIds)
    .where(eq(personExternalIds.personId, personId))
    .orderBy(asc(tool), asc(value));
}

/** Whom of a group other tools know by these, each with the first email and phone of theirs. */
export async function findByExternalIds(db: Queryable, groupId: string, asked: ExternalId[]) {
  if (asked.length === 0) return [];
  const column = (name: keyof ExternalId) => sql.param(asked.map((one) => one[name]));
  const isAsked = sql`(${personExternalIds.tool}, ${personExternalIds.value}) in
    (select * from unnest(${column('tool')}::text[], ${column('value')}::text[]))`;
  return db
    .select({
      tool: personExternalIds.tool,
      value: personExternalIds.value,
      id: people.id,
      email: people.email,
      phone: people.phone,
    })
    .from(personExternalIds)
    .innerJoin(people, eq(people.id, personExternalIds.personId))
    .where(and(eq(personExternalIds.groupId, groupId), isAsked));
}

/** As OSDI writes it: `action_network:8f1c`. */
export function osdiName({ tool, value }: ExternalId): string {
  return `${tool.replaceAll('-', '_')}:${value}`;
}
