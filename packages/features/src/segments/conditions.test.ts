import { newId } from '@groundwork/database';
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
import { people } from '../people/tables.ts';
import { isLeftBy } from './conditions.ts';
import { PAPER_DAYS, someContactLines } from './contact-fixtures.ts';
import { askedFields as fields, isKnown, someFieldLines } from './fixtures.ts';
import type { LineCondition, Line } from './lines.ts';
import { dwellsNear, someNearLines } from './near-fixtures.ts';
import { isWrittenDown, someRecordLines } from './record-fixtures.ts';
import { holdsRole, someRoleLines } from './role-fixtures.ts';
import { aWorld, broughtLinks, captains, firstRung, type Human } from './world-fixtures.ts';
import { readLines, writeLines } from './writing.ts';

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
      return human.standing !== null && human.standing.role !== null;
    case 'role':
      return holdsRole(who, human.standing);
    case 'added':
      return true;
    case 'signed':
      return (
        timesOf(human.signed, who.campaign) >= 1 || (human.contacted.signedPaper && isRecent(PAPER_DAYS))
      );
    case 'pledged':
      return timesOf(human.pledged, who.campaign) >= 1;
    case 'missed':
      return timesOf(human.missed, who.event) >= (who.times ?? 1);
    case 'coming':
      return human.missed[who.event] !== undefined;
    case 'came':
      return timesOf({ ...human.came, ...human.listed }, who.event) >= (who.times ?? 1);
    case 'contacted':
      return Object.entries(human.contacted.by).some(([by, days]) => (who.by ?? by) === by && isRecent(days));
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
    case 'person':
      return human.id === who.person;
    case 'within':
      return isLeft(saved.get(who.segment) ?? [], human, saved);
    case 'field':
      return fields.has(who.field) && isKnown(who, human.known[who.field]);
    case 'near':
      return dwellsNear(who, human);
    case 'brought':
      return human.links.includes(who.link);
    case 'assessed':
    case 'unassessed':
    case 'contact':
    case 'no-contact':
    case 'duplicate':
      return isWrittenDown(who, human.record);
    case 'rung':
      return who.rung === firstRung && human.tags.includes('n1');
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
const saved = new Map<string, Line[]>([
  [
    inner,
    [
      { how: 'without', who: { is: 'tagged', tag: 'driver' } },
      { how: 'add', who: { is: 'mailable' } },
    ],
  ],
]);

type Things = {
  campaign: string;
  contacts: string[];
  ownRoles: string[];
  events: readonly [string, string];
  persons: string[];
};
function someLines({ campaign, contacts, ownRoles, events, persons }: Things): Arbitrary<Line[]> {
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
    ...someContactLines(),
    record({ is: constant('agreed' as const), ...ways }),
    record({ is: constant('refused' as const), ...ways }),
    record({ is: constant('mailable' as const) }),
    record({ is: constant('lacking' as const), what: constantFrom('email' as const, 'phone' as const) }),
    record({ is: constant('postcode' as const), begins: constantFrom('sw1', 'sw1a1', 'e_', 'e%', 's w') }),
    record({ is: constant('city' as const), city: constantFrom('oakland', 'são paulo', 'oak') }),
    record({ is: constant('person' as const), person: constantFrom(...persons, newId()) }),
    record({ is: constant('within' as const), segment: constant(inner) }),
    ...someFieldLines(),
    ...someRecordLines(contacts),
    ...someRoleLines(ownRoles),
    ...someNearLines(),
    record({ is: constant('brought' as const), link: constantFrom(...broughtLinks, newId()) }),
    record({ is: constant('rung' as const), rung: constantFrom(firstRung, newId()) }),
    record({ is: constant('listed' as const), list: constantFrom(captains, inner) }),
    record({ is: constant('searching' as const), words: constantFrom('p1', 'nobody') }),
  ).chain((one) => one);
  return array(
    record({ how: constantFrom('add' as const, 'without' as const, 'only' as const), who: condition }),
    { minLength: 1, maxLength: 6 },
  );
}

test('any lines leave whom a slow filter leaves, and nobody of another group', async () => {
  const { db, groupId, humans, places, ...things } = await aWorld();
  const persons = humans.slice(0, 3).map(({ id }) => id);
  await assert(
    asyncProperty(someLines({ ...things, persons }), async (lines) => {
      const found = await db
        .select({ id: people.id })
        .from(people)
        .where(isLeftBy(lines, { groupId, saved, fields, places, seesRoles: true }))
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
  const things = {
    campaign: newId(),
    contacts: [newId()],
    ownRoles: [newId()],
    events: [newId(), newId()] as const,
    persons: [newId()],
  };
  await assert(
    asyncProperty(someLines(things), async (lines) => {
      const known = JSON.parse(JSON.stringify(lines)) as Line[];
      expect(readLines(writeLines(known))).toEqual(known);
    }),
  );
});
