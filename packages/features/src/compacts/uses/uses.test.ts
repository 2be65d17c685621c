import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCompact, someLetter, aUse, type ACompact } from '../fixtures.ts';

/** The ledger as each of the two sides reads it. */
async function ledgers(site: TestSite, { group, writer, path, writerPath }: ACompact) {
  const read = async (viewer: typeof group.steward, at: string) =>
    (await site.as(viewer).get(`${at}/uses`)).body.rows as Record<string, unknown>[];
  return [await read(group.steward, path), await read(writer.steward, writerPath)] as const;
}

const ask = (site: TestSite, { writer, writerPath }: ACompact, letter: object = someLetter) =>
  site.as(writer.steward).post(`${writerPath}/uses`, letter);
const decide = (site: TestSite, { group }: ACompact, use: { path: string }, body: object) =>
  site.as(group.steward).put(`${use.path}/decision`, body);

test('a fourth use of three is refused by the clause, and stands in the ledger of both', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  for (let times = 0; times < 3; times += 1) expect((await ask(site, compact)).status).toBe(201);
  expect(await ask(site, compact)).toMatchObject({
    status: 409,
    body: { code: 'compacts.clause.most-a-year' },
  });
  const [ours, theirs] = await ledgers(site, compact);
  expect(ours).toEqual(theirs);
  expect(ours.map(({ state, clause }) => [state, clause])).toEqual([
    ['refused', 'most-a-year'],
    ...Array(3).fill(['asked', null]),
  ]);
  expect((await site.as(compact.group.steward).get(compact.path)).body.used).toEqual({
    count: 3,
    waitingCount: 3,
  });
});

test('two who ask at once are not both the third', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const other = await aMember(site, compact.writer, 'organizer');
  await ask(site, compact);
  await ask(site, compact);
  const replies = await Promise.all(
    [compact.writer.steward, other, compact.writer.steward].map((who) =>
      site.as(who).post(`${compact.writerPath}/uses`, someLetter),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('what was declined, taken back or has lapsed does not count, nor what is older than a year to the day', async () => {
  const site = await aSite();
  const compact = await aCompact(site, { terms: { mostAYear: 1 } });
  const declined = await aUse(site, compact);
  expect((await ask(site, compact)).status).toBe(409);
  expect((await decide(site, compact, declined, { decision: 'declined' })).status).toBe(422);
  expect((await decide(site, compact, declined, { decision: 'declined', word: 'Not now.' })).status).toBe(
    204,
  );
  const back = await aUse(site, compact);
  expect((await site.as(compact.writer.steward).delete(back.writerPath)).status).toBe(204);
  await aUse(site, compact);
  await site.db.execute(
    sql`update compact_uses set goes_at = now() - interval '1 minute' where state = 'asked'`,
  );
  await site.sweep('compacts.settle');
  const counted = await aUse(site, compact);
  await site.db.execute(
    sql`update compact_uses set state = 'sent', sent_at = now() where id = ${counted.id}`,
  );
  const inDays = async (days: number) => {
    await site.db.execute(
      sql`update compact_uses set goes_at = now() + interval '72 hours' - make_interval(days => ${days}::int) + interval '1 hour' where id = ${counted.id}`,
    );
    return (await ask(site, compact)).status;
  };
  expect(await inDays(365)).toBe(409);
  expect(await inDays(366)).toBe(201);
});

test('without a yes in time it lapses, a yes later is refused by the clause, and who wrote it hears', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await aUse(site, compact);
  expect((await site.as(compact.group.steward).get(use.path)).body).toMatchObject({ hoursLeft: 72 });
  await site.db.execute(sql`update compact_uses set goes_at = now() - interval '1 minute'`);
  for (let times = 0; times < 2; times += 1) {
    expect(await decide(site, compact, use, { decision: 'agreed' })).toMatchObject({
      status: 409,
      body: { code: 'compacts.clause.notice' },
    });
    expect((await ledgers(site, compact))[1]).toMatchObject([{ state: 'lapsed', clause: 'notice' }]);
    await site.sweep('compacts.settle');
  }
  const told = (await site.mails()).filter(({ toAddress }) => toAddress === compact.writer.steward.email);
  expect(told.map(({ subject }) => subject)).toEqual([
    'Tenants agrees',
    'No answer in time: Come to the hearing',
  ]);
});

test('a change that is asked for is made by whoever wrote it: the same use, of which the clock starts again', async () => {
  const site = await aSite();
  const compact = await aCompact(site, { terms: { mostAYear: 1 } });
  const use = await aUse(site, compact);
  await site.db.execute(sql`update compact_uses set goes_at = now() + interval '5 hours'`);
  const wish = { decision: 'change', word: 'Say where it is.' };
  expect((await decide(site, compact, use, wish)).status).toBe(204);
  expect((await site.as(compact.writer.steward).get(use.writerPath)).body).toMatchObject({
    ...{ state: 'asked', wish: 'Say where it is.', can: { change: true, answer: false } },
  });
  const texts = [{ language: 'en', subject: 'Come to City Hall', body: 'The stalls stay.' }];
  expect((await site.as(compact.group.steward).put(`${use.path}/letter`, { texts })).status).toBe(403);
  expect((await site.as(compact.writer.steward).put(`${use.writerPath}/letter`, { texts })).status).toBe(204);
  const [ours, theirs] = await ledgers(site, compact);
  expect(ours).toEqual(theirs);
  expect(ours).toMatchObject([{ id: use.id, title: 'Come to City Hall', wish: '', hoursLeft: 72 }]);
});

test('a letter that says more of its readers than was agreed, or names what is not for everybody, is refused', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const letter = (body: string) => ({ texts: [{ language: 'en', subject: 'Hello', body }] });
  expect(await ask(site, compact, letter('Dear {{first name}}, come.'))).toMatchObject({
    status: 409,
    body: { code: 'compacts.clause.fields' },
  });
  expect((await ledgers(site, compact))[0]).toMatchObject([{ state: 'refused', clause: 'fields' }]);
  expect((await ask(site, compact, letter('Dear reader of {{group}}, come.'))).status).toBe(201);
  for (const body of ['{{event: a-secret}}', '{{something else}}'])
    expect((await ask(site, compact, letter(body))).status).toBe(422);
  const named = await aCompact(site, { terms: { fields: ['first-name'] } });
  expect((await ask(site, named, letter('Dear {{first name}}, come.'))).status).toBe(201);
});

test('a letter that would go out after the last day is refused by that', async () => {
  const site = await aSite();
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const compact = await aCompact(site, { terms: { until: day, noticeHours: 90 } });
  expect((await ask(site, compact)).body.code).toBe('compacts.clause.until');
});

test('a letter that reaches nobody is agreed to by nobody', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await aUse(site, compact);
  expect((await decide(site, compact, use, { decision: 'agreed' })).body.code).toBe(
    'compositions.reaches-nobody',
  );
  await aPerson(site, compact.group, { isSubscribed: true });
  expect((await decide(site, compact, use, { decision: 'agreed' })).status).toBe(204);
  expect((await decide(site, compact, use, { decision: 'agreed' })).status).toBe(204);
});
