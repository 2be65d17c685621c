import { constant, constantFrom, record, type Arbitrary } from 'fast-check';
import { newId } from '@groundwork/database';
import { anAccount } from '../accounts/fixtures.ts';
import { ROLES, type Role } from '../groups/responsibilities.ts';
import { aMember, anOwnRole, type AGroup } from '../groups/fixtures.ts';
import type { aSite } from '../testing.ts';
import type { LineCondition } from './lines.ts';
import type { RoleLine } from './role-lines.ts';

/** How somebody with an account stands in the group, if they do. */
export type Standing = { accountId: string; role: Role | null; ownRoleId: string | null };

/** An account of each role, two of which have one of the group's own, and one in no group but another. */
export async function someStandings(
  site: Awaited<ReturnType<typeof aSite>>,
  group: AGroup,
  other: AGroup,
): Promise<Standing[]> {
  const [member, plain, elsewhere] = [
    await aMember(site, group),
    await aMember(site, group),
    await aMember(site, other),
  ];
  const held = await Promise.all(
    ROLES.map(async (role) => ({ role, account: await aMember(site, group, role) })),
  );
  const press = await anOwnRole(site, group, member, ['publish']);
  const door = await anOwnRole(site, group, plain, ['host_events']);
  await anOwnRole(site, other, elsewhere, ['publish']);
  return [
    { accountId: member.id, role: 'member', ownRoleId: press },
    { accountId: plain.id, role: 'member', ownRoleId: door },
    ...held.map(({ role, account }) => ({ accountId: account.id, role, ownRoleId: null })),
    { accountId: elsewhere.id, role: null, ownRoleId: null },
    { accountId: (await anAccount(site)).id, role: null, ownRoleId: null },
  ];
}

/** What a line asks of it, slowly and in plain words. */
export function holdsRole({ role }: RoleLine, standing: Standing | null): boolean {
  return standing !== null && (standing.role === role || standing.ownRoleId === role);
}

export function someRoleLines(ownRoles: string[]): Arbitrary<LineCondition>[] {
  return [
    record({
      is: constant('role' as const),
      // One that is gone, too.
      role: constantFrom<string[]>(...ROLES, ...ownRoles, newId()),
    }),
  ];
}
