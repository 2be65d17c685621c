import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { anAccount } from '../accounts/fixtures.ts';
import { contextFor, NOBODY, type Context, type House, type Viewer } from '../context.ts';
import { createGroup, editGroup, vouch } from './actions.ts';
import type { GroupChange, NewGroup } from './contract.ts';
import { addMember, setRole } from './members/actions.ts';
import { findGroup } from './queries.ts';
import type { Responsibility, Role } from './responsibilities.ts';
import { makeRole } from './roles/actions.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };
type Options = Partial<NewGroup> &
  Pick<GroupChange, 'questions' | 'about' | 'accent' | 'language'> & {
    steward?: Account;
    isVouched?: boolean;
  };

/** A group (public, open and vouched for unless given otherwise) with its first steward. */
export async function aGroup(
  site: Site,
  { steward, isVouched = true, questions, about, accent, language, ...options }: Options = {},
) {
  const keeper = steward ?? (await anAccount(site));
  const ctx = as(site, keeper);
  const {
    id,
    slug: first,
    name,
  } = await createGroup(ctx, { name: 'Eastside Tenants', joining: 'open', ...options });
  if (isVouched) await ctx.change((tx) => vouch(tx, id, keeper.id));
  const { slug } = await findGroup(ctx, first);
  if (questions ?? about ?? accent ?? language)
    await editGroup(ctx, slug, {
      ...(questions && { questions }),
      ...(about && { about }),
      ...(accent && { accent }),
      ...(language && { language }),
    });
  return { id, slug, name, steward: keeper };
}
export type AGroup = Awaited<ReturnType<typeof aGroup>>;

/** A member of a group, new to it, in a role; `account` if it should be someone in particular. */
export async function aMember(site: Site, group: AGroup, role: Role = 'member', account?: Account) {
  const member = account ?? (await anAccount(site));
  const ctx = as(site, group.steward);
  await ctx.change((tx) => addMember(tx, { groupId: group.id, accountId: member.id, way: 'invited' }));
  await setRole(ctx, group.slug, member.id, { role });
  await forgetTelling(site);
  return member;
}

/** That somebody was told of the role with which a test begins is not what it is about. */
async function forgetTelling({ house: { db } }: Site): Promise<void> {
  await db.execute(sql`delete from mails where key like 'groups.role-given:%'`);
  await db.execute(sql`delete from notices where kind = 'groups.role-given'`);
}

/** A role of the group's own, which this member has from now on. Answers its id. */
export async function anOwnRole(
  site: Site,
  group: AGroup,
  to: { id: string },
  responsibilities: readonly Responsibility[],
) {
  const ctx = as(site, group.steward);
  const id = await makeRole(ctx, group.slug, {
    name: `Role ${newId()}`,
    responsibilities: [...responsibilities],
  });
  await setRole(ctx, group.slug, to.id, { ownRoleId: id });
  await forgetTelling(site);
  return id;
}

/** A context in which this account is the one who asks. */
function as({ house }: Site, { id, name, email }: Account): Context {
  const viewer: Viewer = { ...NOBODY, id, name, email, signedIn: true };
  return contextFor(house, viewer);
}
