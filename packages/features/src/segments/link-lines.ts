import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '@groundwork/database';
import { signatures } from '../campaigns/signatures/tables.ts';
import type { Context } from '../context.ts';
import { rsvps } from '../events/tables.ts';
import { standsIn } from '../groups/standing.ts';
import { links } from '../links/tables.ts';
import { moveArrivals, moves } from '../moves/tables.ts';
import { findPeopleHolder } from '../people/queries.ts';
import { people } from '../people/tables.ts';

/**
 * The ids of those who came by a link and then signed, answered or joined, as long as that stands. A link itself counts
 * visits and knows no visitor.
 */
export function broughtBy(linkId: string, groupId: string): SQL {
  const signed = and(
    eq(signatures.groupId, groupId),
    eq(signatures.linkId, linkId),
    eq(signatures.stands, true),
  );
  const answered = and(
    eq(rsvps.groupId, groupId),
    eq(rsvps.linkId, linkId),
    inArray(rsvps.state, ['going', 'maybe', 'waitlisted']),
  );
  return sql`select ${signatures.personId} from ${signatures} where ${signed}
    union all select ${rsvps.personId} from ${rsvps} where ${answered}
    union all select arrived.id from ${people} arrived
      join ${moveArrivals} on ${moveArrivals.accountId} = arrived.account_id
      join ${moves} on ${moves.id} = ${moveArrivals.moveId}
      where arrived.group_id = ${groupId} and ${and(eq(moves.groupId, groupId), eq(moves.linkId, linkId))}
        and ${standsIn(sql`arrived.account_id`, groupId)}`;
}

/** Which links a line can be about, for those who see the group's people: the newest 200. */
export async function listLinkChoices(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return ctx.db
    .select({ id: links.id, name: linkName })
    .from(links)
    .where(eq(links.groupId, group.id))
    .orderBy(desc(links.id))
    .limit(200);
}

/** The names of those of these links that are a group's own. */
export function findLinkNames({ db }: { db: Queryable }, groupId: string, ids: string[]) {
  return db
    .select({ id: links.id, name: linkName })
    .from(links)
    .where(and(eq(links.groupId, groupId), inArray(links.id, ids)));
}

/** Several links to one page have one label as long as nobody gave them another. */
const linkName = sql<string>`${links.label} || ' (' || ${links.code} || ')'`;
