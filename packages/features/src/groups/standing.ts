import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { isListed } from './listed.ts';
import { carriedBy, ROLES, rolesWith, type Responsibility, type Role } from './responsibilities.ts';
import { coalitionReach, groupBans, groups, memberships } from './tables.ts';

/** An account or a group in a query: its column, what stands for it in SQL, or its id. */
type Ref = AnyPgColumn | SQL | string;

const carriedByRole = sql.raw(
  `case memberships.role ${ROLES.map((role) => `when '${role}' then '{${carriedBy(role).join()}}'::text[]`).join(' ')}
    else '{}' end`,
);

/**
 * How an account stands in a group, or several accounts do, as what a query joins:
 * `.leftJoin(...standingOf(viewer.id))`, and then `standing.role`. Without `group`: in the query's own `groups`.
 */
export function standingOf(account: Ref | string[], group: Ref = groups.id) {
  const isTheirs = Array.isArray(account)
    ? inArray(memberships.accountId, account)
    : eq(memberships.accountId, account);
  return [memberships, and(eq(memberships.groupId, group), isTheirs)] as const;
}

/** What a joined standing says; joined left, all of it is null for who is not a member. `ownName` and `ownPronouns` are for this group alone. */
export const standing = {
  accountId: memberships.accountId,
  role: memberships.role,
  ownName: memberships.name,
  ownPronouns: memberships.pronouns,
  joinedAt: memberships.joinedAt,
  /** All that they carry here: their role's and their own role's together. Empty, and never null, for who is no member. */
  carried: sql<Responsibility[]>`${carriedByRole} || coalesce(${memberships.ownResponsibilities}, '{}')`,
  isMember: sql<boolean>`${memberships.accountId} is not null`,
};

/**
 * The condition that a responsibility is carried, by a role or by an own role: that of the joined standing, unless
 * another row of `memberships` is named.
 */
export function carries(responsibility: Responsibility, membership: SQL = sql`${memberships}`): SQL<boolean> {
  // In the text, so that a prepared query's plan knows them and may take the index of those who carry something.
  const roles = sql.raw(inText(rolesWith(responsibility)));
  return sql<boolean>`(${membership}.role in (${roles}) or (${membership}.own_role_id is not null
    and ${sql.raw(inText([responsibility]))} = any(${membership}.own_responsibilities)))`;
}

/** The condition that an account is in a group, and, if one is named, carries a responsibility there. Joins nothing. */
export function standsIn(
  account: Ref,
  group: Ref = groups.id,
  responsibility?: Responsibility,
): SQL<boolean> {
  const also = responsibility && carries(responsibility, sql`own`);
  return sql<boolean>`exists (select from ${memberships} own
    where ${and(sql`own.group_id = ${group}`, sql`own.account_id = ${account}`, also)})`;
}

/** The condition that somebody carries a responsibility in a group of whom `is` is true. Joins nothing. */
export function hasCarrier(
  responsibility: Responsibility,
  group: Ref,
  is: (carrier: Record<'accountId' | 'joinedAt', SQL>) => SQL,
): SQL<boolean> {
  // No sub-select of the carriers: the planner makes a join only of a condition that stands in the `exists` itself.
  return sql<boolean>`exists (select from ${memberships} carrier where carrier.group_id = ${group}
    and ${carries(responsibility, sql`carrier`)}
    and ${is({ accountId: sql`carrier.account_id`, joinedAt: sql`carrier.joined_at` })})`;
}

/**
 * The condition that an account stands in a coalition by a group that it reaches, and, if one is named, carries a
 * responsibility in that group: there, and not in the coalition. A group that is hidden lets nobody in, and whoever is
 * banned from the coalition does not come in.
 */
export function isReachedBy(
  account: Ref,
  coalition: Ref = groups.id,
  responsibility?: Responsibility,
): SQL<boolean> {
  const also = responsibility && sql`and ${carries(responsibility, sql`own`)}`;
  return sql<boolean>`(exists (select from ${reaching(account)} where reach.coalition_id = ${coalition} ${also})
    and not ${isBannedFrom(account, coalition)})`;
}

/** The coalitions that an account stands in by a group of theirs, to select from: `coalition_id`. */
export function coalitionsOf(account: Ref): SQL {
  return sql`(select distinct reach.coalition_id from ${reaching(account)})`;
}

/** To select from: the memberships (`own`) by which an account comes in, each with what reaches it, and its group. */
function reaching(account: Ref): SQL {
  return sql`${memberships} own join ${coalitionReach} reach on reach.group_id = own.group_id and own.account_id = ${account}
    join ${groups} home on home.id = own.group_id and home.hidden_at is null`;
}

/** The condition that a coalition, or a group, has banned an account. */
export function isBannedFrom(account: Ref, coalition: Ref = groups.id): SQL {
  return sql`exists (select from ${groupBans} ban where ban.group_id = ${coalition} and ban.account_id = ${account})`;
}

/**
 * The groups that a coalition reaches as everybody may know, directly or by a coalition in it that stands in lists; to select
 * from, as one set: `group_id`.
 */
export function openlyReached(coalition: Ref): SQL {
  return sql`(select reach.group_id from ${coalitionReach} reach where reach.coalition_id = ${coalition} and (
    reach.is_direct or reach.group_id in (
      select lower_reach.group_id from ${coalitionReach} upper_reach
      join ${coalitionReach} lower_reach on lower_reach.coalition_id = upper_reach.group_id and lower_reach.is_direct
      join ${groups} between_them on between_them.id = upper_reach.group_id
      where upper_reach.coalition_id = ${coalition} and upper_reach.is_direct and ${isListed(sql`between_them`)})))`;
}

/** The groups an account is in, or in which it carries a responsibility, to select from: `group_id`. */
export function groupsOf(account: Ref, responsibility?: Responsibility): SQL {
  const also = responsibility && carries(responsibility, sql`own`);
  return sql`(select own.group_id from ${memberships} own where ${and(sql`own.account_id = ${account}`, also)})`;
}

/** To select from: the memberships (`own`) of an account, each with its group (`home`); one that is hidden is not there. */
export function insideOf(account: Ref): SQL {
  return sql`${memberships} own join ${groups} home on home.id = own.group_id and own.account_id = ${account}
    and home.hidden_at is null`;
}

/** Those of them by which a responsibility can be used now: a group that is frozen decides nothing. */
export function decidingIn(account: Ref, responsibility: Responsibility): SQL {
  return sql`${insideOf(account)} and home.frozen_at is null and ${carries(responsibility, sql`own`)}`;
}

/** Who joined a group after a moment, to select from: `account_id`, `joined_at`. */
export function joinersSince(group: Ref, since: SQL): SQL {
  return sql`(select own.account_id, own.joined_at from ${memberships} own
    where own.group_id = ${group} and own.joined_at > ${since})`;
}

/**
 * Members who carry nothing there and joined between two moments, the first of them first; to select from: `account_id`,
 * `joined_at`, `name` as the group knows them.
 */
export function newMembersOf(group: Ref, { since, until }: { since: SQL; until: SQL }): SQL {
  return sql`(select own.account_id, own.joined_at, coalesce(own.name, account.name) as name from ${memberships} own
    join ${accounts} account on account.id = own.account_id
    where own.group_id = ${group} and own.joined_at > ${since} and own.joined_at <= ${until}
      and own.role = 'member' and own.own_role_id is null
    order by own.joined_at, own.account_id)`;
}

/** The condition that the joined standing carries something, by a role of the group's own too. */
export const isAnswering = sql<boolean>`(${memberships.role} <> 'member' or ${memberships.ownRoleId} is not null)`;

/** Who carries a responsibility in a group, to select from: `account_id`. */
export function carriersIn(group: Ref, responsibility: Responsibility): SQL {
  return sql`(select own.account_id from ${memberships} own
    where own.group_id = ${group} and ${carries(responsibility, sql`own`)})`;
}

/**
 * Who shows one of the names that are asked for (`letters`, as same_letters() has them) in one of these groups, to select from:
 * `account_id`. By index, whatever the size of the groups.
 */
export function namedLike(asked: SQL, inGroups: SQL): SQL {
  return sql`(select own.account_id from ${asked} asked join ${accounts} account on same_letters(account.name) = asked.letters
      join ${memberships} own on own.account_id = account.id and own.name is null and own.group_id in ${inGroups}
    union select own.account_id from ${asked} asked join ${memberships} own
      on same_letters(own.name) = asked.letters and own.name is not null and own.group_id in ${inGroups})`;
}

/** How many carry something in a group, by a role of its own too: a scalar. */
export function leadersOf(group: Ref): SQL<number> {
  return sql<number>`(select count(*) from ${memberships} leader
    where leader.group_id = ${group} and (leader.role <> 'member' or leader.own_role_id is not null))`;
}

/** The accounts that are in a group with a role: one that every group has, or one of its own, by its id. To select from: `account_id`. */
export function accountsWithRole(group: Ref, role: { given: Role } | { ownId: string }): SQL {
  const isHeld = 'given' in role ? sql`held.role = ${role.given}` : sql`held.own_role_id = ${role.ownId}`;
  return sql`(select held.account_id from ${memberships} held where held.group_id = ${group} and ${isHeld})`;
}

/** The name someone shows in a group: the one for this group, else the account's own. Needs `accounts` joined as well. */
export function shownName(): SQL<string> {
  return sql<string>`coalesce(${memberships.name}, ${accounts.name})`;
}

/** The same of anyone, with nothing joined; null of who is not in the group: their own name was never the group's to show. */
export function nameIn(account: Ref, group: Ref): SQL<string | null> {
  return sql<string | null>`(select coalesce(face.name, account.name) from ${memberships} face
    join ${accounts} account on account.id = face.account_id
    where face.group_id = ${group} and face.account_id = ${account})`;
}

/**
 * The same where a coalition talks, with the group by which they are there beside it: of several, one that everybody finds in
 * lists, and else none. Who is no member of the coalition is called as they are in that group.
 */
export function nameAmong(account: Ref, group: Ref): SQL<string | null> {
  const first = (what: SQL) => sql`(select ${what} from ${reaching(account)}
    join ${accounts} account on account.id = own.account_id
    where reach.coalition_id = ${group} and home.kind = 'group' and not ${isBannedFrom(account, group)}
    order by ${isListed(sql`home`)} desc, own.joined_at, own.group_id limit 1)`;
  const beside = sql`case when ${isListed(sql`home`)} then ' · ' || home.name else '' end`;
  return sql<string | null>`coalesce(${nameIn(account, group)} || coalesce(${first(beside)}, ''),
    ${first(sql`coalesce(own.name, account.name) || ${beside}`)})`;
}

/** Since when somebody stands in a coalition by a group that it reaches. */
export function reachedSince(account: Ref, coalition: Ref): SQL<Date | null> {
  return sql<Date | null>`(select min(greatest(own.joined_at, reach.reached_at)) from ${reaching(account)}
    where reach.coalition_id = ${coalition})`;
}

/**
 * The condition that an account publishes for a group or manages it: what two groups agree is between those of either. A group
 * that is hidden has nobody. Joins nothing.
 */
export function isOnSide(account: Ref, group: Ref): SQL<boolean> {
  return sql<boolean>`exists (select from ${memberships} own
    join ${groups} home on home.id = own.group_id and home.hidden_at is null
    where own.group_id = ${group} and own.account_id = ${account}
      and (${carries('publish', sql`own`)} or ${carries('manage_group', sql`own`)}))`;
}

/** What somebody is called where two groups speak: as in theirs, which stands beside the name if everybody finds it in lists. */
export function nameOnSides(account: Ref, one: Ref, other: Ref): SQL<string | null> {
  return sql<string | null>`(select coalesce(own.name, account.name)
      || case when ${isListed(sql`home`)} then ' · ' || home.name else '' end
    from ${memberships} own join ${accounts} account on account.id = own.account_id
    join ${groups} home on home.id = own.group_id
    where own.account_id = ${account} and own.group_id in (${one}, ${other})
    order by own.group_id = ${one} desc limit 1)`;
}

/** When somebody joined a group; null of who is not in it. */
export function joinedAtIn(account: Ref, group: Ref): SQL<Date | null> {
  return sql<Date | null>`(select own.joined_at from ${memberships} own
    where own.group_id = ${group} and own.account_id = ${account})`;
}

function inText(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
