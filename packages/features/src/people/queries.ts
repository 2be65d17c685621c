import { prepared, type Queryable } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context, House } from '../context.ts';
import { NotFound } from '../errors.ts';
import { listOpenBudgets } from '../groups/budgets/queries.ts';
import { findGroup } from '../groups/queries.ts';
import { nameIn, standing, standingOf, standsIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { openSealedId, sealedId } from '../site/tokens.ts';
import { shownPhone } from './phones.ts';
import { listFurtherShown } from './points.ts';
import { wholeChoice } from './choice-seals.ts';
import { kindShown } from './mailed.ts';
import { peoplePolicy } from './policy.ts';
import { findAddressParts } from './postal.ts';
import { consents, people, personHistory } from './tables.ts';
import { mayBeReached, type Purpose } from './ways.ts';

/** One person of a group with what they did and agreed to, for those who may see people. */
export async function findPerson(ctx: Context, slug: string, personId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const [[person], record, [turnout]] = await Promise.all([
    wholePerson(ctx.db, { groupId: group.id, personId }),
    recordOf(ctx, personId),
    turnoutOf(ctx.db, { personId }),
  ]);
  if (!person) throw new NotFound('person');
  if (!turnout) throw new Error('a count always has its row');
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
  const [record, budgets, further, addressParts] = await Promise.all([
    recordOf(ctx, person.id),
    listOpenBudgets(ctx.db, [person.groupId]),
    listFurtherShown(ctx.db, person.id),
    findAddressParts(ctx.db, person.id),
  ]);
  const address = Object.values(addressParts).filter((part) => part !== null);
  const seals = { subscription: subscriptionSeal(ctx, person.id), choice: wholeChoice(ctx, person.id) };
  return {
    ...person,
    ...record,
    budgets: budgets.get(person.groupId) ?? [],
    further,
    address,
    addressParts,
    ...seals,
  };
}

/** Whether the holder of an unsubscribe link still gets mail from that group. */
export async function findSubscription(ctx: Context, sealed: string) {
  const personId = openSealedId(ctx.settings.secret, 'unsubscribe', sealed);
  const person = personId ? await findWithGroup(ctx, personId) : undefined;
  if (!person) throw new NotFound('subscription');
  return person;
}

/** The condition that a person may be mailed for a purpose: no consent, no contact. For joins and segments. */
export function mayBeMailed(purpose: Purpose = 'updates'): SQL {
  return mayBeReached('email', purpose);
}

/** How a person ends mail from one group, with no account, in the words of a mail; it never expires. */
export function unsubscribing(house: House, personId: string, language: Language) {
  const label = say(language, 'people.unsubscribe.do');
  return { label, ...unsubscribingBy(house, subscriptionSeal(house, personId)) };
}

/** Where mail ends for the person of this seal, or for each receiver of a letter that has a place for it. */
export function unsubscribingBy(
  { settings }: Pick<House, 'settings'>,
  seal: string,
  { choice, writer }: { choice?: string | null; writer?: string | null } = {},
) {
  const asked = [...(choice ? [`choice=${choice}`] : []), ...(writer ? [`writer=${writer}`] : [])];
  return {
    url: `${settings.publicUrl}/unsubscribe/${seal}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
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

/** As people read a number: `US +15105550119` comes out as one writes it there. */
const phoneShown = sql<string | null>`case when ${people.phone} is not null then (
  select coalesce(held.country, '') || ' ' || ${people.phone} from ${groups} held where held.id = ${people.groupId}) end`.mapWith(
  (written: string) => {
    const [country = '', ...phone] = written.split(' ');
    return shownPhone(phone.join(' '), country || null);
  },
);

/** One of a group's people as a list shows them. Of `people` joined with their standing. */
export const personRow = {
  id: people.id,
  name: people.name,
  email: people.email,
  phone: people.phone,
  phoneShown,
  tags: people.tags,
  source: people.source,
  isMember: standing.isMember,
  mayBeMailed: sql<boolean>`${mayBeMailed()}`,
  assessment: people.assessment,
  cameCount: people.cameCount,
  addedAt: people.addedAt,
  lastSeenAt: people.lastSeenAt,
};

/** Whoever keeps in touch does so as long as they see the group's people. */
const contactOf = sql<
  string | null
>`case when ${standsIn(people.contactAccountId, people.groupId, 'see_people')}
  then ${people.contactAccountId} end`;

/** The name of whoever keeps in touch, in a query over `people`. */
export const contactShown = nameIn(contactOf, people.groupId);

const writtenDown = {
  language: people.language,
  pronouns: people.pronouns,
  contactId: contactOf,
};

const wholePerson = prepared((db, { groupId, personId }: { groupId: string; personId: string }) =>
  db
    .select({ ...personRow, ...writtenDown, contactName: contactShown })
    .from(people)
    .leftJoin(...standingOf(people.accountId, people.groupId))
    .where(and(eq(people.groupId, groupId), eq(people.id, personId))),
);

/** A person's present answers. */
export function answersOf(db: Queryable, personId: string) {
  return answers(db, { personId });
}

const answers = prepared((db, { personId }: { personId: string }) => {
  const { way, purpose, given, how, manner, words, at, pace, onlyAbout } = consents;
  return db
    .select({ way, purpose, given, how, manner, words, at, pace, onlyAbout })
    .from(consents)
    .where(eq(consents.personId, personId));
});

async function recordOf({ db }: { db: Queryable }, personId: string) {
  const [agreed, history] = await Promise.all([answersOf(db, personId), lastDeeds(db, { personId })]);
  return { consents: agreed, history };
}

const lastDeeds = prepared((db, { personId }: { personId: string }) =>
  db
    .select({ kind: kindShown, label: personHistory.label, at: personHistory.at })
    .from(personHistory)
    .where(eq(personHistory.personId, personId))
    .orderBy(desc(personHistory.at), desc(personHistory.id))
    .limit(200),
);

/**
 * All of what a person did at events, and of what lists say that they came to, however long ago: their lines are an index
 * apart from everyone else's.
 */
const turnoutOf = prepared((db, { personId }: { personId: string }) => {
  const came = sql`filter (where ${personHistory.kind} <> 'missed')`;
  return db
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
    .where(
      and(
        eq(personHistory.personId, personId),
        inArray(personHistory.kind, ['came', 'came-elsewhere', 'missed']),
      ),
    );
});

/** The id of a record, or of the one that it was made one with (merging/tables.ts): links in earlier mails lead on. */
function presentId(personId: string): SQL {
  return sql`coalesce((select into_id from person_merges where gone_id = ${personId}::uuid), ${personId}::uuid)`;
}

async function findWithGroup({ db }: { db: Queryable }, personId: string) {
  const updates = alias(consents, 'updates');
  const membership = alias(consents, 'membership');
  const [person] = await db
    .select({
      id: people.id,
      groupId: people.groupId,
      groupName: groups.name,
      groupSlug: groups.slug,
      name: people.name,
      email: people.email,
      phone: people.phone,
      phoneShown,
      language: people.language,
      pronouns: people.pronouns,
      assessment: people.assessment,
      tags: people.tags,
      source: people.source,
      addedAt: people.addedAt,
      doNotContact: people.doNotContact,
      subscribed: sql<boolean>`coalesce(${updates.given} = 'yes', false) and not ${people.doNotContact}`,
      /** What they said to what members must hear; null for whoever was never asked. */
      membership: membership.given,
      pace: updates.pace,
      onlyAbout: updates.onlyAbout,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.groupId))
    .leftJoin(
      updates,
      and(eq(updates.personId, people.id), eq(updates.way, 'email'), eq(updates.purpose, 'updates')),
    )
    .leftJoin(
      membership,
      and(
        eq(membership.personId, people.id),
        eq(membership.way, 'email'),
        eq(membership.purpose, 'membership'),
      ),
    )
    .where(eq(people.id, presentId(personId)));
  return person;
}
