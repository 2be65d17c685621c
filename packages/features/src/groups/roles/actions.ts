import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { changeGroup } from '../locks.ts';
import { refuseBeyond, settleStanding } from '../members/actions.ts';
import type { SeenGroup } from '../queries.ts';
import { carriedBy, RESPONSIBILITIES, type Responsibility } from '../responsibilities.ts';
import { groupRoles, memberships } from '../tables.ts';
import type { OwnRoleInput } from './contract.ts';
import { findRole } from './queries.ts';

const MOST_ROLES = 30;

/** Makes a role of the group's own, of what the viewer carries (else Forbidden groups.role-beyond). Answers its id. */
export async function makeRole(ctx: Context, slug: string, asked: OwnRoleInput): Promise<string> {
  const written = tidy(asked);
  return changeGroup(ctx, slug, 'manageRoles', async (tx, group) => {
    refuseBeyond(group, written.responsibilities);
    const count = await tx.$count(groupRoles, eq(groupRoles.groupId, group.id));
    if (count >= MOST_ROLES) throw new Conflict('groups.too-many-roles', { most: MOST_ROLES });
    const id = newId();
    await tx.insert(groupRoles).values({ id, groupId: group.id, ...written });
    const { responsibilities } = written;
    note(tx, ctx, 'groups.role-made', { groupId: group.id, id }, { responsibilities });
    return id;
  });
}

/** Changes a role for everyone who has it, at once. */
export async function editRole(ctx: Context, slug: string, id: string, asked: OwnRoleInput): Promise<void> {
  const after = tidy(asked);
  await changeGroup(ctx, slug, 'manageRoles', async (tx, group) => {
    const before = await findRole(tx, group.id, id);
    refuseBeyond(group, [...before.responsibilities, ...after.responsibilities]);
    await tx.update(groupRoles).set(after).where(eq(groupRoles.id, id));
    const [from, to] = [before.responsibilities, after.responsibilities];
    note(tx, ctx, 'groups.role-edited', { groupId: group.id, id }, { from, to });
    if (from.join() !== to.join()) await settleCarriers(tx, ctx, { group, id, from, to });
  });
}

/** Removes a role that nobody has (else Conflict groups.role-in-use): nobody loses what they do by a list being tidied. */
export async function removeRole(ctx: Context, slug: string, id: string): Promise<void> {
  await changeGroup(ctx, slug, 'manageRoles', async (tx, group) => {
    const { responsibilities, memberCount: count } = await findRole(tx, group.id, id);
    refuseBeyond(group, responsibilities);
    if (count > 0) throw new Conflict('groups.role-in-use', { count });
    await tx.delete(groupRoles).where(eq(groupRoles.id, id));
    note(tx, ctx, 'groups.role-removed', { groupId: group.id, id }, { responsibilities });
  });
}

type Changed = {
  group: SeenGroup;
  id: string;
  from: readonly Responsibility[];
  to: readonly Responsibility[];
};

/** The database has changed what they carry already; the rest of what hangs on it follows. */
async function settleCarriers(tx: Transaction, ctx: Context, { group, id, from, to }: Changed) {
  const groupId = group.id;
  const carriers = await tx
    .select({ accountId: memberships.accountId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.ownRoleId, id)));
  for (const { accountId, role } of carriers) {
    const own = carriedBy(role);
    await settleStanding(tx, ctx, { groupId, accountId, from: [...own, ...from], to: [...own, ...to] });
  }
}

function tidy({ name, responsibilities }: OwnRoleInput) {
  return {
    name: name.trim(),
    responsibilities: RESPONSIBILITIES.filter((one) => responsibilities.includes(one)),
  };
}
