import type { Queryable } from '@groundwork/database';
import { asc, eq } from 'drizzle-orm';
import { readMergeLine } from '../../compositions/body/line.ts';
import { readBody } from '../../compositions/body/reading.ts';
import { findNamedThings } from '../../compositions/things.ts';
import { Invalid } from '../../errors.ts';
import { TooMuch } from '../../site/markdown.ts';
import { LETTER_FIELDS, type LetterField } from '../bounds.ts';
import { compactLetters } from '../tables.ts';
import type { CompactLetter } from './contract.ts';

type Texts = CompactLetter['texts'];

/**
 * What a letter that is asked for says, as far as it can be read: each language once. Throws Invalid for what a letter cannot hold, and
 * for things that everybody, or whoever wrote it, does not see: it would tell whether the other group has such a thing.
 */
export async function readCompactLetter(db: Queryable, writerId: string, texts: Texts) {
  const languages = new Set(texts.map(({ language }) => language));
  if (languages.size < texts.length) throw refusedBody('compacts.letter-twice');
  const fields = new Set<LetterField>();
  for (const text of texts) {
    const [subject, body] = [readMergeLine(text.subject), bodyOf(text.body)];
    const [wrong] = [...subject.wrongs, ...body.wrongs];
    if (wrong) throw refusedBody('compacts.letter-wrong', wrong.word);
    for (const { word } of [...subject.mergeWords, ...body.mergeWords])
      for (const field of LETTER_FIELDS) if (field === word) fields.add(field);
    const things = await findNamedThings(db, writerId, body);
    const known = new Set([...things.events, ...things.petitions].map(({ slug }) => slug));
    const missing = [...body.events, ...body.petitions].find((slug) => !known.has(slug));
    if (missing !== undefined) throw refusedBody('compacts.letter-missing', missing);
  }
  return { texts, title: texts[0]?.subject ?? '', fields: [...fields] };
}
export type LetterRead = Awaited<ReturnType<typeof readCompactLetter>>;

/** What a use says, language by language. */
export function listUseTexts(db: Queryable, useId: string) {
  return db
    .select({
      language: compactLetters.language,
      subject: compactLetters.subject,
      body: compactLetters.body,
    })
    .from(compactLetters)
    .where(eq(compactLetters.useId, useId))
    .orderBy(asc(compactLetters.language));
}

function bodyOf(typed: string) {
  try {
    return readBody(typed);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new Invalid([{ name: 'body', code: `markdown.${error.bound}`, params: { max: error.max } }]);
  }
}

function refusedBody(code: string, word?: string): Invalid {
  return new Invalid([{ name: 'body', code, ...(word !== undefined && { params: { word } }) }]);
}
