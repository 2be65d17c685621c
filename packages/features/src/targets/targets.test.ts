import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aCoalition, aDelegate, joinCoalition, type ACoalition } from '../coalitions/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aMayor, anAsk, aTarget, aTargetNote, dayFrom } from './fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

/** A coalition, two groups in it, and one apart. */
async function aValley(site: TestSite) {
  const coalition = await aCoalition(site);
  const [one, other, apart] = [
    await aGroup(site, { name: 'One' }),
    await aGroup(site, { name: 'Other' }),
    await aGroup(site, { name: 'Apart' }),
  ] as const;
  for (const group of [one, other]) await joinCoalition(site, coalition, group);
  return { coalition, one, other, apart };
}

async function names(site: TestSite, viewer: Viewer, group: { slug: string }, query = '') {
  const { status, body } = await site.as(viewer).get(`/groups/${group.slug}/targets${query}`);
  return status === 200 ? body.rows.map(({ name }: { name: string }) => name) : status;
}

async function leave(site: TestSite, coalition: ACoalition, group: AGroup) {
  const path = `/groups/${group.slug}/coalitions/${coalition.slug}`;
  expect((await site.as(group.steward).delete(path)).status).toBe(204);
}

test('a group’s own target is found by those who publish for it, and is not there for anybody else', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const target = await aTarget(site, one, { email: 'mayor@city.example', leftOn: dayFrom(-1) });
  const organizer = await aMember(site, one, 'organizer');
  const { status, body } = await site.as(organizer).get(target.pathFor(one));
  expect([status, body]).toMatchObject([
    200,
    {
      ...{ name: 'Dana Price', office: 'Mayor', email: 'mayor@city.example', phone: '', hasLeft: true },
      ...{ coalition: null, isOpen: true, can: { edit: true, remove: true, ask: true, report: false } },
    },
  ]);
  for (const viewer of [await aMember(site, one), await anAccount(site), other.steward, coalition.steward]) {
    expect((await site.as(viewer).get(target.pathFor(one))).status).toBe(404);
    expect(await names(site, viewer, one)).toBe(404);
  }
  // By another group's address neither.
  for (const group of [other, { ...coalition, steward: coalition.steward }])
    expect((await site.as(group.steward).get(target.pathFor(group))).status).toBe(404);
  expect(await names(site, other.steward, other)).toEqual([]);
});

test('a coalition’s target is found by whoever publishes for one of its groups or for it, and ends with belonging', async () => {
  const site = await aSite();
  const { coalition, one, other, apart } = await aValley(site);
  const target = await aTarget(site, one, { coalition });
  for (const group of [one, other, { ...coalition, steward: coalition.steward }]) {
    expect(await names(site, group.steward, group)).toEqual(['Dana Price']);
    expect((await site.as(group.steward).get(target.pathFor(group))).status).toBe(200);
    const { body } = await site.as(group.steward).get(`/targets/${target.id}`);
    expect(body.group).toBe(group.slug);
  }
  expect(await names(site, apart.steward, apart)).toEqual([]);
  expect((await site.as(apart.steward).get(target.pathFor(apart))).status).toBe(404);
  expect((await site.as(await aMember(site, other)).get(target.pathFor(other))).status).toBe(404);
  await leave(site, coalition, other);
  expect(await names(site, other.steward, other)).toEqual([]);
  expect((await site.as(other.steward).get(target.pathFor(other))).status).toBe(404);
  expect((await site.as(other.steward).get(`/targets/${target.id}`)).status).toBe(404);
});

test('a group puts one up only for itself and for a coalition that it is in', async () => {
  const site = await aSite();
  const { coalition, apart } = await aValley(site);
  const put = (coalitionSlug: string | null) =>
    site.as(apart.steward).post(`/groups/${apart.slug}/targets`, { ...aMayor, coalition: coalitionSlug });
  expect((await put(coalition.slug)).body.fields).toMatchObject([
    { name: 'coalition', code: 'targets.not-in' },
  ]);
  expect((await put(null)).status).toBe(201);
  const { body } = await site.as(apart.steward).get(`/groups/${apart.slug}/targets`);
  expect(body).toMatchObject({ coalitions: [], can: { add: true } });
});

test('who is there already is refused beside the name, with the way there; in another holder they may be there again', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const target = await aTarget(site, one, { coalition });
  const again = { name: 'dana PRICE', office: 'mayor', coalition: coalition.slug };
  const answer = await site.as(other.steward).post(`/groups/${other.slug}/targets`, again);
  expect(answer).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'name', code: 'targets.twice', link: target.pathFor(other) }] },
  });
  const own = { ...again, coalition: null };
  expect((await site.as(other.steward).post(`/groups/${other.slug}/targets`, own)).status).toBe(201);
  const next = await aTarget(site, one, { coalition, name: 'Lee Park' });
  const renamed = await site.as(one.steward).patch(next.pathFor(one), { name: 'Dana Price' });
  expect(renamed.body.fields[0].code).toBe('targets.twice');
});

test('a coalition’s target is changed by those who answer for it and by the group that put it up, and by no other', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const target = await aTarget(site, one, { coalition });
  const change = { area: 'Riverton and the valley' };
  expect((await site.as(one.steward).patch(target.pathFor(one), change)).status).toBe(204);
  expect((await site.as(coalition.steward).patch(target.pathFor(coalition), change)).status).toBe(204);
  expect((await site.as(other.steward).patch(target.pathFor(other), change)).status).toBe(403);
  // What others wrote about it is not for one of them to take away.
  for (const group of [one, other, coalition])
    expect((await site.as(group.steward).delete(target.pathFor(group))).status).toBe(403);
});

test('a ban from the coalition shuts its targets, also for who publishes for a group in it', async () => {
  const site = await aSite();
  const { coalition, one } = await aValley(site);
  const target = await aTarget(site, one, { coalition });
  const organizer = await aMember(site, one, 'organizer');
  expect((await site.as(organizer).get(target.pathFor(one))).status).toBe(200);
  await aDelegate(site, { coalition, group: one, account: organizer });
  const ban = await site.as(coalition.steward).put(`/groups/${coalition.slug}/bans/${organizer.id}`, {});
  expect(ban.status).toBeLessThan(300);
  expect((await site.as(organizer).get(target.pathFor(one))).status).toBe(404);
  expect(await names(site, organizer, one)).toEqual([]);
});

test('a list is read by name, searched in office and area, and cut into pages', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  for (const [name, office] of [
    ['Zoe Hart', 'Housing board'],
    ['adam Roy', 'Council'],
    ['Bea Lund', 'Council'],
  ] as const)
    await aTarget(site, group, { name, office });
  expect(await names(site, group.steward, group)).toEqual(['adam Roy', 'Bea Lund', 'Zoe Hart']);
  expect(await names(site, group.steward, group, '?search=council')).toEqual(['adam Roy', 'Bea Lund']);
  const { body } = await site.as(group.steward).get(`/groups/${group.slug}/targets?limit=2`);
  expect(await names(site, group.steward, group, `?limit=2&after=${body.next}`)).toEqual(['Zoe Hart']);
});

test('a group that left keeps what it wrote, and nothing of what others wrote', async () => {
  const site = await aSite();
  const { coalition, one, other } = await aValley(site);
  const target = await aTarget(site, one, { coalition });
  await anAsk(site, target, one);
  const own = await anAsk(site, target, other);
  await aTargetNote(site, target, other);
  await leave(site, coalition, other);
  const left = site.as(other.steward);
  expect((await left.get(target.pathFor(other))).body).toMatchObject({
    isOpen: false,
    can: { edit: false, ask: false, note: true },
  });
  const asks = (await left.get(`${target.pathFor(other)}/asks`)).body.rows;
  expect(asks.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  expect((await left.get(`${target.pathFor(other)}/notes`)).body.rows).toHaveLength(1);
  // And what it wrote is in the coalition no more.
  expect((await site.as(one.steward).get(`${target.pathFor(one)}/asks`)).body.rows).toHaveLength(1);
});

test('with its group a target goes; of a coalition that is gone, those who wrote about it keep it', async () => {
  const site = await aSite();
  const { coalition, one } = await aValley(site);
  await aTarget(site, one);
  const kept = await aTarget(site, one, { coalition, name: 'Kept' });
  await aTarget(site, one, { coalition, name: 'Not written about' });
  await anAsk(site, kept, one);
  const remove = async (id: string) => {
    await site.db.$client.query('delete from groups where id = $1', [id]);
    await site.sweep('targets.forget-orphans');
    const { rows } = await site.db.$client.query('select name from targets order by name');
    return rows.map(({ name }) => name as string);
  };
  expect(await remove(coalition.id)).toEqual(['Dana Price', 'Kept']);
  expect(await names(site, one.steward, one)).toEqual(['Dana Price', 'Kept']);
  expect((await site.as(one.steward).get(kept.pathFor(one))).body).toMatchObject({
    coalition: null,
    can: { edit: false, remove: false },
  });
  expect(await remove(one.id)).toEqual([]);
});

test('a frozen group puts nothing up and changes nothing', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const target = await aTarget(site, group);
  await site.db.$client.query('update groups set frozen_at = now()');
  const steward = site.as(group.steward);
  expect((await steward.get(target.pathFor(group))).body.can).toMatchObject({ edit: false, ask: false });
  const body = { name: 'Another', coalition: null };
  expect((await steward.post(`/groups/${group.slug}/targets`, body)).body.code).toBe('groups.frozen');
  expect((await steward.patch(target.pathFor(group), { area: 'x' })).body.code).toBe('groups.frozen');
});
