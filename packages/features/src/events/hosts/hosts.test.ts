import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { anEvent } from '../fixtures.ts';

test('whoever carries less in the group than they did hosts none of its events, until a steward names them anew', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [event, another] = [await anEvent(site, { group }), await anEvent(site, { group })];
  const [ana, omar] = [await aMember(site, group, 'organizer'), await aMember(site, group)];
  const steward = site.as(group.steward);
  const door = async (account: typeof ana) =>
    (await site.as(account).get(`/events/${event.slug}/door`)).status;
  const host = ({ id }: typeof ana, of = event) => steward.put(`/events/${of.slug}/hosts/${id}`);
  await host(omar);
  await host(ana);
  await host(ana, another);
  await steward.patch(`/groups/${group.slug}/members/${ana.id}`, { role: 'member' });
  await site.work();
  expect([await door(ana), await door(omar)]).toEqual([404, 200]);
  const { body } = await steward.get(`/events/${another.slug}`);
  expect(body.hosts.map(({ accountId }: { accountId: string }) => accountId)).toEqual([group.steward.id]);
  await host(ana);
  await site.work();
  expect(await door(ana)).toBe(200);
});
