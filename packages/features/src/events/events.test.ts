import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite } from '../testing.ts';
import { anEvent, anRsvp, beganAgo, eventInput, tokenFor } from './fixtures.ts';
import { localOf } from '../site/local-times.ts';

test('an organizer plans an event as a draft, and publishes it', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const organizer = await aMember(site, group, 'organizer');
  const made = await site.as(organizer).post(`/groups/${group.slug}/events`, eventInput());
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'draft', slug: expect.stringMatching(/^draft-/) },
  });
  const path = `/events/${made.body.slug}`;

  expect((await site.as(null).get(path)).status).toBe(404);
  expect((await site.as(null).get('/events')).body.rows).toEqual([]);
  expect((await site.as(organizer).put(`${path}/publication`)).body).toMatchObject({
    state: 'published',
    slug: 'door-knock-linden-to-9th',
  });
  expect((await site.as(organizer).put(`${path}/publication`)).status).toBe(200);
  expect((await site.as(null).get('/events')).body.rows).toHaveLength(1);
});

test('a time is given in the zone of the event and comes back in it', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const asked = eventInput({
    starts: '2027-07-05T10:00',
    ends: '2027-07-05T12:00',
    timeZone: 'America/New_York',
  });
  const { body } = await site.as(group.steward).post(`/groups/${group.slug}/events`, asked);
  expect(body).toMatchObject({
    startsAt: '2027-07-05T14:00:00.000Z',
    timeZone: 'America/New_York',
    source: { starts: '2027-07-05T10:00', ends: '2027-07-05T12:00' },
  });
});

test.each([
  [{ starts: '2027-03-28T02:30' }, 'starts', /does not exist/],
  [{ starts: 'tomorrow' }, 'starts', /real day/],
  [{ timeZone: '+01:00' }, 'timeZone', /time zone/],
  [{ ends: '2027-03-27T01:00' }, 'ends', /later end/],
  [{ placeName: '' }, 'placeName', /fill this in/],
  [{ title: '  a  ' }, 'title', /too short/],
  [{ held: 'online' as const, onlineUrl: 'javascript:alert(1)' }, 'onlineUrl', /./],
  [{ campaignId: '0199a1b2-0000-7000-8000-000000000000' }, 'campaignId', /campaign/],
  [{ capacity: 0 }, 'capacity', /./],
])('%o is refused beside the field', async (wrong, name, sentence) => {
  const site = await aSite();
  const group = await aGroup(site);
  const asked = { ...eventInput(), starts: '2027-03-28T10:00', ends: '2027-03-28T12:00', ...wrong };
  const { status, body } = await site.as(group.steward).post(`/groups/${group.slug}/events`, asked);
  expect(status).toBe(422);
  expect(body.fields).toEqual([expect.objectContaining({ name, message: expect.stringMatching(sentence) })]);
});

test('members and strangers do not plan, change, publish or cancel', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { group, slug } = event;
  const member = await aMember(site, group);
  const outsider = await anAccount(site);
  const deeds = [
    ['post', `/groups/${group.slug}/events`, eventInput()],
    ['put', `/events/${slug}`, eventInput()],
    ['put', `/events/${slug}/publication`],
    ['put', `/events/${slug}/cancellation`, { reason: 'rain' }],
    ['put', `/events/${slug}/closing`],
    ['delete', `/events/${slug}`],
    ['put', `/events/${slug}/hosts/${member.id}`],
  ] as const;
  for (const [method, path, body] of deeds) {
    expect([path, (await site.as(null)[method](path, body)).status]).toEqual([path, 401]);
    expect([path, (await site.as(outsider)[method](path, body)).status]).toEqual([path, 403]);
    expect([path, (await site.as(member)[method](path, body)).status]).toEqual([path, 403]);
  }
});

test("a private group's event does not exist for anyone else, anywhere", async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const { slug, id } = await anEvent(site, { group });
  const member = await aMember(site, group);
  const outsider = await anAccount(site);
  const paths = [
    `/events/${slug}`,
    `/events/${slug}.ics`,
    `/groups/${group.slug}/events`,
    `/groups/${group.slug}/events.ics`,
  ];
  for (const asker of [null, outsider]) {
    for (const path of paths) expect([path, (await site.as(asker).get(path)).status]).toEqual([path, 404]);
    for (const query of ['', `?group=${group.slug}`, '?past=true'])
      expect((await site.as(asker).get(`/events${query}`)).body.rows).toEqual([]);
    const rsvp = { name: 'Sam', email: 'sam@example.org', answer: 'going' };
    expect((await site.as(asker).post(`/events/${slug}/rsvps`, rsvp)).status).toBe(404);
  }
  for (const path of ['rsvps', 'door']) {
    expect((await site.as(outsider).get(`/events/${slug}/${path}`)).status).toBe(404);
    expect((await site.as(member).get(`/events/${slug}/${path}`)).status).toBe(404);
  }
  expect((await site.as(outsider).put(`/events/${slug}/rsvps/${id}/attendance`)).status).toBe(404);
  for (const path of paths) expect([path, (await site.as(member).get(path)).status]).toEqual([path, 200]);
  expect((await site.as(member).get('/events')).body.rows).toHaveLength(1);
});

test("an unlisted group's event is reached by its address and stays out of lists", async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'unlisted' });
  const { slug } = await anEvent(site, { group });
  expect((await site.as(null).get('/events')).body.rows).toEqual([]);
  expect((await site.as(null).get(`/events/${slug}`)).status).toBe(200);
  expect((await site.as(null).get(`/events?group=${group.slug}`)).body.rows).toHaveLength(1);
});

test('drafts are for organizers, and for the hosts of each', async () => {
  const site = await aSite();
  const { slug, group } = await anEvent(site, { isDraft: true });
  const member = await aMember(site, group);
  const host = await aMember(site, group);
  await site.as(group.steward).put(`/events/${slug}/hosts/${host.id}`);
  expect((await site.as(member).get(`/events/${slug}`)).status).toBe(404);
  expect((await site.as(member).get(`/events/${slug}.ics`)).status).toBe(404);
  expect((await site.as(member).get(`/groups/${group.slug}/events`)).body).toMatchObject({
    rows: [],
    can: { create: false },
  });
  expect((await site.as(host).get(`/events/${slug}`)).body.can).toMatchObject({
    edit: true,
    publish: false,
    nameHosts: false,
  });
  expect((await site.as(host).get(`/groups/${group.slug}/events`)).body.rows).toHaveLength(1);
  expect((await site.as(host).get(`/groups/${group.slug}/events.ics`)).body).not.toContain('VEVENT');
});

test('a draft is deleted; what was public is not', async () => {
  const site = await aSite();
  const draft = await anEvent(site, { isDraft: true });
  const out = await anEvent(site, { group: draft.group });
  const steward = site.as(draft.group.steward);
  expect((await steward.delete(`/events/${draft.slug}`)).status).toBe(204);
  expect((await steward.get(`/events/${draft.slug}`)).status).toBe(404);
  expect((await steward.delete(`/events/${out.slug}`)).status).toBe(409);
});

test('a host runs one event only, and hosts are members', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const other = await anEvent(site, { group: event.group });
  const host = await aMember(site, event.group);
  const outsider = await anAccount(site);
  const steward = site.as(event.group.steward);
  expect((await steward.put(`/events/${event.slug}/hosts/${outsider.id}`)).status).toBe(404);
  expect((await steward.put(`/events/${event.slug}/hosts/${host.id}`)).body.hosts).toHaveLength(2);
  await anRsvp(site, event, { email: 'sam@example.org' });

  expect((await site.as(host).get(`/events/${event.slug}`)).body.can).toMatchObject({
    edit: true,
    checkIn: true,
    seeDoor: true,
    seeEmails: false,
    seeLinks: false,
  });
  expect((await site.as(host).get(`/events/${other.slug}`)).body.can).toMatchObject({
    edit: false,
    checkIn: false,
    seeDoor: false,
  });
  expect((await site.as(host).get(`/events/${event.slug}/rsvps`)).body.rows).toEqual([
    expect.objectContaining({ email: null }),
  ]);
  expect((await site.as(host).get(`/events/${other.slug}/rsvps`)).status).toBe(404);
  expect((await site.as(host).get(`/events/${other.slug}/door`)).status).toBe(404);
  expect((await site.as(host).get(`/groups/${event.group.slug}/people`)).status).toBe(404);

  expect((await steward.delete(`/events/${event.slug}/hosts/${host.id}`)).status).toBe(200);
  expect((await site.as(host).get(`/events/${event.slug}/door`)).status).toBe(404);
});

test('strangers see which group hosts, members see who', async () => {
  const site = await aSite();
  const { slug, group } = await anEvent(site);
  const member = await aMember(site, group);
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({
    hosts: [],
    group: { name: group.name },
  });
  expect((await site.as(member).get(`/events/${slug}`)).body.hosts).toEqual([
    { accountId: group.steward.id, name: group.steward.name },
  ]);
});

test('coming events stand soonest first, past ones latest first, page by page', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  for (const day of [3, 1, 2]) await anEvent(site, { group, title: `In ${day} days`, inHours: day * 24 });
  for (const day of [5, 9])
    await beganAgo(site, await anEvent(site, { group, title: `${day} days ago` }), day * 24);
  const running = await anEvent(site, { group, title: 'Going on', lastsHours: 5 });
  await beganAgo(site, running, 2);

  const stranger = site.as(null);
  const titles = async (query: string) =>
    (await stranger.get(`/events${query}`)).body.rows.map(({ title }: { title: string }) => title);
  expect(await titles('')).toEqual(['Going on', 'In 1 days', 'In 2 days', 'In 3 days']);
  expect(await titles('?past=true')).toEqual(['5 days ago', '9 days ago']);
  const from = new Date(Date.now() + 36 * 3_600_000).toISOString();
  expect(await titles(`?from=${encodeURIComponent(from)}`)).toEqual(['In 2 days', 'In 3 days']);

  const first = (await stranger.get('/events?limit=2')).body;
  const second = (await stranger.get(`/events?limit=2&after=${first.next}`)).body;
  expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual([
    'Going on',
    'In 1 days',
    'In 2 days',
    'In 3 days',
  ]);
  expect(second.next).toBeNull();
  expect((await stranger.get('/events?after=nonsense')).status).toBe(400);
});

test('a cancelled event says why, and takes no more answers', async () => {
  const site = await aSite();
  const { slug, group } = await anEvent(site);
  const steward = site.as(group.steward);
  expect((await steward.put(`/events/${slug}/cancellation`, { reason: ' ' })).status).toBe(422);
  const cancelled = await steward.put(`/events/${slug}/cancellation`, { reason: 'The hall flooded.' });
  expect(cancelled.body).toMatchObject({ state: 'cancelled', cancellation: { reason: 'The hall flooded.' } });
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({
    state: 'cancelled',
    can: { rsvp: false },
  });
  expect((await site.as(null).get('/events')).body.rows).toEqual([]);
  const rsvp = { name: 'Sam', email: 'sam@example.org', answer: 'going' };
  expect((await site.as(null).post(`/events/${slug}/rsvps`, rsvp)).body).toMatchObject({
    status: 409,
    code: 'events.is-cancelled',
  });
  expect((await steward.put(`/events/${slug}`, eventInput())).status).toBe(409);
});

test('an event’s capacity does not get smaller than the places taken', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 5 });
  await anRsvp(site, event, { guestCount: 2 });
  const steward = site.as(event.group.steward);
  const refused = await steward.put(`/events/${event.slug}`, eventInput({ capacity: 2 }));
  expect(refused.body.fields).toEqual([
    expect.objectContaining({ name: 'capacity', message: expect.stringContaining('3 places') }),
  ]);
  expect((await steward.put(`/events/${event.slug}`, eventInput({ capacity: 3 }))).status).toBe(200);
});

test('an event’s text never becomes markup', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site, { about: 'Bring <script>alert(1)</script> **water**' });
  const { body } = await site.as(null).get(`/events/${slug}`);
  expect(body.aboutHtml).toContain('<strong>water</strong>');
  expect(body.aboutHtml).not.toContain('<script');
  expect(body.source).toBeNull();
});

test('two events of one name have two addresses', async () => {
  const site = await aSite();
  const first = await anEvent(site);
  const second = await anEvent(site, { group: first.group });
  expect(second.slug).not.toBe(first.slug);
  const arabic = await anEvent(site, { group: first.group, title: 'طرق الأبواب' });
  expect((await site.as(null).get(`/events/${arabic.slug}`)).body.title).toBe('طرق الأبواب');
});

test('the edit form gets back what was typed, also in winter', async () => {
  const site = await aSite();
  const { slug, group } = await anEvent(site, { inHours: 24 * 200 });
  const { body } = await site.as(group.steward).get(`/events/${slug}`);
  expect(body.source.starts).toBe(localOf(new Date(body.startsAt), 'Europe/Madrid'));
});

test('an event names its group’s language: in lists, on its page, and to whoever comes', async () => {
  const site = await aSite();
  const group = await aGroup(site, { language: 'es' });
  const event = await anEvent(site, { group });
  const { email } = await anRsvp(site, event);
  const stranger = site.as(null);
  expect((await stranger.get('/events')).body.rows).toMatchObject([{ group: { language: 'es' } }]);
  expect((await stranger.get(`/events/${event.slug}`)).body).toMatchObject({ group: { language: 'es' } });
  const own = await stranger.get(`/rsvps/${await tokenFor(site, email)}`);
  expect(own.body.event).toMatchObject({ group: { language: 'es' } });
});
