import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aListing, aNeed, dayAhead } from './fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

async function titles(site: TestSite, viewer: Viewer = null, query = '') {
  const { body } = await site.as(viewer).get(`/listings?${query}`);
  return body.rows.map(({ title }: { title: string }) => title);
}

test('what a group needs of everybody, a stranger finds, the newest first, by side, by kind of thing and by group', async () => {
  const site = await aSite();
  const [one, other] = [await aGroup(site, { name: 'One' }), await aGroup(site, { name: 'Other' })] as const;
  await aListing(site, one, { title: 'A hall' });
  await aListing(site, other, { title: 'A van', side: 'offer', thing: 'vehicle' });
  expect(await titles(site)).toEqual(['A van', 'A hall']);
  expect(await titles(site, null, 'side=need')).toEqual(['A hall']);
  expect(await titles(site, null, 'thing=vehicle')).toEqual(['A van']);
  expect(await titles(site, null, `group=${one.slug}`)).toEqual(['A hall']);
  const { body } = await site.as(null).get('/listings?limit=1');
  expect(body).toMatchObject({
    rows: [{ state: 'open', group: { slug: other.slug, name: 'Other', isSeen: true }, coalition: null }],
    coalitions: [],
    mayList: [],
  });
  expect(await titles(site, null, `limit=1&after=${body.next}`)).toEqual(['A hall']);
});

test('whoever publishes for a group puts something up, and nobody else', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const path = `/groups/${group.slug}/listings`;
  const organizer = await aMember(site, group, 'organizer');
  const { status, body } = await site
    .as(organizer)
    .post(path, { ...aNeed, details: 'With a ramp.', place: 'Linden' });
  expect(status).toBe(201);
  expect((await site.as(null).get(`/listings/${body.id}`)).body).toMatchObject({
    ...{ details: 'With a ramp.', place: 'Linden', writtenBy: null, mayAnswer: [], isOurs: false },
    can: { edit: false, close: false, reopen: false, decide: false, report: true },
  });
  // Who wrote it is told to their own side.
  expect((await site.as(group.steward).get(`/listings/${body.id}`)).body.writtenBy).toBe(organizer.name);
  expect((await site.as(await aMember(site, group)).post(path, aNeed)).status).toBe(403);
  expect((await site.as(await anAccount(site)).post(path, aNeed)).status).toBe(403);
});

test('a day that is over or more than a year ahead is refused beside its field', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  for (const endsOn of [dayAhead(-2), dayAhead(368)]) {
    const { status, body } = await site
      .as(group.steward)
      .post(`/groups/${group.slug}/listings`, { ...aNeed, endsOn });
    expect([status, body.fields[0]]).toMatchObject([422, { name: 'endsOn', code: 'directory.ends-on' }]);
  }
});

test('a group that is hidden, or turns private, is in no list with what it asks of everybody', async () => {
  const site = await aSite();
  const [hidden, turned] = [
    await aGroup(site, { name: 'One' }),
    await aGroup(site, { name: 'Other' }),
  ] as const;
  for (const group of [hidden, turned]) await aListing(site, group);
  await site.db.execute(`update groups set hidden_at = now() where id = '${hidden.id}'`);
  await site.as(turned.steward).patch(`/groups/${turned.slug}`, { visibility: 'private' });
  expect(await titles(site)).toEqual([]);
  const { slug } = (await site.as(turned.steward).get('/groups?mine=true')).body.rows[0];
  expect((await site.as(turned.steward).get(`/groups/${slug}/listings`)).body).toMatchObject({
    rows: [{ isHeard: false, state: 'open' }],
    mayListForAll: false,
  });
});

test('a listing stays when whoever wrote it leaves the site, and nobody is named any more', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const organizer = await aMember(site, group, 'organizer');
  const { body } = await site.as(organizer).post(`/groups/${group.slug}/listings`, aNeed);
  await site.db.execute(`delete from accounts where id = '${organizer.id}'`);
  expect((await site.as(group.steward).get(`/listings/${body.id}`)).body).toMatchObject({
    ...{ title: aNeed.title, writtenBy: null },
  });
});

test('its group changes it, closes it and puts it up again until another day', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await aListing(site, group, { howMany: 'two' });
  const steward = site.as(group.steward);
  expect((await steward.patch(path, { title: 'A hall', details: 'With a ramp.' })).status).toBe(204);
  expect((await steward.get(path)).body).toMatchObject({
    title: 'A hall',
    details: 'With a ramp.',
    howMany: 'two',
  });
  for (let times = 0; times < 2; times += 1) expect((await steward.put(`${path}/closing`)).status).toBe(204);
  expect((await site.as(null).get(path)).status).toBe(404);
  const own = `/groups/${group.slug}/listings`;
  expect((await steward.get(own)).body.rows).toEqual([]);
  expect((await steward.get(`${own}?state=over`)).body.rows).toMatchObject([
    { title: 'A hall', state: 'closed' },
  ]);
  expect((await steward.put(`${path}/reopening`, { endsOn: dayAhead(-3) })).status).toBe(422);
  expect((await steward.put(`${path}/reopening`, { endsOn: dayAhead(9) })).status).toBe(204);
  expect((await site.as(null).get(path)).body).toMatchObject({ state: 'open', endsOn: dayAhead(9) });
  const { rows } = await site.db.$client.query(
    `select kind from journal where kind like 'directory.%' order by id`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(
    ['listed', 'edited', 'closed', 'reopened'].map((deed) => `directory.${deed}`),
  );
});

test('after its last day it is not listed, and is closed by the clock', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path, id } = await aListing(site, group);
  await site.db.execute(`update listings set ends_on = current_date - 2 where id = '${id}'`);
  expect(await titles(site)).toEqual([]);
  expect((await site.as(null).get(path)).status).toBe(404);
  expect((await site.as(group.steward).get(path)).body).toMatchObject({ state: 'closed', closedHow: 'time' });
  await site.sweep('directory.close');
  const { rows } = await site.db.execute('select closed_how from listings');
  expect(rows).toEqual([{ closed_how: 'time' }]);
});

test('a frozen group closes its own, and changes nothing', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await aListing(site, group);
  await site.db.execute(`update groups set frozen_at = now() where id = '${group.id}'`);
  const steward = site.as(group.steward);
  expect(await steward.patch(path, { title: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'groups.frozen' },
  });
  expect((await steward.put(`${path}/closing`)).status).toBe(204);
  expect((await steward.put(`${path}/reopening`, { endsOn: dayAhead(9) })).status).toBe(409);
});

test('only so many of one group stand at once', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const put = () => site.as(group.steward).post(`/groups/${group.slug}/listings`, aNeed);
  await site.db.execute(`insert into listings (id, group_id, side, thing, title, ends_on, is_for_all)
    select gen_random_uuid(), '${group.id}', 'need', 'room', 'A room', current_date + 9, true from generate_series(1, 100)`);
  expect(await put()).toMatchObject({ status: 409, body: { code: 'directory.full' } });
  await site.db.execute('delete from listings');
  expect((await put()).status).toBe(201);
});

test('a group takes out everything it put up', async () => {
  const site = await aSite();
  const [group, other] = [await aGroup(site), await aGroup(site, { name: 'Other' })] as const;
  await aListing(site, group, { title: '=A van', side: 'offer', thing: 'vehicle' });
  await aListing(site, other, { title: 'Elsewhere' });
  const file = await site.as(group.steward).post(`/groups/${group.slug}/listings/exports`);
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="${group.slug}-needs-and-offers.csv"`,
  );
  expect(file.body).toContain("offer,vehicle,'=A van");
  expect(file.body).not.toContain('Elsewhere');
  const organizer = await aMember(site, group, 'organizer');
  expect((await site.as(organizer).post(`/groups/${group.slug}/listings/exports`)).status).toBe(403);
});
