import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport } from './fixtures.ts';

const firstNames = ['María', 'José', 'Ana', 'Ólafur', 'محمد', 'فاطمة', 'Sam', 'Xiomara'];
const lastNames = ['García', "O'Brien", 'Smith-Jones', 'الحسن', 'Quiñones'];
const broken = ['', 'none', 'a@b', 'x y@example.org', 'a@example, b@example'];

/** A list as it comes out of three tools and many hands: quotes, line breaks, blanks, capitals, mixed line ends. */
function messyList(count: number) {
  const lines = ['\ufeffFirst Name;"Last Name";E-mail Address ;Mobile;Tags;Notes'];
  const counts = { broken: 0, repeated: 0, good: 0 };
  for (let n = 0; n < count; n++) {
    const isBroken = n % 97 === 5;
    const isRepeated = !isBroken && n % 53 === 7 && n > 60 && (n - 60) % 97 !== 5 && (n - 60) % 53 !== 7;
    counts[isBroken ? 'broken' : isRepeated ? 'repeated' : 'good'] += 1;
    const host = n % 3 ? 'example.org' : 'Example.ORG';
    const email = isBroken ? broken[n % 5] : isRepeated ? `P.${n - 60}@EXAMPLE.org` : `p.${n}@${host}`;
    const first =
      n % 11 === 0
        ? `"${firstNames[n % 8]} ""Luz"""`
        : n % 13 === 0
          ? `  ${firstNames[n % 8]} `
          : firstNames[n % 8];
    const note = n % 17 === 0 ? '"Called twice;\nleft a message"' : n % 19 === 0 ? 'said "maybe"' : '';
    const phone = n % 4 ? '' : `+1 (555) ${n}`;
    lines.push(
      `${first};${lastNames[n % 5]};${email};${phone};${n % 5 ? '' : '"Driver, canvass"'};${note}${n % 2 ? '\r' : ''}`,
    );
    if (n % 1_000 === 0) lines.push(n % 2_000 ? '' : ';;;;;');
  }
  return { file: `${lines.join('\n')}\n`, counts };
}

test('a list of 6,000 messy rows comes in by the batch with every row accounted for', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await site.work();
  const known = await aPerson(site, group, { email: 'p.1@example.org', name: 'Known' });
  const { file, counts } = messyList(6_000);
  expect(counts).toEqual({ broken: 62, repeated: 110, good: 5_828 });
  // Of those without an address, six have a number.

  const done = await askToImport(site, group, organizer, { file, plan: { consent: 'email' } });
  expect((await site.as(organizer).get(done.path)).body).toMatchObject({
    totalCount: 6_000,
    refusedCount: 56,
    repeatedCount: 110,
    state: 'asked',
  });
  await site.work();
  expect((await site.as(organizer).get(done.path)).body).toMatchObject({
    state: 'done',
    doneCount: 6_000,
    addedCount: 5_833,
    knownCount: 1,
  });
  const counted = await site.db.execute(sql`select
    (select count(*)::int from people where source = 'import') as people,
    (select count(*)::int from person_history where kind = 'imported') as history,
    (select count(*)::int from consents where how = 'import' and given = 'yes') as consents`);
  expect(counted.rows).toEqual([{ people: 5_833, history: 5_834, consents: 5_828 }]);
  expect((await site.as(organizer).get(`${path}/${known.id}`)).body).toMatchObject({
    name: 'Known',
    mayBeMailed: true,
  });
  const found = await site.as(organizer).get(`${path}?search=${encodeURIComponent('p.5830@')}`);
  expect(found.body.rows).toMatchObject([
    { name: 'Sam "Luz" García', email: 'p.5830@example.org', tags: ['driver', 'canvass'] },
  ]);
});
