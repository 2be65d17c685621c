import { describe, expect, test } from 'vitest';

import { aGroup, aMember } from '../groups/fixtures.ts';
import { aCast } from '../links/fixtures.ts';
import { hideEvent, showEvent } from './hidings/actions.ts';
import { aSite, type TestSite } from '../testing.ts';
import { anEvent, anRsvp, anUnconfirmedRsvp, beganAgo, type AnEvent } from './fixtures.ts';
import { events } from './tables.ts';

describe('the short link of an event', () => {
  test('is made when it is published, and leads everyone to it', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const steward = site.as(group.steward);
    const draft = await anEvent(site, { group, isDraft: true });
    expect((await steward.get(`/events/${draft.slug}`)).body.link).toBeNull();
    const { body } = await steward.put(`/events/${draft.slug}/publication`);
    expect(body.link.url).toMatch(/^http:\/\/groundwork\.test\/go\/[a-z0-9]{7}$/);
    expect((await steward.put(`/events/${draft.slug}/publication`)).body.link).toEqual(body.link);
    const seen = (await site.as(null).get(`/events/${body.slug}`)).body;
    expect(seen.link).toEqual(body.link);
    expect((await site.as(null).get(`/go/${seen.link.code}`)).body.path).toBe(`/events/${body.slug}`);
  });

  test('of a private group leads its members only', async () => {
    const site = await aSite();
    const { group, member, outsider } = await aCast(site, 'private');
    const event = await anEvent(site, { group });
    const { link } = (await site.as(member).get(`/events/${event.slug}`)).body;
    for (const account of [outsider, null])
      for (const path of [`/go/${link.code}`, `/links/${link.code}/qr.png`])
        expect((await site.as(account).get(path)).status).toBe(404);
    expect((await site.as(member).get(`/go/${link.code}`)).body.path).toBe(`/events/${event.slug}`);
  });

  test('follows when its group turns private', async () => {
    const site = await aSite();
    const { group, steward, member } = await aCast(site);
    const event = await anEvent(site, { group });
    const { link } = (await site.as(member).get(`/events/${event.slug}`)).body;
    await site.as(steward).patch(`/groups/${group.slug}`, { visibility: 'private' });
    await site.work();
    const { path } = (await site.as(member).get(`/go/${link.code}`)).body;
    expect(path).not.toBe(`/events/${event.slug}`);
    expect((await site.as(member).get(path)).body.link).toEqual(link);
    expect((await site.as(null).get(`/go/${link.code}`)).status).toBe(404);
  });

  test('leads nowhere while the event is hidden, and stands on no page', async () => {
    const site = await aSite();
    const event = await anEvent(site);
    const { link } = (await site.as(null).get(`/events/${event.slug}`)).body;
    await hide(site, event);
    const steward = site.as(event.group.steward);
    expect((await steward.get(`/events/${event.slug}`)).body).toMatchObject({ isHidden: true, link: null });
    expect((await site.as(null).get(`/go/${link.code}`)).status).toBe(404);
    await show(site, event);
    expect((await site.as(null).get(`/go/${link.code}`)).status).toBe(200);
  });
});

describe('what was published before events had links', () => {
  test('gets one of its own while it is still to come', async () => {
    const site = await aSite();
    const [coming, past] = [await anEvent(site), await anEvent(site)];
    await beganAgo(site, past, 5);
    await unlink(site);
    await site.sweep('events.link');
    const { link } = (await site.as(null).get(`/events/${coming.slug}`)).body;
    expect((await site.as(null).get(`/go/${link.code}`)).body.path).toBe(`/events/${coming.slug}`);
    expect((await site.as(null).get(`/events/${past.slug}`)).body.link).toBeNull();
    await site.sweep('events.link');
    expect((await site.as(null).get(`/events/${coming.slug}`)).body.link).toEqual(link);
  });

  test('gets none while it is a draft or hidden, and one once it is shown again', async () => {
    const site = await aSite();
    const [draft, hidden] = [await anEvent(site, { isDraft: true }), await anEvent(site)];
    await unlink(site);
    await hide(site, hidden);
    await site.sweep('events.link');
    const bare = await site.db.select({ linkId: events.linkId }).from(events);
    expect(bare).toEqual([{ linkId: null }, { linkId: null }]);
    await show(site, hidden);
    await site.sweep('events.link');
    expect((await site.as(null).get(`/events/${hidden.slug}`)).body.link).not.toBeNull();
    expect((await site.as(draft.group.steward).get(`/events/${draft.slug}`)).body.link).toBeNull();
  });
});

describe('an answer remembers the link that brought it', () => {
  test('and counts for it once it is confirmed', async () => {
    const site = await aSite();
    const event = await anEvent(site);
    const { link } = (await site.as(null).get(`/events/${event.slug}`)).body;
    const given = { link: link.code.toUpperCase() };
    await anRsvp(site, event, given);
    await anRsvp(site, event, { ...given, answer: 'maybe', guestCount: 2 });
    await anUnconfirmedRsvp(site, event, given);
    await anRsvp(site, event);
    const steward = site.as(event.group.steward);
    const counted = async () => (await steward.get(`/events/${event.slug}/numbers`)).body.byLink;
    const [without, byIt] = [{ linkId: null, count: 1 }, { linkId: expect.any(String) as string }];
    expect(await counted()).toEqual(expect.arrayContaining([without, { ...byIt, count: 2 }]));
    await steward.post(`/events/${event.slug}/rsvps`, { answer: 'going', ...given });
    expect(await counted()).toEqual(expect.arrayContaining([without, { ...byIt, count: 3 }]));
  });

  test("but no other group's, and none that is not there", async () => {
    const site = await aSite();
    const [event, other] = [await anEvent(site), await anEvent(site)];
    const { link } = (await site.as(null).get(`/events/${other.slug}`)).body;
    for (const code of [link.code, 'nowhere']) await anRsvp(site, event, { link: code });
    const { byLink } = (await site.as(event.group.steward).get(`/events/${event.slug}/numbers`)).body;
    expect(byLink).toEqual([{ linkId: null, count: 2 }]);
  });

  test('which whoever publishes reads, and nobody else', async () => {
    const site = await aSite();
    const event = await anEvent(site);
    const host = await aMember(site, event.group);
    await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
    const path = `/events/${event.slug}/numbers`;
    expect((await site.as(host).get(path)).status).toBe(403);
    expect((await site.as(await aMember(site, event.group, 'organizer')).get(path)).status).toBe(200);
    expect((await site.as(null).get(path)).status).toBe(401);
  });
});

/** As a version without links left them. */
async function unlink({ db }: TestSite) {
  await db.update(events).set({ linkId: null });
}

function hide(site: TestSite, { id, group }: AnEvent) {
  const reason = 'It names a person.';
  return site.ctx().change((tx) => hideEvent(tx, { id, actorId: group.steward.id, reason }));
}

function show(site: TestSite, { id, group }: AnEvent) {
  return site.ctx().change((tx) => showEvent(tx, { id, actorId: group.steward.id }));
}
