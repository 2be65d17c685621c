import type { Transaction } from '@groundwork/database';
import { getTableName, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { randomBytes } from 'node:crypto';

/** The longest stems: they leave room for a secret behind them within what a slug of that kind may have. */
const LONGEST = { group: 44, campaign: 60, event: 60 };
type Noun = keyof typeof LONGEST;

/** The word for an address: a title or name in plain Latin letters and digits, or '' when nothing readable is left. */
export function slugOf(title: string, noun: Noun = 'group'): string {
  const slug = [
    ...title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/\p{M}|ـ/gu, ''),
  ]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST[noun])
    .replaceAll(/^-|-$/g, '');
  // "集会 9" is not about 9: a number is a word for what is named by a number only.
  return /[a-z]/.test(slug) || !/\p{L}/u.test(title) ? slug : '';
}

/**
 * Addresses to try for what is called `title`, best first. What only some may know of gets one that nobody can guess:
 * neither does its name lead there, nor does somebody else who uses that name learn, by being numbered, that it exists.
 */
export function slugsFor(title: string, { isPublic, noun }: { isPublic: boolean; noun: Noun }): string[] {
  const stem = slugOf(title, noun);
  if (!isPublic || stem === '') return [`${stem || noun}-${secretEnding()}`];
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

/** What nobody guesses, behind a stem. */
function secretEnding(): string {
  return randomBytes(5).toString('hex');
}

/**
 * The address of what is not out yet. It says nothing of the title, so that trying titles finds no draft; and as it is
 * made of the id, it goes on leading there once the draft is out and has a readable one.
 */
export function draftSlug(id: string): string {
  return `draft-${id.replaceAll('-', '')}`;
}

/** The id in a draft's address, or null for every other address. */
export function draftId(slug: string): string | null {
  const parts = /^draft-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(slug);
  return parts && parts.slice(1).join('-');
}

/** Letters that no decomposition turns into Latin ones. Vowels that are not written stay unwritten. */
const LATIN: Partial<Record<string, string>> = Object.fromEntries(
  `ß ss æ ae œ oe ø o ł l đ d ð d þ th ħ h ı i ŋ ng ə e
   ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h
   ة a و w ي y ى a ء ' پ p چ ch ژ zh گ g ک k ی y
   ٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9
   а a б b в v г g ґ g д d е e є ye ж zh з z и i і i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch
   ш sh щ shch ъ ' ы y ь ' э e ю yu я ya
   α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o`
    .trim()
    .split(/\s+/)
    .flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, (all[at + 1] ?? '').replace("'", '')]] : [])),
);
