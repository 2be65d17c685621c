import { newId } from '@groundwork/database';
import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { people, personAddresses } from '../tables.ts';
import { looks } from './likeness.ts';
import { duplicateCandidates } from './tables.ts';

const WORDS = [
  'ana',
  'anna',
  'anne',
  'maria',
  'mariah',
  'fernandez',
  'fernandes',
  'hernandez',
  'de',
  'o’neil',
  'josé',
];
const someNames = array(
  array(tuple(constantFrom(...WORDS), constantFrom('', 's', 'x')), { minLength: 1, maxLength: 3 }).map(
    (words) => words.map(([word, end]) => word + end).join(' '),
  ),
  { minLength: 2, maxLength: 12 },
);

test('of a postcode all are found whose names are near and have a word in common, or two that begin alike', async () => {
  const site = await aSite();
  const { id: groupId } = await aGroup(site);
  const names = looks.find(({ stage }) => stage === 'names');
  await assert(
    asyncProperty(someNames, async (written) => {
      await site.db.delete(people).where(eq(people.groupId, groupId));
      const rows = written.map((name) => ({
        id: newId(),
        groupId,
        name,
        language: 'en' as const,
        source: 'hand' as const,
      }));
      await site.db.insert(people).values(rows);
      await site.db
        .insert(personAddresses)
        .values(rows.map(({ id }) => ({ personId: id, groupId, postcode: '94601' })));
      await names?.find(site.ctx(), groupId);
      const found = await site.db
        .select({ firstId: duplicateCandidates.firstId, secondId: duplicateCandidates.secondId })
        .from(duplicateCandidates);
      const { rows: near } = await site.db.execute<{ one: string; other: string }>(sql`
        select one.id as one, other.id as other from ${people} one join ${people} other on one.id < other.id
        where one.group_id = ${groupId} and other.group_id = ${groupId}
          and similarity(same_letters(one.name), same_letters(other.name)) >= 0.6`);
      const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
      const expected = near.filter(({ one, other }) => meet(nameOf.get(one) ?? '', nameOf.get(other) ?? ''));
      expect(found.map(({ firstId, secondId }) => `${firstId} ${secondId}`).sort()).toEqual(
        expected.map(({ one, other }) => `${one} ${other}`).sort(),
      );
    }),
    { numRuns: 60 },
  );
});

/** Whether two names have a word in common, or two that begin alike. */
function meet(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.some((word) => theirs.includes(word))) return true;
  const beginnings = (words: string[]) => new Set(words.map((word) => word.slice(0, 2)));
  return [...beginnings(mine)].filter((two) => beginnings(theirs).has(two)).length >= 2;
}

function wordsOf(name: string): string[] {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return letters.split(/[^a-z]+/).filter((word) => word.length > 1);
}
