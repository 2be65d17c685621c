import { sql } from 'drizzle-orm';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { newId } from './database.ts';
import { testDatabase } from './testing/testing.ts';

const { db, close } = await testDatabase();
afterAll(close);

const words = oneof(
  constantFrom(
    null,
    '',
    'NULL',
    'null',
    '{}',
    '"',
    '\\',
    '\\"',
    ', ',
    ' ',
    '{a,b}',
    'a\nb',
    '[1:2]={a,b}',
    'tag',
  ),
  string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
);

test('an array of any texts is read as it was written', async () => {
  await assert(
    asyncProperty(array(words, { maxLength: 6 }), async (written) => {
      const { rows } = await db.execute(sql`select ${sql.param(written)}::text[] as read`);
      expect(rows).toEqual([{ read: written }]);
    }),
  );
});

test('an array of ids, of arrays, or numbered in its own way is read as before', async () => {
  const ids = [newId(), newId()];
  const { rows } = await db.execute(sql`
    select ${sql.param(ids)}::uuid[] as ids, '{}'::uuid[] as none, '{{a,"b c"},{NULL,d}}'::text[] as rows, '[3:4]={a,"b,c"}'::text[] as own`);
  expect(rows).toEqual([
    {
      ids,
      none: [],
      rows: [
        ['a', 'b c'],
        [null, 'd'],
      ],
      own: ['a', 'b,c'],
    },
  ]);
});
