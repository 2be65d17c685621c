import anyAscii from 'any-ascii';
import type { Transaction } from '@groundwork/database';
import { getTableName, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { randomBytes } from 'node:crypto';
import { draftId, SLUG_STEMS } from '../slugs.ts';

type Noun = keyof typeof SLUG_STEMS;

/**
 * The words for an address: a title or name in plain Latin letters and digits, in whatever script it is written. What
 * leaves no letter is called by its kind ("event", "group-1312"), so that no address is empty or a bare number.
 */
export function slugOf(title: string, noun: Noun = 'group'): string {
  const latin = title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{L}\p{M}\p{N}]/gu, inLatin)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const stem = latin.slice(0, SLUG_STEMS[noun]);
  const named = /[a-z]/.test(stem) ? stem : `${noun}-${stem}`.slice(0, SLUG_STEMS[noun]);
  return named.replace(/-$/, '');
}

/** A Chinese character is a word of its own; the rest is written on. */
function inLatin(letter: string): string {
  const latin =
    ARABIC[letter] ??
    anyAscii(letter)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '');
  return /\p{Script=Han}/u.test(letter) ? ` ${latin} ` : latin;
}

/** Letters that anyAscii leaves out, and without which these words cannot be told apart. */
const ARABIC: Partial<Record<string, string>> = {
  ...{ ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ع: 'a', ة: 'a', ى: 'a', ؤ: 'w', ئ: 'y', ء: '', ـ: '' },
};

/**
 * Addresses to try for what is called `title`, best first. What only some may know of gets one that nobody can guess:
 * neither does its name lead there, nor does somebody else who uses that name learn, by being numbered, that it exists.
 */
export function slugsFor(title: string, { isPublic, noun }: { isPublic: boolean; noun: Noun }): string[] {
  const stem = slugOf(title, noun);
  if (!isPublic) return [`${stem}-${secretEnding()}`];
  const isTaken = stem === 'new' || draftId(stem) !== null;
  const plain = isTaken ? [] : [stem];
  return [...plain, ...[2, 3, 4, 5].map((number) => `${stem}-${number}`), `${stem}-${secretEnding()}`];
}

/**
 * The first of the wanted slugs that nothing in this column has. Whoever takes one waits for whoever else is about to,
 * so that two who publish the same title at once both get an address.
 */
export async function freeSlug(tx: Transaction, column: PgColumn, wanted: string[]): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${getTableName(column.table)}, 2))`);
  const { rows } = await tx.execute<{ slug: string }>(sql`
    select wanted.slug from unnest(${sql.param(wanted)}::text[]) with ordinality wanted (slug, place)
    where not exists (select from ${column.table} where ${column} = wanted.slug) order by place limit 1`);
  const [free] = rows;
  if (!free) throw new Error('a slug with a secret in it was taken');
  return free.slug;
}

/** Whether an address says what a thing is called, and nothing else: it is no draft's, and nothing secret is in it. */
export function isReadableSlug(slug: string): boolean {
  return draftId(slug) === null && !/-[0-9a-f]{10}$/.test(slug);
}

/** What nobody guesses, behind a stem. */
function secretEnding(): string {
  return randomBytes(5).toString('hex');
}
