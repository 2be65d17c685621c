import { newId, type Database } from '@groundwork/database';
import { aPublishedCampaign } from '../campaigns/fixtures.ts';
import { signatures } from '../campaigns/signatures/tables.ts';
import { attendances } from '../events/checkin/tables.ts';
import { anEvent } from '../events/fixtures.ts';
import { rsvps } from '../events/tables.ts';
import { aGroup } from '../groups/fixtures.ts';
import { links } from '../links/tables.ts';
import { aCrew } from '../people/fixtures.ts';
import { consents, people, personAddresses, personHistory } from '../people/tables.ts';
import { aSite } from '../testing.ts';
import { contactsOf, keepContacts, signOnPaper, type Contacted } from './contact-fixtures.ts';
import { daysAgo, knownOf, knowOf } from './fixtures.ts';
import { keepPostcodes } from './near-fixtures.ts';
import { recordOf, waitAsDuplicates, type OnRecord } from './record-fixtures.ts';
import { someStandings, type Standing } from './role-fixtures.ts';
import { climbers, rungs } from '../people/climbing/tables.ts';
import { listPeople, lists } from './tables.ts';

/** The list of those who have a certain tag. */
export const captains = newId();
/** The rung of a ladder on which those stand who have another one. */
export const firstRung = newId();

export type Human = {
  id: string;
  tags: string[];
  language: 'en' | 'es';
  source: 'signature' | 'import';
  email: string | null;
  phone: string | null;
  /** By campaign: how many days ago it was confirmed, if it stands. */
  signed: Record<string, number>;
  pledged: Record<string, number>;
  /** By event: how many days ago. */
  came: Record<string, number>;
  /** The same of what a list says that they came to, by what it calls it. */
  listed: Record<string, number>;
  missed: Record<string, number>;
  /** The link that brought them to sign, and the one to answer. */
  links: (string | null)[];
  answer: 'yes' | 'no' | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  /** By field, in the form in which values are kept. */
  known: Record<string, string>;
  /** What organizers wrote down. */
  record: OnRecord;
  contacted: Contacted;
  /** Of those who have an account. */
  standing: Standing | null;
};

const isBit = (index: number, bit: number) => ((index >> bit) & 1) === 1;

/** Two links, of which one brought some who sign, and both some who answer. */
export const broughtLinks = [newId(), newId()] as const;
/** Whoever is no signer, or answered nothing, was brought to neither. */
function linksOf(index: number) {
  const [first, second] = broughtLinks;
  const isMissing = isBit(index, 5) && !isBit(index, 4);
  return [
    isBit(index, 2) && index % 3 === 0 ? first : null,
    isMissing ? ([first, second, null][index % 3] ?? null) : null,
  ];
}

/** 128 people of a group, in whom everything that lines ask of is combined; and one of another group who did it all. */
export async function aWorld() {
  const site = await aSite();
  const [crew, other] = [await aCrew(site), await aGroup(site)];
  const { group } = crew;
  const campaign = (await aPublishedCampaign(site, group)).id;
  const pledge = (await aPublishedCampaign(site, group)).id;
  const [first, second] = [await anEvent(site, { group }), await anEvent(site, { group })].map(
    ({ id }) => id,
  );
  if (!first || !second) throw new Error('two events were made');
  // The last of them is a member, and sees nobody.
  const contacts = [crew.steward.id, crew.organizer.id, crew.member.id];
  const standings = await someStandings(site, group, other);
  const things = { campaign, pledge, contacts, standings, events: [first, second] as const };
  const humans = someHumans(things);
  const { db } = site.house;
  const places = await keepPostcodes(db);
  await keepRecords(db, group.id, humans);
  await keepDeeds(db, group.id, { humans, campaign, pledge });
  await keepListed(db, group.id, humans);
  await keepAnswers(db, group.id, humans);
  await keepContacts(db, group.id, humans);
  await signOnPaper(db, { groupId: group.id, campaign, humans });
  await db.insert(people).values({
    ...{ id: newId(), groupId: other.id, name: 'Sam Ortiz', language: 'es', source: 'import' },
    tags: ['driver'],
  });
  const ownRoles = standings.flatMap(({ ownRoleId }) => ownRoleId ?? []);
  return { db, groupId: group.id, humans, places, campaign, contacts, ownRoles, events: things.events };
}

type Things = {
  campaign: string;
  pledge: string;
  contacts: string[];
  standings: Standing[];
  events: readonly [string, string];
};
function someHumans({ campaign, pledge, contacts, standings, events: [first, second] }: Things): Human[] {
  return Array.from({ length: 128 }, (_, index): Human => {
    const came = { ...(isBit(index, 3) && { [first]: 200 }), ...(isBit(index, 4) && { [second]: 3 }) };
    return {
      id: newId(),
      tags: isBit(index, 0) ? ['driver', `n${index % 3}`] : [],
      language: isBit(index, 1) ? 'es' : 'en',
      source: index % 5 < 2 ? 'import' : 'signature',
      email: index % 7 === 0 ? null : `p${index}@example.org`,
      phone: index % 4 === 0 ? '+34600000000' : null,
      signed: isBit(index, 2) ? { [campaign]: index % 60 } : {},
      pledged: index % 6 === 0 ? { [pledge]: index } : {},
      came,
      listed: { ...(index % 3 === 1 && { Picnic: 40 }), ...(index % 9 === 1 && { Assembly: 3 }) },
      links: linksOf(index),
      missed: isBit(index, 5) && !isBit(index, 4) ? { [second]: 3 } : {},
      answer: (['yes', 'no', null] as const)[index % 3] ?? null,
      postcode: ['SW1A 1AA', 'sw19 5ae', 'E_ 5'][index % 5] ?? null,
      city: ['Oakland', 'oakland', 'São Paulo'][index % 4] ?? null,
      country: [null, 'gb', 'FR', 'United Kingdom', 'UK'][index % 6] ?? null,
      known: knownOf(index >> 1),
      record: recordOf(index, contacts),
      contacted: contactsOf(index),
      standing: standings[(index * 5) % 128] ?? null,
    };
  });
}

async function keepRecords(db: Database, groupId: string, humans: Human[]): Promise<void> {
  await db.insert(people).values(
    humans.map(({ id, tags, language, source, email, phone, record, standing }) => ({
      ...{ id, groupId, tags, language, source, email, phone },
      ...{ assessment: record.assessment, contactAccountId: record.contactId },
      accountId: standing?.accountId ?? null,
      name: 'Sam Ortiz',
    })),
  );
  await knowOf(db, groupId, humans);
  await waitAsDuplicates(db, groupId, humans);
}

type Deeds = { humans: Human[]; campaign: string; pledge: string };
async function keepDeeds(db: Database, groupId: string, { humans, campaign, pledge }: Deeds): Promise<void> {
  await db
    .insert(links)
    .values(
      broughtLinks.map((id, index) => ({ id, groupId, code: `link-${index}`, path: '/', label: 'Flyer' })),
    );
  await db.insert(signatures).values(
    humans
      .flatMap(({ id: personId, signed, pledged, links: [linkId] }) => [
        // Whoever did not sign never confirmed.
        { personId, campaignId: campaign, linkId, kind: 'signature' as const, days: signed[campaign] },
        { personId, campaignId: pledge, kind: 'pledge' as const, days: pledged[pledge] },
      ])
      .map(({ days, ...it }) => ({
        ...{ id: newId(), groupId, name: 'Sam Ortiz', ...it },
        confirmedAt: days === undefined ? null : daysAgo(days),
      })),
  );
  const answered = humans.flatMap(({ id: personId, missed, links: [, linkId] }) =>
    Object.entries(missed).map(([eventId, days]) => ({ id: newId(), personId, eventId, days, linkId })),
  );
  await db.insert(rsvps).values(
    answered.map(({ id, personId, eventId, linkId }) => ({
      ...{ id, personId, eventId, groupId, linkId },
      state: 'going' as const,
      language: 'en' as const,
    })),
  );
  await db.insert(attendances).values([
    ...answered.map(({ id: rsvpId, days, linkId: _, ...it }) => ({
      ...{ ...it, id: newId(), rsvpId, groupId, at: daysAgo(days) },
      state: 'no_show' as const,
    })),
    ...humans.flatMap(({ id: personId, came }) =>
      Object.entries(came).map(([eventId, days]) => ({
        ...{ id: newId(), personId, eventId, groupId, at: daysAgo(days) },
        state: 'attended' as const,
      })),
    ),
  ]);
}

/** As lists say; of the first of them twice, as of two records that were made one. */
async function keepListed(db: Database, groupId: string, humans: Human[]): Promise<void> {
  const lines = humans.flatMap(({ id: personId, listed }) =>
    Object.entries(listed).map(([label, days]) => ({ personId, label, at: daysAgo(days) })),
  );
  await db.insert(personHistory).values(
    [...lines, ...lines.slice(0, 1)].map((line) => ({
      ...{ id: newId(), groupId, kind: 'came-elsewhere' as const },
      ...line,
    })),
  );
}

async function keepAnswers(db: Database, groupId: string, humans: Human[]): Promise<void> {
  await db
    .insert(personAddresses)
    .values(
      humans.flatMap(({ id: personId, postcode, city, country }) =>
        postcode === null && city === null ? [] : { personId, groupId, postcode, city, country },
      ),
    );
  await db.insert(consents).values(
    humans.flatMap(({ id: personId, answer }) =>
      answer === null
        ? []
        : {
            personId,
            groupId,
            way: 'email' as const,
            purpose: 'updates' as const,
            given: answer,
            how: 'import' as const,
          },
    ),
  );
  await db.insert(lists).values({ id: captains, groupId, name: 'Captains' });
  await db
    .insert(listPeople)
    .values(
      humans
        .filter(({ tags }) => tags.includes('n2'))
        .map(({ id: personId }) => ({ groupId, listId: captains, personId })),
    );
  await db.insert(rungs).values({ id: firstRung, groupId });
  const [beganAt, dueAt, ladderId] = [new Date(), new Date(), newId()];
  await db.insert(climbers).values(
    humans
      .filter(({ tags }) => tags.includes('n1'))
      .map(({ id: personId }) => ({
        groupId,
        ladderId,
        personId,
        state: 'standing' as const,
        rungId: firstRung,
        beganAt,
        dueAt,
      })),
  );
}
