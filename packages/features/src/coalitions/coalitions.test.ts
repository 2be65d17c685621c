import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCoalition, aDelegate, aMandate, joinCoalition } from './fixtures.ts';

const beginning = { name: 'Valley Coalition', ...aMandate };

test('a steward begins a coalition with their group and is its first steward', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  const begun = await steward.post('/coalitions', { ...beginning, group: group.slug });
  expect(begun).toMatchObject({ status: 201, body: { kind: 'coalition', myRole: 'steward' } });
  const { slug } = begun.body;
  expect((await steward.get(`/coalitions/${slug}`)).body).toMatchObject({
    groupCount: 1,
    isInside: true,
    seats: 1,
  });
  expect((await steward.get(`/groups/${group.slug}/coalitions`)).body.rows).toMatchObject([
    { state: 'accepted', delegates: [{ accountId: group.steward.id }] },
  ]);
});

test('who does not manage a group begins no coalition with it', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const organizer = await aMember(site, group, 'organizer');
  const asked = { ...beginning, group: group.slug };
  expect((await site.as(organizer).post('/coalitions', asked)).status).toBe(403);
  expect((await site.as(null).post('/coalitions', asked)).status).toBe(401);
});

test.for(['2020-01-01', '2099-01-01', 'tomorrow'])('a term until %s is refused', async (termEndsOn) => {
  const site = await aSite();
  const group = await aGroup(site);
  const reply = await site
    .as(group.steward)
    .post('/coalitions', { ...beginning, group: group.slug, termEndsOn });
  expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: 'termEndsOn' }] } });
});

test('people cannot join a coalition, be invited or be made its steward', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const path = `/groups/${coalition.slug}`;
  const stranger = site.as(await anAccount(site));
  expect((await stranger.put(`${path}/membership`)).status).toBe(403);
  expect((await stranger.post(`${path}/join-requests`, { answers: [] })).status).toBe(403);
  expect((await site.as(coalition.steward).post(`${path}/invitations`, { days: 7 })).status).toBe(403);
  expect((await site.as(coalition.steward).patch(path, { joining: 'open' })).status).toBe(422);
});

test('the database keeps who speaks for no group out of a coalition', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const stranger = await anAccount(site);
  const added = site.db.execute(
    `insert into memberships (group_id, account_id) values ('${coalition.id}', '${stranger.id}')`,
  );
  await expect(added).rejects.toMatchObject({ cause: { constraint: 'memberships_of_delegates' } });
});

test('standing in a group lets one see a private coalition, and ends with it', async () => {
  const site = await aSite();
  const home = await aGroup(site);
  const member = await aMember(site, home);
  const coalition = await aCoalition(site, { home, visibility: 'private' });
  const path = `/coalitions/${coalition.slug}`;
  expect((await site.as(member).get(path)).body).toMatchObject({ isInside: true, can: { invite: false } });
  expect((await site.as(await anAccount(site)).get(path)).status).toBe(404);
  await site.as(member).delete(`/groups/${home.slug}/membership`);
  expect((await site.as(member).get(path)).status).toBe(404);
});

test('standing in a coalition gives none in its groups', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const other = await aGroup(site, { visibility: 'private', name: 'Quiet' });
  const { slug } = (await site.as(other.steward).get(`/groups/${other.slug}`)).body;
  await site.as(other.steward).post(`/groups/${slug}/coalitions`, { coalition: coalition.slug, answers: [] });
  await site
    .as(coalition.steward)
    .put(`/coalitions/${coalition.slug}/groups/${slug}/decision`, { decision: 'accepted' });
  expect((await site.as(coalition.steward).get(`/groups/${slug}`)).status).toBe(404);
  expect((await site.as(coalition.steward).get(`/groups/${slug}/people`)).status).toBe(404);
});

test('a private group is named to the delegates of its coalition, and to no one else', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const quiet = await aGroup(site, { visibility: 'private', name: 'Quiet' });
  const known = await aGroup(site, { name: 'Loud' });
  await applies(site, coalition, quiet);
  await joinCoalition(site, coalition, known);
  const names = async (viewer: Parameters<TestSite['as']>[0]) =>
    (await site.as(viewer).get(`/coalitions/${coalition.slug}/groups`)).body.rows.map(
      ({ name }: { name: string }) => name,
    );
  expect(await names(coalition.steward)).toEqual(['Loud', 'Quiet', 'The first group']);
  expect(await names(await aMember(site, known))).toEqual(['Loud', 'The first group']);
  expect(await names(null)).toEqual(['Loud', 'The first group']);
});

test('the last steward of a coalition is called back, and who is there longest follows', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const other = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, other);
  await aDelegate(site, { coalition, group: other, account: other.steward });
  const { home, steward } = coalition;
  const recall = `/groups/${home.slug}/coalitions/${coalition.slug}/delegates/${steward.id}`;
  expect((await site.as(steward).delete(recall)).status).toBe(204);
  expect((await site.as(other.steward).get(`/groups/${coalition.slug}`)).body.myRole).toBe('steward');
  expect((await site.as(steward).get(`/groups/${coalition.slug}`)).body.myRole).toBeNull();
  await site.work();
  expect((await site.mails()).at(-1)).toMatchObject({
    toAddress: other.steward.email,
    subject: 'You are the steward of Valley Coalition now',
  });
});

test('a coalition for which nobody speaks waits for the first who does', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const { home, steward } = coalition;
  const seat = `/groups/${home.slug}/coalitions/${coalition.slug}/delegates`;
  await site.as(steward).delete(`${seat}/${steward.id}`);
  const member = await aMember(site, home);
  expect((await site.as(steward).put(`${seat}/${member.id}`, aMandate)).status).toBe(204);
  expect((await site.as(member).get(`/groups/${coalition.slug}`)).body.myRole).toBe('steward');
});

async function applies(
  site: TestSite,
  coalition: { slug: string; steward: Account },
  group: { slug: string; steward: Account },
) {
  await site
    .as(group.steward)
    .post(`/groups/${group.slug}/coalitions`, { coalition: coalition.slug, answers: [] });
  const path = `/coalitions/${coalition.slug}/groups/${group.slug}/decision`;
  await site.as(coalition.steward).put(path, { decision: 'accepted' });
}
type Account = NonNullable<Parameters<TestSite['as']>[0]> & { id: string };
