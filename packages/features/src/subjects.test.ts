import { getTableName, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import type { Queryable } from '@groundwork/database';
import { SubjectKind } from './reports/contract.ts';
import { subjects } from './subjects.ts';
import type { Subject } from './subject.ts';
import { aSite } from './testing.ts';

/** What no subject speaks for, each with its reason. */
const NOT_A_SUBJECTS: Record<string, string> = {
  'journal.group_id': 'the journal tells of groups that are gone, too',
  'people_forgetting.person_id': 'the sweep writes it anew each night (people/retention)',
  'consents.person_id':
    'of the answers of two records that are made one, the narrower stays (people/merging)',
  ...Object.fromEntries(
    ['duplicate_candidates.first_id', 'duplicate_candidates.second_id'].map((column) => [
      column,
      'the next look finds them anew (people/merging)',
    ]),
  ),
  ...Object.fromEntries(
    ['people_apart.first_id', 'people_apart.second_id'].map((column) => [
      column,
      'it is said of two, and said of the one that stays when one of them is made one with it (people/merging)',
    ]),
  ),
};

test('a subject speaks for every picture, Markdown, person and group of every table', async () => {
  const { db } = await aSite();
  const silent = await unspoken(db);
  expect(silent).toEqual(Object.keys(NOT_A_SUBJECTS).sort());
});

test('a table that nobody speaks for is found', async () => {
  const { db } = await aSite();
  const known = Object.keys(NOT_A_SUBJECTS);
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`create table toys (group_id uuid references groups, owner uuid references people,
        poster_picture_key text, about text, about_html text)`);
      const toys = ['about', 'group_id', 'owner', 'poster_picture_key'].map((column) => `toys.${column}`);
      expect((await unspoken(tx)).filter((column) => !known.includes(column))).toEqual(toys);
      throw new Error('nothing of it stays');
    })
    .catch((error: unknown) => expect(String(error)).toContain('nothing of it stays'));
});

test('each table, constraint and piece of news belongs to one subject', () => {
  const owned = subjects.flatMap(({ tables = [], refusals = {}, news = {} }) => [
    ...tables.map((table) => getTableName(table)),
    ...Object.keys(refusals),
    ...Object.keys(news),
  ]);
  expect(owned).toEqual([...new Set(owned)]);
  const kinds = subjects.map(({ kind }) => kind);
  expect(kinds).toEqual([...new Set(kinds)]);
});

test('a subject that can be reported has a name on the wire', () => {
  const kinds = subjects.filter(({ reported }) => reported).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual([...SubjectKind.enum].sort());
});

test('the database has every constraint that a subject says the refusal of', async () => {
  const { db } = await aSite();
  const { rows } = await db.execute<{ name: string }>(sql`
    select conname as name from pg_constraint
    union select relname from pg_class where relkind = 'i' union select tgname from pg_trigger`);
  const names = rows.map(({ name }) => name);
  for (const { refusals = {} } of subjects)
    expect(names).toEqual(expect.arrayContaining(Object.keys(refusals)));
});

test('the index journal_news holds what the subjects call news, no more and no less', async () => {
  const { db } = await aSite();
  const { rows } = await db.execute<{ words: string }>(
    sql`select indexdef as words from pg_indexes where indexname = 'journal_news'`,
  );
  const indexed = [...(rows[0]?.words ?? '').matchAll(/'([^']+)'::text/g)].map(([, kind]) => kind);
  expect(indexed.sort()).toEqual(subjects.flatMap(({ news = {} }) => Object.keys(news)).sort());
  for (const { kind, news, find } of subjects) if (news) expect(find, kind).toBeDefined();
});

/** The columns that hold one of these, as table.column, for which no subject speaks. */
async function unspoken(db: Queryable): Promise<string[]> {
  const spoken = subjects.flatMap(spokenFor);
  const owned = subjects.flatMap(({ tables = [] }) => tables.map((table) => getTableName(table)));
  const { rows } = await db.execute<{ table: string; column: string; holds: string | null }>(sql`
    select table_name as table, column_name as column, case
      when column_name like '%picture_key' then 'picture'
      when exists (select from information_schema.columns html where html.table_schema = 'public'
        and html.table_name = own.table_name and html.column_name = own.column_name || '_html') then 'text'
      when column_name like '%person_id' or 'people' = any(${referenced}) and column_name <> 'group_id' then 'person'
      when column_name like '%group_id' or 'groups' = any(${referenced}) then 'group' end as holds
    from information_schema.columns own where table_schema = 'public' order by 1, 2`);
  return rows
    .filter(({ table, column, holds }) =>
      holds === 'group' ? !owned.includes(table) : holds !== null && !spoken.includes(`${table}.${column}`),
    )
    .map(({ table, column }) => `${table}.${column}`);
}

/** The tables to which foreign keys of a column lead. */
const referenced = sql`array(select key.confrelid::regclass::text from pg_constraint key
  join pg_attribute part on part.attrelid = key.conrelid and part.attnum = any(key.conkey)
  where key.contype = 'f' and key.conrelid = own.table_name::regclass and part.attname = own.column_name)`;

function spokenFor({ pictures = [], texts = [], ties = [], follows = [] }: Subject): string[] {
  return [...pictures, ...texts, ...ties, ...follows].map(
    (column: AnyPgColumn) =>
      `${getTableName(column.table)}.${column.name.replaceAll(/[A-Z]/g, '_$&').toLowerCase()}`,
  );
}
