import { and, eq, sql, type SQL } from 'drizzle-orm';
import { Forbidden, NotFound } from '../../errors.ts';
import { isListed } from '../listed.ts';
import { findGroup, isGroupAt, type ReadContext } from '../queries.ts';
import { coalitionReach, groups } from '../tables.ts';
import { allies } from './tables.ts';

/**
 * The condition that everybody sees this group's page as that of an ally: it is one, nobody took it down, and the coalition
 * that put it up stands in lists, or is gone. As a group it is seen by nobody.
 */
export const isOpenAlly: SQL<boolean> = sql<boolean>`(${groups.kind} = 'ally' and ${groups.hiddenAt} is null
  and exists (select from ${allies} page left join ${groups} keeper on keeper.id = page.kept_by
    where page.group_id = ${groups.id} and page.taken_down_at is null
      and (page.kept_by is null or ${isListed(sql`keeper`)})))`;

/**
 * The condition that campaigns of a group show this ally beside them: the group is the coalition that put its page up, or one
 * of its. Where that coalition is gone, what was said before stays.
 */
export function isAllyOf(home: SQL): SQL<boolean> {
  return sql<boolean>`exists (select from ${allies} page where page.group_id = ${groups.id}
    and (page.kept_by is null or ${isKeptAround(home)}))`;
}

/** One group that can be asked, or an ally that everybody sees and that `home` may name (else 403). */
export async function findGroupOrAlly(
  asker: ReadContext,
  slug: string,
  home: { id: string },
): Promise<{ id: string }> {
  try {
    return await findGroup(asker, slug);
  } catch (refusal) {
    if (!(refusal instanceof NotFound)) throw refusal;
    const ally = await findNamedAlly(asker, slug, home);
    if (!ally) throw refusal;
    return ally;
  }
}

async function findNamedAlly({ db }: ReadContext, slug: string, home: { id: string }) {
  const isOurs = sql<boolean>`exists (select from ${allies} page where page.group_id = ${groups.id}
    and ${isKeptAround(sql`${home.id}::uuid`)})`;
  const [ally] = await db
    .select({ id: groups.id, isOurs })
    .from(groups)
    .where(and(isGroupAt(slug), isOpenAlly));
  if (ally && !ally.isOurs) throw new Forbidden('groups.ally-of-others');
  return ally;
}

function isKeptAround(home: SQL): SQL {
  return sql`(page.kept_by = ${home} or exists (select from ${coalitionReach} reach
    where reach.coalition_id = page.kept_by and reach.group_id = ${home}))`;
}

/** Whether a group is an ally that nobody has claimed yet. */
export async function isAlly({ db }: Pick<ReadContext, 'db'>, groupId: string): Promise<boolean> {
  return (await db.$count(groups, and(eq(groups.id, groupId), eq(groups.kind, 'ally')))) > 0;
}
