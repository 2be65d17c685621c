import { passTime } from '@groundwork/database/testing/clock';
import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { carefulGroups } from '../../notices/tables.ts';
import { aSite, clientOf, type TestSite } from '../../testing.ts';
import { aBrowser, aCarrier, aDevice, claimsOf } from './fixtures.ts';

type Account = { id: string; name: string; email: string; token: string };
type Device = Awaited<ReturnType<typeof aDevice>>;
let double: Awaited<ReturnType<typeof aCarrier>>;

beforeAll(async () => {
  double = await aCarrier();
});
afterAll(() => double.close());
beforeEach(() => {
  answering(201);
});

function answering(status: number, headers: Record<string, string> = {}) {
  double.carrier.answer = (_request, reply) => reply.writeHead(status, headers).end();
}

const aRingingSite = () => aSite({ net: double.net });

/** What a browser showed. */
function shown({ at, read }: Pick<Device, 'at' | 'read'>) {
  return double.carried
    .filter((one) => one.at === at)
    .map((one) => JSON.parse(read(one)) as { notification: Record<string, string>; app_badge: number });
}
const titles = (device: Device) => shown(device).map(({ notification }) => notification.title);

async function pass(site: TestSite, time: string) {
  await passTime(site.house.db.$client, time);
  await site.work();
}

/** A group that decides who joins, whose steward has a phone. */
async function aRungGroup(site: TestSite, { name = 'Tenants' } = {}) {
  const group = await aGroup(site, { name, joining: 'approval' });
  return { group, steward: group.steward, device: await aDevice(site, group.steward) };
}

async function anAsker(site: TestSite, group: AGroup, name = 'Grace') {
  const asker = await anAccount(site, { name });
  await site.as(asker).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  return asker;
}

const chosen = {
  ...{ mine: 'now', decide: 'now', groups: 'digest', rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null },
};

async function countPushes(site: TestSite) {
  const { rows } = await site.db.execute<{ count: number }>(sql`select count(*)::int as count from pushes`);
  return rows[0]?.count;
}

test('what waits for somebody rings their phone at once, and says no more than where', async () => {
  const site = await aRingingSite();
  const { group, device } = await aRungGroup(site);
  await anAsker(site, group);
  await site.work();
  expect(shown(device)).toEqual([
    {
      web_push: 8030,
      app_badge: 1,
      notification: {
        ...{ title: 'Something new at Valley Coalition', lang: 'en', dir: 'ltr', app_badge: '1' },
        navigate: 'http://groundwork.test/home',
      },
    },
  ]);
  expect(await countPushes(site)).toBe(0);
  const { body } = await site.as(group.steward).get('/account/pushes');
  const [carried] = double.carried.filter(({ at }) => at === device.at);
  expect(carried && claimsOf(carried)).toMatchObject({ isSigned: true, key: body.publicKey });
  await site.work();
  expect(shown(device)).toHaveLength(1);
});

test('a direct message rings at once, and never says what was said', async () => {
  const site = await aRingingSite();
  const group = await aGroup(site);
  const ana = await aMember(site, group, 'member', await anAccount(site, { name: 'Ana' }));
  const bea = await aMember(site, group);
  const [phone, own] = [await aDevice(site, bea), await aDevice(site, ana)];
  await site.as(bea).patch(phone.path, { isTelling: true });
  const { body } = await site.as(ana).post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
  await site
    .as(ana)
    .post(`/channels/${body.id}/messages`, { id: newId(), body: 'The key is under the pot.' });
  await site.work();
  expect(titles(phone)).toEqual(['Ana wrote to you']);
  expect(JSON.stringify(shown(phone))).not.toContain('pot');
  expect(shown(own)).toEqual([]);
});

test('of a careful group nothing is said on a screen, whatever was chosen', async () => {
  const site = await aRingingSite();
  const { group, steward, device } = await aRungGroup(site);
  await site.as(steward).patch(device.path, { isTelling: true });
  await anAsker(site, group, 'Grace');
  await site.work();
  await site.db.insert(carefulGroups).values({ groupId: group.id });
  await anAsker(site, group, 'Yusuf');
  await site.work();
  expect(titles(device)).toEqual(['Grace wants to join Tenants', 'Something new at Valley Coalition']);
});

test('on a quiet day nothing rings; afterwards once, whatever came', async () => {
  const site = await aRingingSite();
  const { group, steward, device } = await aRungGroup(site);
  await site.as(steward).patch(device.path, { isTelling: true });
  await site.as(steward).put('/account/notices', { ...chosen, isSilent: true });
  await anAsker(site, group, 'Grace');
  await anAsker(site, group, 'Yusuf');
  await pass(site, '23 hours');
  expect(titles(device)).toEqual([]);
  await pass(site, '70 minutes');
  expect(titles(device)).toEqual(['2 things for you at Valley Coalition']);
});

test('what was chosen after it was told counts: a quiet day, a quiet group, mail together', async () => {
  const site = await aRingingSite();
  const { group, steward, device } = await aRungGroup(site);
  await anAsker(site, group, 'Grace');
  await site.as(steward).put('/account/notices', { ...chosen, isSilent: true });
  await site.work();
  await site.as(steward).put(`/groups/${group.slug}/loudness`, { loudness: 'quiet' });
  await pass(site, '25 hours');
  expect(shown(device)).toEqual([]);
  expect(await countPushes(site)).toBe(0);
  await site.as(steward).put(`/groups/${group.slug}/loudness`, { loudness: 'all' });
  await site.as(steward).put('/account/notices', { ...chosen, decide: 'digest', isSilent: false });
  await anAsker(site, group, 'Yusuf');
  await site.work();
  expect(shown(device)).toEqual([]);
});

test('what is decided or read before it rang does not ring', async () => {
  const site = await aRingingSite();
  const { group, steward, device } = await aRungGroup(site);
  await anAsker(site, group);
  const path = `/groups/${group.slug}/join-requests`;
  const { rows } = (await site.as(steward).get(path)).body;
  await site.as(steward).put(`${path}/${rows[0].id}/decision`, { decision: 'accepted' });
  await site.work();
  expect(shown(device)).toEqual([]);
});

test('a direct message that was read on another screen does not ring', async () => {
  const site = await aRingingSite();
  const group = await aGroup(site);
  const [ana, bea] = [await aMember(site, group), await aMember(site, group)];
  const phone = await aDevice(site, bea);
  const { body } = await site.as(ana).post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
  await site.as(ana).post(`/channels/${body.id}/messages`, { id: newId(), body: 'Hello?' });
  await site.as(bea).put(`/channels/${body.id}/reading`, { seq: 1 });
  await site.work();
  expect(shown(phone)).toEqual([]);
  expect(await countPushes(site)).toBe(0);
});

test('whoever is put out of a group hears nothing of it any more, though it was told', async () => {
  const site = await aRingingSite();
  const group = await aGroup(site);
  const [ana, bea] = [await aMember(site, group), await aMember(site, group)];
  const phone = await aDevice(site, bea);
  answering(503);
  const { body } = await site.as(ana).post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
  await site.as(ana).post(`/channels/${body.id}/messages`, { id: newId(), body: 'Hello?' });
  await site.work();
  expect(shown(phone)).toHaveLength(1);
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${bea.id}`);
  answering(201);
  await pass(site, '1 hour');
  expect(shown(phone)).toHaveLength(1);
  expect(await countPushes(site)).toBe(0);
});

test('a browser that is gone is forgotten; one whose carrier is busy is rung later, a few times', async () => {
  const site = await aRingingSite();
  const { group, steward, device } = await aRungGroup(site);
  answering(429, { 'retry-after': '600' });
  await anAsker(site, group, 'Grace');
  await site.work();
  await pass(site, '5 minutes');
  expect(shown(device)).toHaveLength(1);
  await pass(site, '6 minutes');
  expect(shown(device)).toHaveLength(2);
  answering(500);
  for (const _again of [1, 2, 3, 4, 5, 6]) await pass(site, '3 hours');
  expect(shown(device)).toHaveLength(5);
  expect(await countPushes(site)).toBe(0);
  answering(410);
  await anAsker(site, group, 'Yusuf');
  await site.work();
  expect((await site.as(steward).get('/account/pushes')).body.rows).toEqual([]);
  expect(await countPushes(site)).toBe(0);
});

test('a browser that is signed out rings no more, and one whose session ran out by itself does', async () => {
  const site = await aRingingSite();
  const account = await anAccount(site);
  const at = { email: account.email, password: account.password };
  const { cookie } = await site.as(null).post('/session', at);
  const browser = { token: cookie ?? '' };
  await aDevice(site, browser);
  const kept = await aDevice(site, account);
  const list = async () => (await site.as(account).get('/account/pushes')).body.rows;
  expect(await list()).toHaveLength(2);
  await clientOf(site.app, browser).delete('/session');
  expect(await list()).toMatchObject([{ id: kept.id, carrier: 'push.example.org', isTelling: false }]);
  await site.db.execute(sql`update sessions set expires_at = now() - interval '1 day'`);
  await site.db.execute(sql`delete from sessions`);
  const { rows } = await site.db.execute(sql`select id from push_devices`);
  expect(rows).toEqual([{ id: kept.id }]);
});

test('one tries whether it rings, whatever one chose, and nobody else’s', async () => {
  const site = await aRingingSite();
  const [account, other] = [await anAccount(site, { language: 'ar' }), await anAccount(site)];
  const device = await aDevice(site, account);
  await site.as(account).put('/account/notices', { ...chosen, isSilent: true });
  expect((await site.as(other).post(`${device.path}/rings`)).status).toBe(404);
  expect((await site.as(account).post(`${device.path}/rings`)).status).toBe(204);
  await site.work();
  expect(shown(device)).toMatchObject([{ notification: { lang: 'ar', dir: 'rtl' } }]);
  expect(titles(device)[0]).toContain('Valley Coalition');
});

test('ten browsers of an account ring, one of them once, and for whoever let it last', async () => {
  const site = await aRingingSite();
  const [account, other] = [await anAccount(site), await anAccount(site)];
  const first = await aDevice(site, account);
  for (const _nth of [2, 3, 4, 5, 6, 7, 8, 9, 10]) await aDevice(site, account);
  const again = await site.as(account).post('/account/pushes', first.own);
  expect(again.body.id).toBe(first.id);
  const more = await site.as(account).post('/account/pushes', aBrowser().own);
  expect([more.status, more.body.code]).toEqual([409, 'pushes.too-many']);
  await site.as(account).post(`${first.path}/rings`);
  await site.as(other).post('/account/pushes', first.own);
  expect((await site.as(account).get('/account/pushes')).body.rows).toHaveLength(9);
  await site.work();
  expect(shown(first)).toEqual([]);
});

test.each(['https://127.0.0.1/a', 'https://metadata.google.internal/a', 'https://push.example.org:81/a'])(
  'a browser at %s is refused',
  async (endpoint) => {
    const site = await aRingingSite();
    const account: Account = await anAccount(site);
    const answer = await site.as(account).post('/account/pushes', { ...aBrowser().own, endpoint });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ code: 'pushes.endpoint' }] } });
  },
);

test('where a browser is and what it is read by stands nowhere as it is', async () => {
  const site = await aRingingSite();
  const { group, device } = await aRungGroup(site);
  await anAsker(site, group);
  await site.work();
  const { rows } = await site.db.execute(
    sql`select (select json_agg(d) from push_devices d)::text || (select json_agg(j) from journal j)::text as all_of_it`,
  );
  const said = JSON.stringify([rows, (await site.as(group.steward).get('/account/pushes')).body]);
  for (const secret of [device.own.endpoint, device.own.p256dh, device.own.auth, device.at])
    expect(said).not.toContain(secret);
});
