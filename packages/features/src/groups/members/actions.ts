import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { endInvitations } from '../invitations/ending.ts';
import { changeGroup, lockGroup } from '../locks.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup, type SeenGroup } from '../queries.ts';
import {
  carriedBy,
  mayGive,
  mayPutOut,
  type Carrier,
  type Responsibility,
  type Role,
} from '../responsibilities.ts';
import { findRole } from '../roles/queries.ts';
import { standing } from '../standing.ts';
import { groupInvitations } from '../invitations/tables.ts';
import { groupBans, joinRequests, memberships } from '../tables.ts';
import type { FaceChange, RoleChange } from './contract.ts';
import { findMember } from './queries.ts';
import { tellMember } from './telling.ts';

/** The viewer joins a group that is open, having come `via` a short link. Joining twice is joining once. */
export async function joinGroup(ctx: Context, slug: string, via?: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (group.myRole !== null) return;
  permit(groupPolicy, 'join', group);
  const joining = { groupId: group.id, accountId: ctx.viewer.id, way: 'open', via } as const;
  await ctx.change((tx) => addMember(tx, joining));
}

/** The viewer leaves, and every invitation they made ends. The last steward cannot (409 groups.last-steward): someone must hold the keys. */
export async function leaveGroup(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.leave(group)) throw new NotFound('membership');
  await ctx.change(async (tx) => {
    await lockGroup(tx, group.id);
    await dropMember(tx, group.id, ctx.viewer.id);
    note(tx, ctx, 'groups.left', { groupId: group.id, id: ctx.viewer.id });
  });
}

/** Takes a member out, and with them every invitation they made: they may not walk back in by it. */
export async function removeMember(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    await refuseOver(tx, group, accountId);
    if (!(await dropMember(tx, group.id, accountId))) throw new NotFound('member');
    note(tx, ctx, 'groups.removed', { groupId: group.id, id: accountId });
    await tellMember(tx, ctx, 'groups.put-out', { group, accountId });
  });
}

/**
 * Gives a member another role, or another of the group's own, oneself included; what is left out stays. Nobody gives or
 * takes a role that carries what they do not (403 groups.role-beyond). The last steward stays one (409 groups.last-steward).
 */
export async function setRole(
  ctx: Context,
  slug: string,
  accountId: string,
  asked: RoleChange,
): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    const before = await findMember({ db: tx }, group.id, accountId);
    const after = {
      ...before,
      ...(asked.role && { role: asked.role }),
      ...(await findOwn(tx, group, asked)),
    };
    const [isOther, isOtherOwn] = [after.role !== before.role, after.ownRoleId !== before.ownRoleId];
    if (isOther) refuseBeyond(group, [...carriedBy(before.role), ...carriedBy(after.role)]);
    if (isOtherOwn) refuseBeyond(group, [...ownOf(before), ...ownOf(after)]);
    const { role, ownRoleId, ownResponsibilities } = after;
    await tx
      .update(memberships)
      .set({ role, ownRoleId, ownResponsibilities })
      .where(isMembership(group.id, accountId));
    const to = [...carriedBy(role), ...ownOf(after)];
    await settleStanding(tx, ctx, { groupId: group.id, accountId, from: before.carried, to });
    const member = { groupId: group.id, id: accountId };
    if (isOther || isOtherOwn) await tellMember(tx, ctx, 'groups.role-given', { group, accountId });
    if (isOther) note(tx, ctx, 'groups.role-changed', member, { from: before.role, to: role });
    if (isOtherOwn)
      note(tx, ctx, 'groups.own-role-changed', member, { from: before.ownRoleId, to: ownRoleId });
  });
}

type Own = { ownRoleId: string | null; ownResponsibilities: Responsibility[] | null };

async function findOwn(
  tx: Transaction,
  { id }: SeenGroup,
  { ownRoleId }: RoleChange,
): Promise<Own | undefined> {
  if (ownRoleId === undefined) return undefined;
  if (ownRoleId === null) return { ownRoleId, ownResponsibilities: null };
  const { responsibilities } = await findRole(tx, id, ownRoleId);
  return { ownRoleId, ownResponsibilities: responsibilities };
}

const ownOf = ({ ownResponsibilities }: Own) => ownResponsibilities ?? [];

/** Refuses (403) to give or take what the viewer does not carry. */
export function refuseBeyond(giver: Carrier, given: readonly Responsibility[]): void {
  if (!mayGive(giver, given)) throw new Forbidden('groups.role-beyond');
}

/** Refuses (403) to put out who carries something grave, but to those who could take all that from them. */
export async function refuseOver(tx: Transaction, group: SeenGroup, accountId: string): Promise<void> {
  const [member] = await tx
    .select({ carried: standing.carried })
    .from(memberships)
    .where(isMembership(group.id, accountId));
  if (member && !mayPutOut(group, member.carried)) throw new Forbidden('groups.role-beyond');
}

type Settled = { groupId: string; accountId: string } & Record<'from' | 'to', readonly Responsibility[]>;

/**
 * What hangs on what somebody carries: who carries less leaves no invitations, and their open sockets ask again. It is
 * noted, and heard by what was given to them for one thing alone.
 */
export async function settleStanding(
  tx: Transaction,
  ctx: Context,
  { groupId, accountId, from, to }: Settled,
): Promise<void> {
  if (from.every((one) => to.includes(one))) return;
  await revokeInvitationsOf(tx, groupId, accountId);
  note(tx, ctx, 'groups.role-lost', { groupId, id: accountId });
  speak(tx, { topic: `account:${accountId}`, id: groupId, kind: 'groups.role-lost' });
}

/** The viewer's face in this one group; an empty name or pronouns takes the account's own again. */
export async function setMyFace(ctx: Context, slug: string, { name, pronouns }: FaceChange): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (group.myRole === null) throw new NotFound('membership');
  await ctx.change(async (tx) => {
    await tx
      .update(memberships)
      .set({ name: name?.trim() || null, pronouns: pronouns?.trim() || null })
      .where(isMembership(group.id, ctx.viewer.id));
    note(tx, ctx, 'groups.face-changed', { groupId: group.id, id: ctx.viewer.id });
  });
}

/** Somebody has the same face in two groups from now on, until they choose another. */
export async function copyFace(
  tx: Transaction,
  accountId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const [face] = await tx
    .select({ name: memberships.name, pronouns: memberships.pronouns })
    .from(memberships)
    .where(isMembership(from, accountId));
  if (face) await tx.update(memberships).set(face).where(isMembership(to, accountId));
}

/** The way someone came in: by the open door, by asking, by an invitation, or named to speak for a group in a coalition. */
type Way = 'open' | 'asked' | 'invited' | 'named';
type Joining = {
  groupId: string;
  accountId: string;
  actorId?: string;
  way: Way;
  role?: Role;
  /** The code of the short link they came by. */
  via?: string | undefined;
};

/**
 * Makes someone a member in the caller's transaction, if they are not banned (Forbidden) and the group is not frozen
 * (Conflict): every way in leads through here. False: they were already.
 */
export async function addMember(
  tx: Transaction,
  { groupId, accountId, actorId = accountId, way, role = 'member', via }: Joining,
): Promise<boolean> {
  refuseFrozen(await lockGroup(tx, groupId));
  const bans = and(eq(groupBans.groupId, groupId), eq(groupBans.accountId, accountId));
  if ((await tx.select({ id: groupBans.accountId }).from(groupBans).where(bans)).length > 0)
    throw new Forbidden();
  const added = await tx
    .insert(memberships)
    .values({ groupId, accountId, role })
    .onConflictDoNothing()
    .returning({ accountId: memberships.accountId });
  if (added.length === 0) return false;
  await tx.delete(joinRequests).where(isOpenRequest(groupId, accountId));
  const how = { way, ...(role !== 'member' && { role }), ...(via && { via }) };
  note(tx, actorId, 'groups.joined', { groupId, id: accountId }, how);
  return true;
}

/** Locks these memberships until the caller's transaction ends, so that nobody leaves meanwhile; false: not all are members. */
export async function lockMembers(tx: Transaction, groupId: string, accountIds: string[]): Promise<boolean> {
  const locked = await tx
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), inArray(memberships.accountId, accountIds)))
    .for('key share');
  return locked.length === accountIds.length;
}

/** Makes someone a steward in the caller's transaction, a member or not. */
export async function makeSteward(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  await tx
    .insert(memberships)
    .values({ groupId, accountId, role: 'steward' })
    .onConflictDoUpdate({
      target: [memberships.groupId, memberships.accountId],
      set: { role: 'steward' },
    });
}

/** Ends a membership, with every invitation they made, and tells their open sockets; false when there was none. */
export async function dropMember(tx: Transaction, groupId: string, accountId: string): Promise<boolean> {
  const dropped = await tx
    .delete(memberships)
    .where(isMembership(groupId, accountId))
    .returning({ role: memberships.role });
  await revokeInvitationsOf(tx, groupId, accountId);
  speak(tx, { topic: `account:${accountId}`, id: groupId, kind: 'groups.membership-ended' });
  return dropped.length > 0;
}

/** Ends every invitation that this account made for the group. */
async function revokeInvitationsOf(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  await endInvitations(tx, groupId, eq(groupInvitations.madeBy, accountId));
}

function isMembership(groupId: string, accountId: string) {
  return and(eq(memberships.groupId, groupId), eq(memberships.accountId, accountId));
}

function isOpenRequest(groupId: string, accountId: string) {
  return and(
    eq(joinRequests.groupId, groupId),
    eq(joinRequests.accountId, accountId),
    sql`${joinRequests.decidedAt} is null`,
  );
}
