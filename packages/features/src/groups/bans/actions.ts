import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { changeGroup } from '../locks.ts';
import { dropMember, refuseOver } from '../members/actions.ts';
import { nameAmong } from '../standing.ts';
import { groupBans, groups, joinRequests } from '../tables.ts';
import { tellMember } from '../members/telling.ts';

/** Whether somebody said something in a channel of a group: handed down, since channels lie above. */
export type HasSpoken = (tx: Transaction, groupId: string, accountId: string) => Promise<boolean>;

/**
 * Takes a member, or one who asked to be, out for good: a banned account is a stranger to the group and cannot join
 * or ask again; a coalition also keeps out who spoke in a channel of its. Only those the group knows can be banned, so that
 * a ban tells nobody which accounts exist, and under the name by which it knew them.
 */
export async function banMember(
  ctx: Context,
  slug: string,
  { accountId, hasSpoken }: { accountId: string; hasSpoken: HasSpoken },
): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    if (accountId === ctx.viewer.id) throw new Conflict('groups.ban-yourself');
    if (await isBanned(tx, group.id, accountId)) return;
    await refuseOver(tx, group, accountId);
    const name = await findName(tx, group.id, accountId);
    const wasMember = await dropMember(tx, group.id, accountId);
    const hadAsked = await dropRequests(tx, group.id, accountId);
    const isKnown =
      wasMember || hadAsked || (group.kind === 'coalition' && (await hasSpoken(tx, group.id, accountId)));
    if (!isKnown) throw new NotFound('member');
    await tx.insert(groupBans).values({ groupId: group.id, accountId, bannedBy: ctx.viewer.id, name });
    note(tx, ctx, 'groups.banned', { groupId: group.id, id: accountId });
    if (wasMember) await tellMember(tx, ctx, 'groups.put-out', { group, accountId });
  });
}

/** Lets someone join or ask again. It does not bring them back. */
export async function liftBan(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    const lifted = await tx
      .delete(groupBans)
      .where(isBan(group.id, accountId))
      .returning({ accountId: groupBans.accountId });
    if (lifted.length === 0) throw new NotFound('ban');
    note(tx, ctx, 'groups.ban-lifted', { groupId: group.id, id: accountId });
    await tellMember(tx, ctx, 'groups.ban-lifted', { group, accountId });
  });
}

/** What somebody is called in it. */
async function findName(tx: Transaction, groupId: string, accountId: string) {
  const [known] = await tx
    .select({ name: nameAmong(sql`${accountId}::uuid`, sql`${groupId}::uuid`) })
    .from(groups)
    .where(eq(groups.id, groupId));
  return known?.name ?? null;
}

/** Whether an account may not come back. */
export async function isBanned(tx: Transaction, groupId: string, accountId: string) {
  const bans = await tx.select({ at: groupBans.bannedAt }).from(groupBans).where(isBan(groupId, accountId));
  return bans.length > 0;
}

async function dropRequests(tx: Transaction, groupId: string, accountId: string) {
  const dropped = await tx
    .delete(joinRequests)
    .where(and(eq(joinRequests.groupId, groupId), eq(joinRequests.accountId, accountId)))
    .returning({ id: joinRequests.id });
  return dropped.length > 0;
}

function isBan(groupId: string, accountId: string) {
  return and(eq(groupBans.groupId, groupId), eq(groupBans.accountId, accountId));
}
