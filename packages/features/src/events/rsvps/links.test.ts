import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { anEvent, anRsvp, beganAgo, tokenFor } from '../fixtures.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', answer: 'going' };

test('a link that is not ours, or is for something else, leads nowhere', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  const sealed = await tokenFor(site, email);
  const [id = ''] = sealed.split('.');
  for (const wrong of [id, `${id}.`, `${id}.${'a'.repeat(32)}`, 'nonsense', `${sealed}x`]) {
    for (const method of ['get', 'delete'] as const)
      expect((await site.as(null)[method](`/rsvps/${wrong}`)).status).toBe(404);
    expect((await site.as(null).put(`/rsvps/${wrong}`, { answer: 'maybe' })).status).toBe(404);
    expect((await site.as(null).get(`/rsvps/${wrong}/calendar`)).status).toBe(404);
  }
});

test('an RSVP is not given, changed or cancelled after the event', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  const sealed = await tokenFor(site, email);
  await beganAgo(site, event, 3);
  expect((await site.as(null).get(`/rsvps/${sealed}`)).body).toMatchObject({
    event: { state: 'ended' },
    can: { change: false, cancel: false },
  });
  expect((await site.as(null).put(`/rsvps/${sealed}`, { answer: 'maybe' })).status).toBe(409);
  expect((await site.as(null).delete(`/rsvps/${sealed}`)).status).toBe(409);
  expect((await site.as(null).post(`/events/${event.slug}/rsvps`, sam)).body.code).toBe('events.is-over');
});

test('a person who left a private group keeps the link, without the group’s place', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const event = await anEvent(site, { group });
  const member = await aMember(site, group);
  const { body } = await site.as(member).post(`/events/${event.slug}/rsvps`, { answer: 'going' });
  expect((await site.as(null).get(`/rsvps/${body.token}`)).body.event.address).toBe('12 Linden Street');
  await site.as(member).delete(`/groups/${group.slug}/membership`);
  expect((await site.as(null).get(`/rsvps/${body.token}`)).body.event.address).toBeNull();
});
