import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { askToImport } from '../../people/imports/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

type Listed = { id: string; email: string };

test('a signature nobody confirmed is forgotten after thirty days, with whoever was known by it alone', async () => {
  const { site, group, organizer, path } = await aRunning();
  await aSignature(site, { path }, { email: 'typed@example.org', confirmed: false });
  await aSignature(site, { path }, { email: 'owner@example.org' });
  const withdrawn = await aSignature(site, { path }, { email: 'not-me@example.org', confirmed: false });
  await site.as(null).delete(`/signatures/${withdrawn.sealed}`);
  const regretted = await aSignature(site, { path }, { email: 'regretted@example.org' });
  await site.as(null).delete(`/signatures/${regretted.sealed}`);
  await passDays(site, 29);
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await emailsIn(site, group, organizer)).toHaveLength(4);

  await passDays(site, 2);
  await aSignature(site, { path }, { email: 'today@example.org', confirmed: false });
  await site.sweep('campaigns.forget-unconfirmed');
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await emailsIn(site, group, organizer)).toEqual([
    'owner@example.org',
    'regretted@example.org',
    'today@example.org',
  ]);
  expect((await site.as(null).get(`/signatures/${withdrawn.sealed}`)).status).toBe(404);
  expect((await site.as(organizer).get(path)).body.signatureCount).toBe(1);
  const said = await site.db.execute(
    sql`select group_id, data from journal where kind = 'campaigns.signatures-forgotten'`,
  );
  expect(said.rows).toEqual([{ group_id: group.id, data: { count: 2, peopleCount: 2 } }]);
});

test('a person who is known for anything else stays, without what they never confirmed', async () => {
  const { site, group, organizer, path } = await aRunning();
  const other = await aCampaign(site, group, organizer);
  const known = ['tagged', 'signed', 'comes', 'listed'].map((name) => `${name}@example.org`);
  for (const email of known) await aSignature(site, { path }, { email, confirmed: false });
  await aSignature(site, other, { email: 'signed@example.org' });
  const [tagged] = (await site.as(organizer).get(`/groups/${group.slug}/people?search=tagged`)).body.rows;
  await site.as(organizer).put(`/groups/${group.slug}/people/${tagged.id}/tags`, { tags: ['driver'] });
  await answerAnInvitation(site, group, organizer, 'comes@example.org');
  await bringIn(site, group, organizer, 'email\nlisted@example.org\n');

  await passDays(site, 31);
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await emailsIn(site, group, organizer)).toEqual(known.toSorted());
  const { body } = await site.as(organizer).get(`/groups/${group.slug}/people/${tagged.id}`);
  expect(body.history).toEqual([]);
  const { rows } = await site.db.execute(sql`select from signatures`);
  expect(rows).toHaveLength(1);
});

test('a person who answered an invitation stays, also where their history does not say so', async () => {
  const { site, group, organizer, path } = await aRunning();
  await aSignature(site, { path }, { email: 'comes@example.org', confirmed: false });
  await answerAnInvitation(site, group, organizer, 'comes@example.org');
  await site.db.execute(sql`delete from person_history where kind = 'rsvped'`);
  await passDays(site, 31);
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await emailsIn(site, group, organizer)).toEqual(['comes@example.org']);
});

test('a signer stays when the list they came in is undone, also where their history does not say so', async () => {
  const { site, group, organizer, path } = await aRunning();
  const list = await askToImport(site, group, organizer, {
    file: 'email\nsigned@example.org\nidle@example.org\n',
  });
  await site.work();
  await aSignature(site, { path }, { email: 'signed@example.org', confirmed: false });
  await site.db.execute(sql`delete from person_history where kind = 'signed'`);
  await site.as(organizer).put(`${list.path}/undoing`);
  await site.work();
  expect(await emailsIn(site, group, organizer)).toEqual(['signed@example.org']);
});

test('a person who acts at that moment is left for the next time', async () => {
  const { site, group, organizer, path } = await aRunning();
  await aSignature(site, { path }, { email: 'acting@example.org', confirmed: false });
  await passDays(site, 31);
  await site.db.transaction(async (tx) => {
    await tx.execute(sql`update people set last_seen_at = now() where email = 'acting@example.org'`);
    await site.sweep('campaigns.forget-unconfirmed');
  });
  expect(await emailsIn(site, group, organizer)).toEqual(['acting@example.org']);
});

async function aRunning() {
  const site = await aSite();
  const cast = await aCast(site);
  return { site, ...cast, ...(await aCampaign(site, cast.group, cast.organizer)) };
}

type Group = { slug: string };
type Account = { token: string };

/** Of those who are no members, in order. */
async function emailsIn(site: TestSite, { slug }: Group, organizer: Account): Promise<string[]> {
  const { body } = await site.as(organizer).get(`/groups/${slug}/people?limit=100`);
  const others = body.rows.filter(({ isMember }: { isMember: boolean }) => !isMember);
  return others.map(({ email }: Listed) => email).toSorted();
}

async function answerAnInvitation(site: TestSite, { slug }: Group, organizer: Account, email: string) {
  const event = { title: 'Door-knock', starts: '2031-05-03T10:00', ends: '2031-05-03T12:00' };
  const place = { timeZone: 'Europe/Madrid', held: 'in-person', placeName: 'Branch library' };
  const made = await site.as(organizer).post(`/groups/${slug}/events`, { ...event, ...place });
  await site.as(organizer).put(`/events/${made.body.slug}/publication`);
  const answer = { name: 'Sam', email, answer: 'going' };
  expect((await site.as(null).post(`/events/${made.body.slug}/rsvps`, answer)).status).toBe(201);
}

async function bringIn(site: TestSite, { slug }: Group, organizer: Account, file: string) {
  const imports = `/groups/${slug}/imports`;
  const headers = { 'content-type': 'text/csv' };
  const sent = await site.as(organizer).post(`${imports}?fileName=list.csv`, file, headers);
  expect((await site.as(organizer).put(`${imports}/${sent.body.id}/approval`)).status).toBe(202);
  await site.work();
}

/** As if everything so far had happened that long ago. */
async function passDays(site: TestSite, days: number) {
  await site.db.execute(sql`update signatures set mailed_at = mailed_at - make_interval(days => ${days})`);
}
