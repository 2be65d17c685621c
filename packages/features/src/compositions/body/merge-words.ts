import { createHash } from 'node:crypto';
import type { MergeUse, MergeWord } from './parts.ts';

const NAMES: Record<MergeWord, string[]> = {
  'first-name': [
    ...['first name', 'firstname', 'given name', 'nombre', 'primer nombre', 'nombre de pila'],
    ...['الاسم الأول', 'الإسم الأول'],
  ],
  name: [
    ...['name', 'full name', 'nombre completo', 'nombre y apellido', 'nombre y apellidos'],
    ...['الاسم', 'الاسم الكامل', 'الإسم الكامل'],
  ],
  group: ['group', 'group name', 'grupo', 'nombre del grupo', 'المجموعة', 'اسم المجموعة'],
};

const byName = new Map(
  Object.entries(NAMES).flatMap(([word, names]) => names.map((name) => [plainName(name), word as MergeWord])),
);

/** Which merge word is meant, in any of the site's languages; null when it is none. */
export function mergeWordOf(typed: string): MergeWord | null {
  return byName.get(plainName(typed)) ?? null;
}

/** A word of the language of the braces, however it was typed: without accents, capitals and doubled blanks. */
export function plainName(typed: string): string {
  return typed
    .normalize('NFD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A merge word with where a letter to many has it: what stands there for whoever has no name is a part of the place. */
export function mergeUse(word: MergeWord, fallback: string | null): MergeUse {
  if (fallback === null) return { word, fallback, place: word };
  const mark = createHash('sha256').update(fallback.toWellFormed()).digest('hex').slice(0, 12);
  return { word, fallback, place: `${word}-${mark}` };
}
