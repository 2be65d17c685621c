import { prepared, type Queryable } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { and, desc, eq, inArray, not, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context, House } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup } from '../groups/queries.ts';
import { nameIn, standing, standingOf, standsIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import type { PageQuery } from '../paging.ts';
import { isFoundBy } from '../searches.ts';
import { openSealedId, sealedId } from '../site/tokens.ts';
import type { PeopleQuery } from './contract.ts';
import { peoplePolicy } from './policy.ts';
import { consents, people, personHistory } from './tables.ts';

/** The people a group holds, newest first, for those who may see them; for everyone else there is no such list. */
export async function listPeople(ctx: Context, slug: string, asked: PeopleQuery) {
  const group = await findPeopleHolder(ctx, slug);
  const { limit = 20 } = asked;
  const counting = countPeople(ctx, group.id);
  const [total, rows] = await Promise.all([
    counting,
    findMatching(ctx, { ...asked, groupId: group.id, counting, limit: limit + 1 }),
  ]);
  const page = pageOf(rows, limit);
  return { ...page, total, group };
}

/** The people of a group whom a condition finds, newest first. Asks nobody's leave: for who may see them, as was just established. */
export async function listPeopleWhere(
  { db }: { db: Queryable },
  { groupId, where }: { groupId: string; where: SQL },
  { after, limit = 20 }: PageQuery,
) {
  const stretch = stretchOf(groupId, newestFirst.read(after));
  return pageOf(await rowsFrom(db, sql`${people}`, and(stretch, where), limit + 1), limit);
}

/** One person of a group with what they did and agreed to, for those who may see people. */
export async function findPerson(ctx: Context, slug: string, personId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const [person] = await ctx.db
    .select({ ...personRow, ...writtenDown, contactName: nameIn(contactOf, people.groupId) })
    .from(people)
    .leftJoin(...standingOf(people.accountId, people.groupId))
    .where(and(eq(people.groupId, group.id), eq(people.id, personId)));
  if (!person) throw new NotFound('person');
  const [record, turnout] = await Promise.all([recordOf(ctx, personId), findPersonTurnout(ctx, personId)]);
  const { contactId, contactName, ...known } = person;
  const contact = contactId && contactName ? { id: contactId, name: contactName } : null;
  return { ...known, contact, ...record, turnout, group };
}

/** That a group has this person, for those who may see its people: else NotFound. */
export async function findPersonOf(ctx: Context, slug: string, personId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const isTheirs = and(eq(people.groupId, group.id), eq(people.id, personId));
  const [person] = await ctx.db.select({ id: people.id }).from(people).where(isTheirs);
  if (!person) throw new NotFound('person');
  return { ...person, group };
}

/** What the holder of a link from a mail may see: their own record in that one group. */
export async function findOwnRecord(ctx: Context, sealed: string) {
  const personId = openSealedId(ctx.settings.secret, 'own-record', sealed);
  const person = personId ? await findWithGroup(ctx, personId) : undefined;
  if (!person) throw new NotFound('record');
  return { ...person, ...(await recordOf(ctx, person.id)) };
}

/** Whether the holder of an unsubscribe link still gets mail from that group. */
export async function findSubscription(ctx: Context, sealed: string) {
  const personId = openSealedId(ctx.settings.secret, 'unsubscribe', sealed);
  const person = personId ? await findWithGroup(ctx, personId) : undefined;
  if (!person) throw new NotFound('subscription');
  return person;
}

/** The condition that a person may be mailed for a purpose: no consent, no contact. For joins and segments. */
export function mayBeMailed(purpose: 'updates' = 'updates'): SQL {
  return sql`(${people.email} is not null and exists (
    select from ${consents}
    where ${consents.personId} = ${people.id} and ${consents.way} = 'email'
      and ${consents.purpose} = ${purpose} and ${consents.given} = 'yes'))`;
}

/** How a person ends mail from one group, with no account, in the words of a mail; it never expires. */
export function unsubscribing(house: House, personId: string, language: Language) {
  const label = say(language, 'people.unsubscribe.do');
  return { label, ...unsubscribingBy(house, subscriptionSeal(house, personId)) };
}

/** Where mail ends for the person of this seal, or for each receiver of a letter that has a place for it. */
export function unsubscribingBy({ settings }: House, seal: string) {
  return {
    url: `${settings.publicUrl}/unsubscribe/${seal}`,
    oneClickUrl: `${settings.publicUrl}/api/v1/unsubscriptions/${seal}`,
  };
}

/** What stands at the end of `/unsubscribe/` for this person: mail ends there, and their record can be asked for. */
export function subscriptionSeal({ settings }: Pick<House, 'settings'>, personId: string): string {
  return sealedId(settings.secret, 'unsubscribe', personId);
}

/** The group, if the viewer may see its people; else there is nothing here. */
export async function findPeopleHolder(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!peoplePolicy.see(group)) throw new NotFound('people');
  return group;
}

const newestFirst = keyset('desc', people.addedAt, people.id);
const inOrder = sql.join(newestFirst.order, sql`, `);

const personRow = {
  id: people.id,
  name: people.name,
  email: people.email,
  phone: people.phone,
  tags: people.tags,
  source: people.source,
  isMember: standing.isMember,
  mayBeMailed: sql<boolean>`${mayBeMailed()}`,
  addedAt: people.addedAt,
  lastSeenAt: people.lastSeenAt,
  cursor: newestFirst.cursor,
};

/** Whoever keeps in touch does so as long as they see the group's people. */
const contactOf = sql<
  string | null
>`case when ${standsIn(people.contactAccountId, people.groupId, 'see_people')}
  then ${people.contactAccountId} end`;

const writtenDown = {
  language: people.language,
  pronouns: people.pronouns,
  assessment: people.assessment,
  contactId: contactOf,
};

type Wanted = Omit<PeopleQuery, 'limit'> & { groupId: string; counting: Promise<number>; limit: number };

/**
 * Whoever matches a search or a tag is found either among the newest, or there are few of them, or they came together
 * long ago (a list brought in with a tag). No plan serves all three: so first the newest are looked through, and only
 * when that leaves the page unfilled all who match are gathered by their index and sorted.
 */
async function findMatching({ db }: Context, wanted: Wanted) {
  const { groupId, counting, search, tag, consent, after, limit } = wanted;
  const place = newestFirst.read(after);
  const stretch = stretchOf(groupId, place);
  const match = and(
    search?.trim() ? isFoundBy(sql`${people.search}`, search) : undefined,
    tag ? sql`${people.tags} @> array[${tag.trim().toLowerCase()}]::text[]` : undefined,
  );
  const wish = { mailable: consent === 'yes', unmailable: consent === 'no' };
  const agreed = agreedOf(wish);
  if (!match) {
    return listing(db, { ...wish, groupId, place, most: limit });
  }
  const newest = sql`(select * from ${people} where ${stretch}
    order by ${inOrder} limit ${NEAR}) ${people}`;
  const near = await rowsFrom(db, newest, and(match, agreed), limit);
  if (near.length === limit || (await counting) <= NEAR) return near;
  // "offset 0" keeps the planner from walking by date after all.
  return rowsFrom(
    db,
    sql`(select * from ${people} where ${and(stretch, match)} offset 0) ${people}`,
    agreed,
    limit,
  );
}
/** People who are looked through, or counted, one by one. */
const NEAR = 10_000;

type Listing = Agreed & { groupId: string; place: string[] | undefined; most: number };
type Agreed = Record<'mailable' | 'unmailable', boolean>;

/** The people as most look at them, with nothing searched. */
const listing = prepared((db, asked: Listing) => {
  const { groupId, place, most } = asked;
  return rowsFrom(db, sql`${people}`, and(stretchOf(groupId, place), agreedOf(asked)), most);
});

function stretchOf(groupId: string, place: string[] | undefined) {
  return and(eq(people.groupId, groupId), place ? newestFirst.beyond(place) : undefined);
}

function agreedOf({ mailable, unmailable }: Agreed) {
  return mailable ? mayBeMailed() : unmailable ? not(mayBeMailed()) : undefined;
}

/**
 * The newest `limit` of a source that is called `people`. They are gathered once, as an array: a planner whose figures
 * are from before a list came in would take a join with them for cheap, and gather them for each person there is.
 */
function rowsFrom(db: Queryable, source: SQL, where: SQL | undefined, limit: number) {
  const found = sql`select ${people.id} from ${source} where ${where ?? sql`true`} order by ${inOrder} limit ${limit}`;
  return db
    .select(personRow)
    .from(people)
    .leftJoin(...standingOf(people.accountId, people.groupId))
    .where(sql`${people.id} = any (array(${found}))`)
    .orderBy(inOrder);
}

/** Exact up to 10,000; above that the share the planner expects, since nobody reads the last digits of a million. */
async function countPeople({ db }: { db: Queryable }, groupId: string): Promise<number> {
  const [counted] = await countFew(db, { groupId });
  const count = counted?.count ?? 0;
  if (count <= NEAR) return count;
  const plan = await db.execute<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    sql`explain (format json) select from ${people} where ${people.groupId} = ${sql.raw(`'${groupId}'`)}`,
  );
  return Math.max(count, plan.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0);
}

const countFew = prepared(
  (_, { groupId }: { groupId: string }) =>
    sql<{
      count: number;
    }>`select count(*) from (select from ${people} where ${people.groupId} = ${groupId} limit ${NEAR + 1}) few`,
);

async function recordOf({ db }: { db: Queryable }, personId: string) {
  const [agreed, history] = await Promise.all([
    db
      .select({
        way: consents.way,
        purpose: consents.purpose,
        given: consents.given,
        how: consents.how,
        at: consents.at,
      })
      .from(consents)
      .where(eq(consents.personId, personId)),
    db
      .select({ kind: personHistory.kind, label: personHistory.label, at: personHistory.at })
      .from(personHistory)
      .where(eq(personHistory.personId, personId))
      .orderBy(desc(personHistory.at), desc(personHistory.id))
      .limit(200),
  ]);
  return { consents: agreed, history };
}

/** All of what a person did at events, however long ago: their lines are an index apart from everyone else's. */
async function findPersonTurnout({ db }: { db: Queryable }, personId: string) {
  const came = sql`filter (where ${personHistory.kind} = 'came')`;
  const [turnout] = await db
    .select({
      came: sql<number>`(count(*) ${came})::int`,
      missed: sql<number>`(count(*) filter (where ${personHistory.kind} = 'missed'))::int`,
      firstCameAt: sql`min(${personHistory.at}) ${came}`.mapWith(personHistory.at),
      lastCameAt: sql`max(${personHistory.at}) ${came}`.mapWith(personHistory.at),
      lastCameTo: sql<
        string | null
      >`(array_agg(${personHistory.label} order by ${personHistory.at} desc) ${came})[1]`,
    })
    .from(personHistory)
    .where(and(eq(personHistory.personId, personId), inArray(personHistory.kind, ['came', 'missed'])));
  if (!turnout) throw new Error('a count always has its row');
  return turnout;
}

async function findWithGroup({ db }: { db: Queryable }, personId: string) {
  const updates = alias(consents, 'updates');
  const [person] = await db
    .select({
      id: people.id,
      groupId: people.groupId,
      groupName: groups.name,
      groupSlug: groups.slug,
      name: people.name,
      email: people.email,
      phone: people.phone,
      language: people.language,
      pronouns: people.pronouns,
      assessment: people.assessment,
      tags: people.tags,
      source: people.source,
      addedAt: people.addedAt,
      subscribed: sql<boolean>`coalesce(${updates.given} = 'yes', false)`,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.groupId))
    .leftJoin(
      updates,
      and(eq(updates.personId, people.id), eq(updates.way, 'email'), eq(updates.purpose, 'updates')),
    )
    .where(eq(people.id, personId));
  return person;
}
