import { expect, test } from 'vitest';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite } from '../testing.ts';
import { anEvent } from './fixtures.ts';

test('somebody’s own events are those to which they come and those that they host, private ones too, and nobody else’s', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const member = await aMember(site, group);
  const [going, hosted, declined] = [
    await anEvent(site, { group, title: 'Soup' }),
    await anEvent(site, { group, title: 'Postcards' }),
    await anEvent(site, { group, title: 'Hearing' }),
  ];
  const asked = site.as(member);
  const answer = { answer: 'going' };
  for (const { slug } of [going, declined])
    expect((await asked.post(`/events/${slug}/rsvps`, answer)).status).toBe(201);
  await site.as(group.steward).put(`/events/${hosted.slug}/hosts/${member.id}`);
  const titles = async (who = member) =>
    (await site.as(who).get('/events?mine=true')).body.rows
      .map(({ title }: { title: string }) => title)
      .sort();
  expect(await titles()).toEqual(['Hearing', 'Postcards', 'Soup']);
  expect(await titles(await aMember(site, group))).toEqual([]);
  expect((await site.as(null).get('/events?mine=true')).body.rows).toEqual([]);
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${member.id}`);
  expect(await titles()).toEqual([]);
});
