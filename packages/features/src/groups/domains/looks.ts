import type { Transaction } from '@groundwork/database';
import { lookForKey, openResolver } from '@groundwork/mail/records';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note, theGroup, type Actor } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { tell } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { listCarriers } from '../carriers.ts';
import { readableDomain, type DomainFinding } from './names.ts';
import { domainPolicy } from './policy.ts';
import { domains, domainsToLook, findDomain, isHeldByOther, type GroupDomain } from './queries.ts';
import { groupDomains } from './tables.ts';

/** A steward asks whether the record is there by now. Throws Conflict when another group's mail goes out from the domain. */
export async function lookAgain(ctx: Context, slug: string): Promise<void> {
  const { group, domain } = await findDomain(ctx, slug);
  permit(domainPolicy, 'look', group);
  if (!domain) throw new NotFound('domain');
  await ctx.change((tx) => spendQuota(ctx, tx, 'domain-looks', group.id));
  const held = await look(ctx, domain, ctx);
  if (held) throw new Conflict('groups.domain-held');
}

/** So many in one round, and so many side by side: a name server that is away takes seconds for each. */
const ROUND = 200;
const SIDE_BY_SIDE = 10;

/** Looks at those whose next look is due. */
export async function lookAtDomains(ctx: Context): Promise<void> {
  await lookAtEach(ctx, await domainsToLook(ctx.db, ROUND));
}

/** Looks at the domains of these groups from which mail goes out, unless somebody just did. */
export async function lookAtDomainsOf(ctx: Context, groupIds: string[]): Promise<void> {
  if (groupIds.length === 0) return;
  const isOfThese = and(
    inArray(groupDomains.groupId, groupIds),
    sql`${groupDomains.provenAt} is not null and ${groupDomains.lookedAt} < now() - interval '30 minutes'`,
  );
  await lookAtEach(ctx, await domains(ctx.db).where(isOfThese).limit(ROUND));
}

async function lookAtEach(ctx: Context, due: GroupDomain[]) {
  const failures: unknown[] = [];
  for (let at = 0; at < due.length; at += SIDE_BY_SIDE) {
    const looks = due.slice(at, at + SIDE_BY_SIDE).map((domain) => look(ctx, domain, null));
    for (const outcome of await Promise.allSettled(looks))
      if (outcome.status === 'rejected') failures.push(outcome.reason);
  }
  // One that failed keeps no other from being looked at.
  if (failures.length > 0) throw failures[0];
}

/** Looks, and keeps what that means. Answers whether the record is there and another group was first. */
async function look(ctx: Context, domain: GroupDomain, actor: Actor): Promise<boolean> {
  const dns = openResolver(ctx.settings.dnsServers);
  const found = await lookForKey(dns, domain).catch(() => 'unreachable' as const);
  return ctx.change(async (tx) => {
    // As it is by now: it may be another one, or gone.
    const [now] = await domains(tx).where(eq(groupDomains.id, domain.id)).for('update');
    return now ? settle(tx, ctx, { domain: now, found, actor }) : false;
  });
}

type Look = { domain: GroupDomain; found: DomainFinding; actor: Actor };

async function settle(tx: Transaction, ctx: Context, { domain, found, actor }: Look): Promise<boolean> {
  const isUsed = domain.provenAt !== null && domain.lostAt === null;
  const held = found === 'here' && !isUsed && (await isHeldByOther(tx, domain));
  const next = held ? null : nextOf(domain, found);
  await tx
    .update(groupDomains)
    .set({ found, lookedAt: sql`now()`, ...changeTo(next) })
    .where(eq(groupDomains.id, domain.id));
  if (next === null || next === 'missed' || next === 'found') return held;
  const entryId = note(tx, actor, `groups.domain-${next}`, theGroup(domain.groupId));
  if (next === 'proven') return held;
  const carriers = await listCarriers(tx, domain.groupId, 'manage_group');
  const said = { entryId, domain: readableDomain(domain.domain) };
  await tell(tx, ctx, `groups.domain-${next}`, ...carriers.map((carrier) => ({ ...carrier, ...said })));
  return held;
}

type Next = 'proven' | 'missed' | 'lost' | 'found' | 'back' | null;

/** A loss is one at two looks with an hour between: a DNS is changed in steps. One that does not answer is none. */
function nextOf({ provenAt, missedAt, lostAt }: GroupDomain, found: DomainFinding): Next {
  if (found === 'unreachable') return null;
  if (found === 'here') {
    if (provenAt === null) return 'proven';
    if (lostAt !== null) return 'back';
    return missedAt === null ? null : 'found';
  }
  if (provenAt === null || lostAt !== null) return null;
  if (missedAt === null) return 'missed';
  return missedAt.getTime() <= Date.now() - HOUR_MS ? 'lost' : null;
}

const HOUR_MS = 3_600_000;

function changeTo(next: Next) {
  if (next === 'proven') return { provenAt: sql`now()` };
  if (next === 'missed') return { missedAt: sql`now()` };
  if (next === 'lost') return { lostAt: sql`now()` };
  return next === null ? {} : { missedAt: null, lostAt: null };
}
