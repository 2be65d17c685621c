import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { people } from '../tables.ts';
import { peopleForgetting } from './tables.ts';

/** Who will be forgotten, the next ones first, for those who may see the group's people. */
export async function listForgetting(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findPeopleHolder(ctx, slug);
  const [kept] = await ctx.db
    .select({ months: groups.forgetAfterMonths })
    .from(groups)
    .where(eq(groups.id, group.id));
  const rows = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      source: people.source,
      lastSeenAt: people.lastSeenAt,
      dueAt: peopleForgetting.dueAt,
      cursor: nextFirst.cursor,
    })
    .from(peopleForgetting)
    .innerJoin(people, eq(people.id, peopleForgetting.personId))
    .where(and(eq(peopleForgetting.groupId, group.id), nextFirst.after(after)))
    .orderBy(...nextFirst.order)
    .limit(limit + 1);
  return { ...pageOf(rows, limit), months: kept?.months ?? null, can: { keep: peoplePolicy.correct(group) } };
}

const nextFirst = keyset('asc', peopleForgetting.dueAt, peopleForgetting.personId);
