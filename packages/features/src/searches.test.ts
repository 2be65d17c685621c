import { typedText } from '@groundwork/words/testing';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { anEvent, anRsvp } from './events/fixtures.ts';
import { aGroup, aMember } from './groups/fixtures.ts';
import { aPerson } from './people/fixtures.ts';
import { aSite, type TestAnswer, type TestClient, type TestSite } from './testing.ts';

/** Names, and what finds each of them alone. */
const FOUND: Record<string, string[]> = {
  'Łukasz Żółć': ['lukasz', 'ŁUKASZ', 'zolc', 'żółć łu', 'Zolc, Lukasz'],
  'Søren Æbelø': ['soren', 'aebelo', 'Æbelø søren'],
  'Iğdır Şaşmaz-Weiß': ['igdir', 'IĞDIR', 'sasmaz', 'weiss', 'sasmaz weiss', 'sasmazweiss', 'weiß'],
  "Kit O'Brien": ['obrien', 'o’brien', "o'brien", 'o brien', 'OʼBRIEN', 'brien kit'],
  'Núñez Ortega, Lucía': ['lucia nunez', 'núñez-ortega', 'ortega lucía', 'nun\u0303ez'],
  'أحمد عبد الله الحسن': [
    'احمد',
    'إحمد',
    'آحمد',
    'أَحْمَد',
    'أحـــمد',
    'عبدالله',
    'عبد الله',
    'حسن',
    'الحسن احمد',
  ],
  'فاطمة علی\u200cرضا': ['فاطمه', 'علي رضا', 'علیرضا', 'على'],
  // A number with which nobody begins whom other tests made up.
  'Room ٤٢٤٢٤٢ کمیته': ['424242', '۴۲۴۲۴۲', '٤٢٤٢٤٢', 'كميته'],
  王小明: ['王', '小', '明', '小明', '王小明'],
  김민수: ['김', '민수', '수'],
  '佐々木 さくら': ['々木', 'くら', '佐々木'],
  'Đặng Thị Ánh': ['dang', 'đặng', 'anh thi', 'ánh'],
};
/** What finds nobody: nothing to look for, or the middle of a word. */
const NOBODY = ['\u064e', '\u0301', "'", '-', ':*&|!()<->', '\\', 'ukasz', 'zzz', '明小', 'o brien zzz'];

type Listed = { name: string };
const namesIn = ({ body }: TestAnswer): string[] => body.rows.map(({ name }: Listed) => name);

/** Every list that one can search, with all of those names in it. */
async function everyList(site: TestSite) {
  const group = await aGroup(site, { name: 'Zusammen' });
  const keeper = await anAccount(site, { name: 'Zeta', isSiteSteward: true });
  const event = await anEvent(site, { group });
  for (const name of Object.keys(FOUND)) {
    await aPerson(site, group, { name });
    await aMember(site, group, 'member', await anAccount(site, { name }));
    await anRsvp(site, event, { name });
    await aGroup(site, { name });
  }
  const lists: [string, TestClient, string][] = [
    ['people', site.as(group.steward), `/groups/${group.slug}/people`],
    ['members', site.as(group.steward), `/groups/${group.slug}/members`],
    ['door', site.as(group.steward), `/events/${event.slug}/door`],
    ['groups', site.as(null), '/groups'],
    ['site groups', site.as(keeper), '/site/groups'],
    ['accounts', site.as(keeper), '/site/accounts'],
  ];
  return lists;
}

test('every list finds what any telephone can type, and nobody by nothing', async () => {
  const site = await aSite();
  const searches = [
    ...Object.entries(FOUND).flatMap(([name, all]) => all.map((search) => [search, [name]] as const)),
    ...NOBODY.map((search) => [search, []] as const),
  ];
  for (const [list, asker, path] of await everyList(site))
    for (const [search, found] of searches) {
      const answer = await asker.get(`${path}?search=${encodeURIComponent(search)}`);
      expect.soft([...new Set(namesIn(answer))], `${list}: ${search}`).toEqual(found);
    }
}, 60_000);

test('a member is found by the face they show in the group, and by no other name of theirs', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group, 'member', await anAccount(site, { name: 'Josefa Núñez' }));
  const faced = await site
    .as(member)
    .patch(`/groups/${group.slug}/membership`, { name: 'Pepa', pronouns: null });
  expect(faced.status).toBe(200);
  const found = async (search: string) =>
    namesIn(await site.as(group.steward).get(`/groups/${group.slug}/members?search=${search}`));
  expect([await found('pepa'), await found('nunez'), await found(encodeURIComponent(member.email))]).toEqual([
    ['Pepa'],
    [],
    [],
  ]);
});

const word = fc.oneof(
  fc.constantFrom(...Object.keys(FOUND).flatMap((name) => name.split(/[\s,]+/))),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ñ', 'ü', 'ß', 'ø', 'ł', 'æ'), minLength: 1, maxLength: 8 }),
);
/** How else somebody may type the same. */
const ways: ((words: string[]) => string)[] = [
  (words) => words.join(' '),
  (words) => words.toReversed().join('  '),
  (words) => words.join(', ').toUpperCase().replaceAll('SS', 'ß'),
  (words) =>
    words
      .join(' ')
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, ''),
  (words) => words.join(' ').replaceAll("'", '’').replaceAll('-', ' '),
  (words) => words.slice(0, 2).join(''),
  (words) => words.map((one) => `\u2067${one}\u2069\ufeff`).join('\u00a0'),
  (words) => words[0]?.slice(0, 3) ?? '',
];

test('a name is found in whatever way it is typed', async () => {
  const { db } = await aSite();
  const names = fc.sample(fc.array(word, { minLength: 1, maxLength: 4 }), 400);
  const asked = names.flatMap((words) => ways.map((way) => [words.join(' '), way(words)] as const));
  const { rows } = await db.execute(sql`
    select name, typed from unnest(${sql.param(asked.map(([name]) => name))}::text[], ${sql.param(asked.map(([, typed]) => typed))}::text[]) asked (name, typed)
    where not name_words(name) @@ name_search(typed)`);
  expect(rows).toEqual([]);
});

test('no name and no search fails, whatever is typed', async () => {
  const { db } = await aSite();
  const typed = fc.sample(typedText(300), 500).map((text) => text.toWellFormed().replaceAll('\0', ''));
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(name_words(typed) @@ name_search(typed))::int as count from unnest(${sql.param(typed)}::text[]) typed`);
  expect(rows).toEqual([{ count: 500 }]);
});

test('upkeep of the database, and a restore by its own tools, find what a search stands on', async () => {
  const site = await aSite({ apart: true });
  await aMember(site, await aGroup(site));
  const { $client: pool } = site.db;
  for (const table of ['accounts', 'groups', 'memberships', 'people'])
    for (const deed of [`analyze ${table}`, `reindex table ${table}`]) await pool.query(deed);
  await site.db.transaction(async (tx) => {
    // As pg_restore does, before it writes a row.
    await tx.execute(sql`set local search_path = ''`);
    await tx.execute(sql`update public.accounts set name = name`);
    await tx.execute(sql`update public.people set name = name`);
    const { rows } = await tx.execute(
      sql`select public.name_words('Ana') @@ public.name_search('an') as found`,
    );
    expect(rows).toEqual([{ found: true }]);
  });
});

test('every list is answered from an index', async () => {
  const site = await aSite();
  const lists = [
    ['accounts', 'person_words(name, email)', 'accounts_words'],
    ['accounts', 'name_words(name)', 'accounts_name_words'],
    ['groups', 'name_words(name)', 'groups_words'],
    ['memberships', 'name_words(name)', 'memberships_words'],
    ['people', 'search', 'people_search'],
  ] as const;
  const looking = site.db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    // Of few rows it reads all in their order, which says nothing of many.
    await tx.execute(sql`set local enable_indexscan = off`);
    // Nor does that it reads all who show a name of their own, where they are few: those alone are in this one.
    await tx.execute(sql`drop index memberships_by_own_name`);
    for (const [table, words, index] of lists) {
      const { rows } = await tx.execute(
        sql.raw(`explain select from ${table} where ${words} @@ name_search('ana')`),
      );
      expect(JSON.stringify(rows), table).toContain(index);
    }
    throw new Error('nothing of it stays');
  });
  await expect(looking).rejects.toThrow('nothing of it stays');
});
