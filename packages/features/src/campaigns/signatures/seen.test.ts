import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { people } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { tallyMarks } from '../tables.ts';
import { signatures } from './tables.ts';
import { addUpTallies } from './tally.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', updates: true };

test('the number is the same before and after marks are added up, and an erased person no longer counts', async () => {
  const site = await aSite();
  const { path, group, steward } = await aRunning(site);
  const first = await aSignature(site, { path });
  await aSignature(site, { path });
  await aSignature(site, { path });
  await site.as(null).delete(`/signatures/${first.sealed}`);
  expect(await countOf(site, path)).toBe(2);
  await Promise.all([addUpTallies(site.ctx()), addUpTallies(site.ctx()), addUpTallies(site.ctx())]);
  expect(await site.db.select().from(tallyMarks)).toEqual([]);
  expect(await countOf(site, path)).toBe(2);
  const [someone] = await site.db
    .select({ id: signatures.personId })
    .from(signatures)
    .where(eq(signatures.stands, true));
  expect((await site.as(steward).delete(`/groups/${group.slug}/people/${someone?.id}`)).status).toBe(204);
  expect(await countOf(site, path)).toBe(1);
  await addUpTallies(site.ctx());
  expect(await countOf(site, path)).toBe(1);
});

test('a deleted group leaves no marks behind', async () => {
  const site = await aSite();
  const { path, group, steward } = await aRunning(site);
  await aSignature(site, { path });
  await site.as(steward).put(`/groups/${group.slug}/deletion`, { name: 'Eastside Tenants' });
  await site.db.execute(sql`update group_deletions set deletes_at = now() - interval '1 minute'`);
  await site.sweep('groups.delete-due');
  expect((await site.as(steward).get(`/groups/${group.slug}`)).status).toBe(404);
  await addUpTallies(site.ctx());
  expect(await site.db.select().from(tallyMarks)).toEqual([]);
});

test('only those who said so stand on the page, by first name and initial, until an organizer hides them', async () => {
  const site = await aSite();
  const { path, organizer, member } = await aRunning(site);
  await aSignature(site, { path }, { name: 'Ana Rojas', comment: 'My street.', showName: true });
  await aSignature(site, { path }, { name: 'Quiet One', comment: 'Not for others.' });
  await aSignature(site, { path }, { name: 'Not Yet', showName: true, confirmed: false });
  const shown = async () => (await site.as(null).get(path)).body.recentSigners;
  expect(await shown()).toMatchObject([{ name: 'Ana R.', comment: 'My street.' }]);
  const [{ id }] = await shown();
  expect((await site.as(member).put(`${path}/signatures/${id}/hiding`)).status).toBe(403);
  expect((await site.as(null).put(`${path}/signatures/${id}/hiding`)).status).toBe(401);
  expect((await site.as(organizer).put(`${path}/signatures/${id}/hiding`)).status).toBe(204);
  expect(await shown()).toEqual([]);
  expect(await countOf(site, path)).toBe(2);
  await site.as(organizer).delete(`${path}/signatures/${id}/hiding`);
  expect(await shown()).toHaveLength(1);
});

test("the page never says a signer's email or whole name", async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  await aSignature(site, { path }, { name: 'Ana Rojas', email: 'secret@example.org', showName: true });
  const text = JSON.stringify((await site.as(null).get(path)).body);
  expect(text).not.toContain('secret@');
  expect(text).not.toContain('Rojas');
});

test('organizers see who signed, and the numbers by state, day and link', async () => {
  const site = await aSite();
  const { path, organizer } = await aRunning(site);
  const { link } = (await site.as(organizer).get(path)).body;
  await aSignature(site, { path }, { name: 'Ana Rojas', updates: true, link: link.code.toUpperCase() });
  await aSignature(site, { path }, { link: 'not-a-link' });
  await aSignature(site, { path }, { confirmed: false });
  const gone = await aSignature(site, { path });
  await site.as(null).delete(`/signatures/${gone.sealed}`);
  const { body } = await site.as(organizer).get(`${path}/numbers`);
  const today = new Date().toISOString().slice(0, 10);
  expect(body).toMatchObject({
    confirmed: 2,
    unconfirmed: 1,
    withdrawn: 1,
    reachable: 1,
    byDay: [{ on: today, count: 2 }],
  });
  const byIt = { linkId: expect.any(String) as string, count: 1 };
  expect(body.byLink).toEqual(expect.arrayContaining([byIt, { linkId: null, count: 1 }]));
  const first = await site.as(organizer).get(`${path}/signatures?limit=3`);
  const second = await site.as(organizer).get(`${path}/signatures?limit=3&after=${first.body.next}`);
  expect([...first.body.rows, ...second.body.rows].map(({ state }: { state: string }) => state)).toEqual([
    'withdrawn',
    'unconfirmed',
    'confirmed',
    'confirmed',
  ]);
});

test('a signer appears among the people of that group only', async () => {
  const site = await aSite();
  const { path, group, organizer } = await aRunning(site);
  const other = await aCast(site);
  await aSignature(site, { path }, sam);
  const held = await site.db
    .select({ groupId: people.groupId })
    .from(people)
    .where(eq(people.email, sam.email));
  expect(held).toEqual([{ groupId: group.id }]);
  const rows = (await site.as(organizer).get(`/groups/${group.slug}/people?search=sam`)).body.rows;
  expect(rows).toMatchObject([{ name: sam.name, email: sam.email, mayBeMailed: true }]);
  expect(
    (await site.as(other.organizer).get(`/groups/${other.group.slug}/people?search=sam`)).body.rows,
  ).toEqual([]);
});

async function aRunning(site: TestSite) {
  const cast = await aCast(site);
  return { ...cast, ...(await aCampaign(site, cast.group, cast.organizer)) };
}

async function countOf(site: TestSite, path: string): Promise<number> {
  return (await site.as(null).get(path)).body.signatureCount;
}
