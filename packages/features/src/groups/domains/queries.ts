import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup, type ReadContext } from '../queries.ts';
import { domainPolicy } from './policy.ts';
import { groupDomains } from './tables.ts';

/** A group with its own domain, if it entered one, for whoever manages the group; for everyone else there is none. */
export async function findDomain(ctx: Context, slug: string) {
  const group = await findDomainGroup(ctx, slug);
  return { group, domain: await ownDomainOf(ctx.db, group.id) };
}

export async function findDomainGroup(ctx: ReadContext, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!domainPolicy.see(group)) throw new NotFound('domain');
  return group;
}

/** What a group's domain is and how it stands; null where it has none. */
export async function ownDomainOf(db: Queryable, groupId: string): Promise<GroupDomain | null> {
  const [found] = await domains(db).where(eq(groupDomains.groupId, groupId));
  return found ?? null;
}

export type GroupDomain = Awaited<ReturnType<typeof domains>>[number];

/** Everything but the key that signs, which nothing but the outbox reads. */
export function domains(db: Queryable) {
  return db
    .select({
      id: groupDomains.id,
      groupId: groupDomains.groupId,
      domain: groupDomains.domain,
      localPart: groupDomains.localPart,
      selector: groupDomains.selector,
      publicKey: groupDomains.publicKey,
      found: groupDomains.found,
      lookedAt: groupDomains.lookedAt,
      provenAt: groupDomains.provenAt,
      missedAt: groupDomains.missedAt,
      lostAt: groupDomains.lostAt,
    })
    .from(groupDomains)
    .$dynamic();
}

/** Where it was found it is looked at once a day, and else once an hour. */
const isToLook = and(
  isNotNull(groupDomains.provenAt),
  sql`${groupDomains.lookedAt} < now() - case ${groupDomains.found} when 'here' then interval '1 day' else interval '1 hour' end`,
);

/** Those from which mail goes out, or did, whose next look is due, longest unseen first. */
export function domainsToLook(db: Queryable, most: number) {
  return domains(db).where(isToLook).orderBy(asc(groupDomains.lookedAt)).limit(most);
}

/** Those from which mail goes out, or did until the record was lost; for whoever runs the site. */
export function provenDomains(db: Queryable, most: number) {
  return domains(db).where(isNotNull(groupDomains.provenAt)).orderBy(asc(groupDomains.domain)).limit(most);
}

/** Whether another group's mail goes out from this domain at this time. */
export async function isHeldByOther(db: Queryable, { id, domain }: Pick<GroupDomain, 'id' | 'domain'>) {
  const held = and(
    eq(groupDomains.domain, domain),
    isNotNull(groupDomains.provenAt),
    isNull(groupDomains.lostAt),
    sql`${groupDomains.id} <> ${id}`,
  );
  return (await db.$count(groupDomains, held)) > 0;
}
