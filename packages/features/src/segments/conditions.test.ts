import { newId, type Database } from '@groundwork/database';
import { asc, eq } from 'drizzle-orm';
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  option,
  record,
  type Arbitrary,
} from 'fast-check';
import { expect, test } from 'vitest';
import { aPublishedCampaign } from '../campaigns/fixtures.ts';
import { signatures } from '../campaigns/signatures/tables.ts';
import { attendances } from '../events/checkin/tables.ts';
import { anEvent } from '../events/fixtures.ts';
import { rsvps } from '../events/tables.ts';
import { aGroup } from '../groups/fixtures.ts';
import { personNotes } from '../people/notes/tables.ts';
import { sheetRows, sheets } from '../people/sheets/tables.ts';
import { consents, people, personAddresses, personHistory } from '../people/tables.ts';
import { aSite } from '../testing.ts';
import { isLeftBy } from './conditions.ts';
import { daysAgo, askedFields as fields, isKnown, knownOf, knowOf, someFieldLines } from './fixtures.ts';
import type { LineCondition, Line } from './lines.ts';
import { listPeople, lists } from './tables.ts';
import { readLines, writeLines } from './writing.ts';

type Human = {
  id: string;
  tags: string[];
  language: 'en' | 'es';
  source: 'signature' | 'import';
  email: string | null;
  phone: string | null;
  /** By campaign: how many days ago it was confirmed, if it stands. */
  signed: Record<string, number>;
  /** On paper, under the same campaign. */
  signedPaper: boolean;
  pledged: Record<string, number>;
  /** By event: how many days ago. */
  came: Record<string, number>;
  missed: Record<string, number>;
  /** By how: how many days ago. A mail that did not arrive is none. */
  contacted: Partial<Record<'email' | 'call' | 'meeting', number>>;
  answer: 'yes' | 'no' | null;
  postcode: string | null;
  city: string | null;
  /** By field, in the form in which values are kept. */
  known: Record<string, string>;
};

const isBit = (index: number, bit: number) => ((index >> bit) & 1) === 1;

/** 128 people of a group, in whom everything that lines ask of is combined; and one of another group who did it all. */
async function aWorld() {
  const site = await aSite();
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const campaign = (await aPublishedCampaign(site, group)).id;
  const pledge = (await aPublishedCampaign(site, group)).id;
  const [first, second] = [await anEvent(site, { group }), await anEvent(site, { group })].map(
    ({ id }) => id,
  );
  if (!first || !second) throw new Error('two events were made');
  const humans = Array.from({ length: 128 }, (_, index): Human => {
    const came = { ...(isBit(index, 3) && { [first]: 200 }), ...(isBit(index, 4) && { [second]: 3 }) };
    return {
      id: newId(),
      tags: isBit(index, 0) ? ['driver', `n${index % 3}`] : [],
      language: isBit(index, 1) ? 'es' : 'en',
      source: index % 5 < 2 ? 'import' : 'signature',
      email: index % 7 === 0 ? null : `p${index}@example.org`,
      phone: index % 4 === 0 ? '+34600000000' : null,
      signed: isBit(index, 2) ? { [campaign]: index % 60 } : {},
      signedPaper: index % 13 === 0,
      pledged: index % 6 === 0 ? { [pledge]: index } : {},
      came,
      missed: isBit(index, 5) && !isBit(index, 4) ? { [second]: 3 } : {},
      contacted: {
        ...(isBit(index, 1) && { email: (index % 40) + 1 }),
        ...(index % 9 === 0 && { call: 50 }),
        ...(index % 11 === 0 && { meeting: 2 }),
      },
      answer: (['yes', 'no', null] as const)[index % 3] ?? null,
      postcode: ['SW1A 1AA', 'sw19 5ae', 'E_ 5'][index % 5] ?? null,
      city: ['Oakland', 'oakland', 'São Paulo'][index % 4] ?? null,
      known: knownOf(index >> 1),
    };
  });
  const { db } = site.house;
  const groupId = group.id;
  await db.insert(people).values(
    humans.map(({ id, tags, language, source, email, phone }) => ({
      ...{ id, groupId, tags, language, source, email, phone },
      name: 'Sam Ortiz',
    })),
  );
  await knowOf(db, groupId, humans);
  await db.insert(signatures).values(
    humans
      .flatMap(({ id: personId, signed, pledged }) => [
        // Whoever did not sign never confirmed.
        { personId, campaignId: campaign, kind: 'signature' as const, days: signed[campaign] },
        { personId, campaignId: pledge, kind: 'pledge' as const, days: pledged[pledge] },
      ])
      .map(({ days, ...it }) => ({
        ...{ id: newId(), groupId, name: 'Sam Ortiz', ...it },
        confirmedAt: days === undefined ? null : daysAgo(days),
      })),
  );
  const answered = humans.flatMap(({ id: personId, missed }) =>
    Object.entries(missed).map(([eventId, days]) => ({ id: newId(), personId, eventId, days })),
  );
  await db.insert(rsvps).values(
    answered.map(({ id, personId, eventId }) => ({
      ...{ id, personId, eventId, groupId },
      state: 'going' as const,
      language: 'en' as const,
    })),
  );
  await db.insert(attendances).values([
    ...answered.map(({ id: rsvpId, days, ...it }) => ({
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
  await contact(db, groupId, humans);
  await signOnPaper(db, { groupId, campaign, humans });
  await db
    .insert(personAddresses)
    .values(
      humans.flatMap(({ id: personId, postcode, city }) =>
        postcode === null && city === null ? [] : { personId, groupId, postcode, city },
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
  await db.insert(people).values({
    ...{ id: newId(), groupId: other.id, name: 'Sam Ortiz', language: 'es', source: 'import' },
    tags: ['driver'],
  });
  return { db, groupId, humans, campaign, events: [first, second] as const };
}

/** One sheet under the campaign, ten days ago, and one that was taken back. */
async function signOnPaper(
  db: Database,
  { groupId, campaign, humans }: { groupId: string; campaign: string; humans: Human[] },
) {
  const sheet = (id: string, takenBackAt: Date | null) => ({
    ...{ id, groupId, title: 'Market', language: 'en' as const, signs: true, takenBackAt },
    ...{ aboutKind: 'campaign' as const, aboutId: campaign, day: daysAgo(10).toISOString().slice(0, 10) },
  });
  const [kept, gone] = [newId(), newId()];
  await db.insert(sheets).values([sheet(kept, null), sheet(gone, new Date())]);
  const line = (sheetId: string) => (personId: string) => ({ id: newId(), sheetId, personId, isNew: false });
  const signers = humans.filter(({ signedPaper }) => signedPaper).map(({ id }) => id);
  await db
    .insert(sheetRows)
    .values([...signers.map(line(kept)), ...humans.map(({ id }) => id).map(line(gone))]);
}

async function contact(db: Database, groupId: string, humans: Human[]) {
  const of = (how: keyof Human['contacted']) =>
    humans.flatMap(({ id: personId, contacted: { [how]: days } }) =>
      days === undefined ? [] : { id: newId(), groupId, personId, at: daysAgo(days) },
    );
  const refused = humans.map(({ id: personId }) => ({ id: newId(), groupId, personId, at: daysAgo(1) }));
  await db
    .insert(personHistory)
    .values([
      ...of('email').map((line) => ({ ...line, kind: 'mailed' as const })),
      ...refused.map((line) => ({ ...line, kind: 'mail-refused' as const })),
    ]);
  const notes = (['call', 'meeting'] as const).flatMap((contactedBy) =>
    of(contactedBy).map((line) => ({ ...line, contactedBy })),
  );
  const plain = refused.map((line) => ({ ...line, id: newId(), contactedBy: null }));
  await db
    .insert(personNotes)
    .values([...notes, ...plain].map((line) => ({ ...line, body: 'Spoke.', until: daysAgo(-30) })));
}

/** What a line asks, slowly and in plain words. */
function holds(who: LineCondition, human: Human, saved: ReadonlyMap<string, Line[]>): boolean {
  const isRecent = (days: number) => !('days' in who) || who.days === undefined || days < who.days;
  const timesOf = (did: Record<string, number>, thing: string | undefined) =>
    Object.entries(did).filter(([id, days]) => (thing === undefined || id === thing) && isRecent(days))
      .length;
  switch (who.is) {
    case 'tagged':
      return human.tags.includes(who.tag);
    case 'speaking':
      return human.language === who.language;
    case 'from':
      return human.source === who.source;
    case 'member':
      return false;
    case 'added':
      return true;
    case 'signed':
      return timesOf(human.signed, who.campaign) >= 1 || (human.signedPaper && isRecent(10));
    case 'pledged':
      return timesOf(human.pledged, who.campaign) >= 1;
    case 'missed':
      return timesOf(human.missed, who.event) >= (who.times ?? 1);
    case 'coming':
      return human.missed[who.event] !== undefined;
    case 'came':
      return timesOf(human.came, who.event) >= (who.times ?? 1);
    case 'contacted':
      return Object.entries(human.contacted).some(([by, days]) => (who.by ?? by) === by && isRecent(days));
    case 'agreed':
      return human.answer === 'yes';
    case 'refused':
      return human.answer === 'no';
    case 'mailable':
      return human.email !== null && human.answer === 'yes';
    case 'lacking':
      return human[who.what] === null;
    case 'postcode':
      return bare(human.postcode ?? '-').startsWith(bare(who.begins));
    case 'city':
      return human.city?.toUpperCase() === who.city.toUpperCase();
    case 'within':
      return isLeft(saved.get(who.segment) ?? [], human, saved);
    case 'field':
      return fields.has(who.field) && isKnown(who, human.known[who.field]);
    case 'listed':
      return who.list === captains && human.tags.includes('n2');
    case 'searching':
      return human.email?.startsWith(who.words) ?? false;
  }
}

const bare = (postcode: string) => postcode.replaceAll(' ', '').toUpperCase();

function isLeft(lines: Line[], human: Human, saved: ReadonlyMap<string, Line[]>): boolean {
  let left = lines[0]?.how !== 'add';
  for (const { how, who } of lines) {
    const is = holds(who, human, saved);
    left = how === 'add' ? left || is : how === 'only' ? left && is : left && !is;
  }
  return left;
}

const inner = newId();
const captains = newId();
const saved = new Map<string, Line[]>([
  [
    inner,
    [
      { how: 'without', who: { is: 'tagged', tag: 'driver' } },
      { how: 'add', who: { is: 'mailable' } },
    ],
  ],
]);

type Things = { campaign: string; events: readonly [string, string] };
function someLines({ campaign, events }: Things): Arbitrary<Line[]> {
  const days = option(constantFrom(1, 30, 100, 365), { nil: undefined });
  const event = option(constantFrom(...events), { nil: undefined });
  const ways = { way: constant('email' as const), purpose: constant('updates' as const) };
  const condition: Arbitrary<LineCondition> = constantFrom<Arbitrary<LineCondition>[]>(
    record({ is: constant('tagged' as const), tag: constantFrom('driver', 'n1', 'nobody') }),
    record({ is: constant('speaking' as const), language: constantFrom('en' as const, 'es' as const) }),
    record({ is: constant('from' as const), source: constantFrom('import' as const, 'signature' as const) }),
    record({
      is: constant('signed' as const),
      campaign: option(constant(campaign), { nil: undefined }),
      days,
    }),
    record({ is: constant('pledged' as const), days }),
    record({ is: constant('missed' as const), event, days }),
    record({ is: constant('coming' as const), event: constantFrom(...events) }),
    record({ is: constant('member' as const) }),
    record({ is: constant('added' as const), days }),
    record({ is: constant('came' as const), event, times: integer({ min: 1, max: 3 }), days }),
    record({
      is: constant('contacted' as const),
      by: constantFrom(undefined, 'email' as const, 'call' as const, 'meeting' as const, 'letter' as const),
      days,
    }),
    record({ is: constant('agreed' as const), ...ways }),
    record({ is: constant('refused' as const), ...ways }),
    record({ is: constant('mailable' as const) }),
    record({ is: constant('lacking' as const), what: constantFrom('email' as const, 'phone' as const) }),
    record({ is: constant('postcode' as const), begins: constantFrom('sw1', 'sw1a1', 'e_', 'e%', 's w') }),
    record({ is: constant('city' as const), city: constantFrom('oakland', 'são paulo', 'oak') }),
    record({ is: constant('within' as const), segment: constant(inner) }),
    ...someFieldLines(),
    record({ is: constant('listed' as const), list: constantFrom(captains, inner) }),
    record({ is: constant('searching' as const), words: constantFrom('p1', 'nobody') }),
  ).chain((one) => one);
  return array(
    record({ how: constantFrom('add' as const, 'without' as const, 'only' as const), who: condition }),
    { minLength: 1, maxLength: 6 },
  );
}

test('any lines leave whom a slow filter leaves, and nobody of another group', async () => {
  const { db, groupId, humans, ...things } = await aWorld();
  await assert(
    asyncProperty(someLines(things), async (lines) => {
      const found = await db
        .select({ id: people.id })
        .from(people)
        .where(isLeftBy(lines, { groupId, saved, fields }))
        .orderBy(asc(people.id));
      const own = new Set(humans.map(({ id }) => id));
      const left = humans.filter((human) => isLeft(lines, human, saved)).map(({ id }) => id);
      expect(found.map(({ id }) => id).filter((id) => own.has(id))).toEqual(left.sort());
    }),
    { numRuns: 300 },
  );
  expect(await db.$count(people, eq(people.groupId, groupId))).toBe(humans.length);
});

test('any lines are read as they are written', async () => {
  const things = { campaign: newId(), events: [newId(), newId()] as const };
  await assert(
    asyncProperty(someLines(things), async (lines) => {
      const known = JSON.parse(JSON.stringify(lines)) as Line[];
      expect(readLines(writeLines(known))).toEqual(known);
    }),
  );
});
