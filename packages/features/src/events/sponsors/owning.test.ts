import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anEventSponsor, anRsvp, beganAgo, tokenFor } from '../fixtures.ts';

test('whoever answers through another group’s link is its person, and a name on one list to whoever runs the event', async () => {
  const site = await aSite();
  const { home, riders, event, through } = await heldTogether(site);
  await anRsvp(site, event, { ...ana, ...through, guestCount: 1 });
  expect(await peopleOf(site, riders)).toEqual([ana.email]);
  expect(await peopleOf(site, home)).toEqual([]);

  const steward = site.as(home.steward);
  const { rows } = (await steward.get(`${event.path}/rsvps`)).body;
  expect(rows).toMatchObject([
    { name: 'Ana Ruiz', through: 'Riders', guestCount: 1, state: 'going', email: null, personId: null },
  ]);
  const door = (await steward.get(`${event.path}/door`)).body;
  expect(door.rows).toMatchObject([{ name: 'Ana Ruiz', through: 'Riders' }]);
  const said = [
    rows,
    door,
    (await steward.get(`${event.path}/numbers`)).body,
    (await steward.get(`/groups/${home.slug}/people`)).body,
    (await steward.get(`/groups/${home.slug}/journal`)).body,
  ];
  expect(JSON.stringify(said)).not.toContain('ana@');
  expect(JSON.stringify(said[2])).toBe('{"byLink":[]}');
  const own = await site.as(riders.steward).get(`/groups/${riders.slug}/people`);
  expect(own.body.rows).toMatchObject([{ name: 'Ana Ruiz' }]);
});

test('what a group calls its person stays with it: the door reads what was typed for it', async () => {
  const site = await aSite();
  const { home, riders, event, through } = await heldTogether(site);
  await anRsvp(site, event, { ...ana, ...through });
  await site.db.execute(sql`update people set name = 'Ana, who talks to nobody' where email = ${ana.email}`);
  const door = (await site.as(home.steward).get(`${event.path}/door`)).body;
  expect(door.rows).toMatchObject([{ name: 'Ana Ruiz' }]);
  expect((await site.as(home.steward).get(`${event.path}/door?search=talks`)).body.rows).toEqual([]);
  await site.db.execute(
    sql`update groups set visibility = 'private', name = 'Night riders' where id = ${riders.id}`,
  );
  const [{ through: then }] = (await site.as(home.steward).get(`${event.path}/rsvps`)).body.rows;
  expect(then).toBe('Riders');
  expect(await peopleOf(site, riders)).toHaveLength(1);
});

test('the page says whose person one will be, and a form that said another group is refused and kept', async () => {
  const site = await aSite();
  const { home, riders, event, code, through } = await heldTogether(site);
  const owner = async (via: string) => (await site.as(null).get(`${event.path}?via=${via}`)).body.owner.slug;
  expect(await owner(code)).toBe(riders.slug);
  expect(await owner('nothing')).toBe(home.slug);
  const send = (typed: object) =>
    site.as(null).post(`${event.path}/rsvps`, { ...ana, answer: 'going', ...typed });
  await site.as(home.steward).delete(`${event.path}/sponsors/${riders.slug}`);
  expect(await owner(code)).toBe(home.slug);
  expect(await send(through)).toMatchObject({ status: 409, body: { code: 'events.owner-changed' } });
  expect(await peopleOf(site, riders)).toEqual([]);
  expect((await send({ link: code })).status).toBe(201);
  expect(await peopleOf(site, home)).toEqual([ana.email]);
});

test('a group that strangers may not see, one that is frozen, and an event for members bring nobody', async () => {
  const site = await aSite();
  const { home, riders, event, code } = await heldTogether(site);
  const owner = async () => (await site.as(home.steward).get(`${event.path}?via=${code}`)).body.owner.slug;
  const set = (assignments: ReturnType<typeof sql>) =>
    site.db.execute(sql`update groups set ${assignments} where id = ${riders.id}`);
  expect(await owner()).toBe(riders.slug);
  await set(sql`visibility = 'private'`);
  expect(await owner()).toBe(home.slug);
  await set(sql`visibility = 'public', frozen_at = now()`);
  expect(await owner()).toBe(home.slug);
  await set(sql`frozen_at = null`);
  await site.db.execute(sql`update events set rsvp_from = 'members' where id = ${event.id}`);
  expect(await owner()).toBe(home.slug);
});

test('a yes to news is the group’s through which they came, and its mail names no other', async () => {
  const site = await aSite();
  const { riders, event, through } = await heldTogether(site);
  await anRsvp(site, event, { ...ana, ...through, updates: true });
  const token = await tokenFor(site, ana.email);
  const own = (await site.as(null).get(`/rsvps/${token}`)).body;
  expect(own).toMatchObject({ through: 'Riders', wantsUpdates: true, event: { group: { name: 'Tenants' } } });
  const mail = (await site.mails()).findLast(({ toAddress }) => toAddress === ana.email);
  expect(JSON.stringify(mail?.letter)).toContain('the group through which you came');
  await site.as(null).put(`/rsvps/${token}/subscription`);
  const consents = await site.db.execute<{ group: string }>(
    sql`select group_id as "group" from consents where purpose = 'updates'`,
  );
  expect(consents.rows).toEqual([{ group: riders.id }]);
});

test('the same mailbox through two groups is two answers of two people, and nobody is told so', async () => {
  const site = await aSite();
  const { home, riders, event, through } = await heldTogether(site);
  await anRsvp(site, event, ana);
  const again = await site
    .as(null)
    .post(`${event.path}/rsvps`, { ...ana, name: 'Ana R.', answer: 'going', ...through });
  expect(again).toMatchObject({ status: 201, body: { state: 'unconfirmed', token: null } });
  expect(await peopleOf(site, home)).toEqual([ana.email]);
  expect(await peopleOf(site, riders)).toEqual([ana.email]);
  const { rows } = (await site.as(home.steward).get(`${event.path}/rsvps`)).body;
  expect(rows).toMatchObject([
    { name: 'Ana Ruiz', through: null, state: 'going' },
    { name: 'Ana R.', through: 'Riders', state: 'unconfirmed' },
  ]);
});

test('who came, and who did not, is written with the group whose person it is; the others hear tens once it is closed', async () => {
  const site = await aSite();
  const { home, riders, event, path, through } = await heldTogether(site);
  for (let n = 0; n < 12; n += 1)
    await anRsvp(site, event, { email: `rider${n}@example.org`, name: `Rider ${n}`, ...through });
  await anRsvp(site, event, ana);
  await beganAgo(site, event, 1);
  const steward = site.as(home.steward);
  const { rows } = (await steward.get(`${event.path}/door?limit=50`)).body;
  expect(rows).toHaveLength(13);
  const come = rows.filter(({ name }: { name: string }) => name !== 'Rider 3');
  for (const { id } of come)
    expect((await steward.put(`${event.path}/rsvps/${id}/attendance`)).status).toBe(204);
  const figures = async (who: typeof riders, at: string) =>
    (await site.as(who.steward).get(at)).body.rows.map((row: Record<string, unknown>) => [
      row.name,
      row.going,
      row.came,
    ]);
  const homePath = `/groups/${home.slug}/event-sponsorships/${event.slug}`;
  expect(await figures(riders, path)).toEqual([
    ['Tenants', null, null],
    ['Riders', 12, 11],
  ]);
  await steward.put(`${event.path}/closing`);
  expect(await figures(riders, path)).toEqual([
    ['Tenants', null, null],
    ['Riders', 12, 11],
  ]);
  expect(await figures(home, homePath)).toEqual([
    ['Tenants', 1, 1],
    ['Riders', 10, 10],
  ]);
  const history = await site.db.execute(sql`
    select kind, group_id as "group", count(*)::int from person_history where kind in ('came', 'missed')
    group by 1, 2 order by 1, 3`);
  expect(history.rows).toEqual([
    { kind: 'came', group: home.id, count: 1 },
    { kind: 'came', group: riders.id, count: 11 },
    { kind: 'missed', group: riders.id, count: 1 },
  ]);
  const turnout = (await steward.get(`${event.path}/turnout`)).body;
  expect(turnout).toMatchObject({ came: 12, missed: 1, first: 1, back: 0 });
});

test('a check-in that is taken back is forgotten in the history of the group whose person it is', async () => {
  const site = await aSite();
  const { home, event, through } = await heldTogether(site);
  await anRsvp(site, event, { ...ana, ...through });
  await beganAgo(site, event, 1);
  const steward = site.as(home.steward);
  const [{ id }] = (await steward.get(`${event.path}/door`)).body.rows;
  await steward.put(`${event.path}/rsvps/${id}/attendance`);
  await steward.put(`${event.path}/rsvps/${id}/attendance/guests`, { count: 2 });
  await steward.delete(`${event.path}/rsvps/${id}/attendance`);
  const left = await site.db.execute(sql`select kind from person_history where kind = 'came'`);
  expect(left.rows).toEqual([]);
  const entries = await site.db.execute(sql`select from journal where group_id = ${home.id}
    and kind in ('events.attended', 'events.guests-counted', 'events.attendance-undone')`);
  expect(entries.rowCount).toBe(0);
});

test('how many come is told to others by tens once several groups hold it, and exactly to whoever runs it', async () => {
  const site = await aSite();
  const { home, riders, event, through } = await heldTogether(site, { capacity: 14 });
  const seen = async (who: { token: string } | null) => {
    const { takenCount, waitlistCount, isFull } = (await site.as(who).get(event.path)).body;
    return [takenCount, waitlistCount, isFull];
  };
  for (let n = 0; n < 13; n += 1)
    await anRsvp(site, event, { email: `rider${n}@example.org`, ...(n % 2 === 0 && through) });
  expect(await seen(null)).toEqual([10, 0, false]);
  expect(await seen(riders.steward)).toEqual([10, 0, false]);
  expect(await seen(home.steward)).toEqual([13, 0, false]);
  for (const email of ['last@example.org', 'late@example.org']) await anRsvp(site, event, { email });
  expect(await seen(null)).toEqual([10, 0, true]);
  expect(await seen(home.steward)).toEqual([14, 1, true]);
  const listed = async (who: { token: string } | null) =>
    (await site.as(who).get(`/events?group=${home.slug}`)).body.rows[0];
  expect(await listed(null)).toMatchObject({ takenCount: 10, isByTens: true, isFull: true });
  expect(await listed(home.steward)).toMatchObject({ takenCount: 14, isByTens: false });
});

test('it stands on the pages and in the calendars of all that hold it, for whoever may know of both', async () => {
  const site = await aSite();
  const { home, riders, event, code } = await heldTogether(site);
  await anEvent(site, { group: riders, title: 'Riders alone', inHours: 24 });
  const listed = async (who: { token: string } | null) =>
    (await site.as(who).get(`/events?group=${riders.slug}`)).body.rows.map(({ title }: Titled) => title);
  const feed = async () => (await site.as(null).get(`/groups/${riders.slug}/events.ics`)).body as string;
  expect(await listed(null)).toEqual(['Riders alone', 'Street party']);
  expect((await feed()).match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Riders alone', 'SUMMARY:Street party']);
  // Whoever comes from there comes through that group.
  const { rows } = (await site.as(null).get(`/events?group=${riders.slug}`)).body;
  expect(rows.map(({ via }: { via: string | null }) => via)).toEqual([null, code]);
  expect(await feed()).toContain(`${event.slug}?via=${code}`);
  expect((await site.as(null).get(`/events?group=${home.slug}`)).body.rows).toMatchObject([{ via: null }]);
  await site.db.execute(sql`update groups set visibility = 'unlisted' where id = ${home.id}`);
  expect(await listed(null)).toEqual(['Riders alone']);
  expect(await feed()).not.toContain('Street party');
  expect(await listed(await aMember(site, home))).toEqual(['Riders alone', 'Street party']);
  await site.db.execute(sql`update groups set visibility = 'public' where id = ${home.id}`);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${riders.id}`);
  expect(await listed(null)).toEqual([]);
  expect(await listed(riders.steward)).toEqual(['Riders alone', 'Street party']);
  expect((await site.as(null).get(event.path)).body.sponsors).toEqual([]);
});

test('the figures are for those who host for one of its groups', async () => {
  const site = await aSite();
  const { home, riders, event, path } = await heldTogether(site);
  const other = await aGroup(site, { name: 'Others' });
  const status = async (who: { token: string } | null, at = path) => (await site.as(who).get(at)).status;
  expect(await status(riders.steward)).toBe(200);
  expect(await status(await aMember(site, riders, 'organizer'))).toBe(200);
  expect(await status(await aMember(site, riders))).toBe(403);
  expect(await status(home.steward)).toBe(403);
  expect(await status(null)).toBe(401);
  expect(await status(other.steward, `/groups/${other.slug}/event-sponsorships/${event.slug}`)).toBe(404);
});

test('the events of all its groups count for what a group’s people came to', async () => {
  const site = await aSite();
  const { home, riders, event, through } = await heldTogether(site);
  await anRsvp(site, event, { ...ana, ...through });
  await beganAgo(site, event, 1);
  const [{ id }] = (await site.as(home.steward).get(`${event.path}/door`)).body.rows;
  await site.as(home.steward).put(`${event.path}/rsvps/${id}/attendance`);
  const came = async (group: typeof home) =>
    (await site.as(group.steward).get(`/groups/${group.slug}/people?lines=${encodeURIComponent('add:came')}`))
      .body.rows;
  expect(await came(riders)).toMatchObject([{ name: 'Ana Ruiz' }]);
  expect(await came(home)).toEqual([]);
});

type Titled = { title: string };
const ana = { name: 'Ana Ruiz', email: 'ana@example.org' };

async function heldTogether(site: TestSite, options: { capacity?: number } = {}) {
  const home = await aGroup(site, { name: 'Tenants' });
  const riders = await aGroup(site, { name: 'Riders' });
  const made = await anEvent(site, { group: home, title: 'Street party', ...options });
  const { path, code } = await anEventSponsor(site, made, { by: home.steward, group: riders });
  const event = { ...made, path: `/events/${made.slug}` };
  return { home, riders, event, path, code, through: { link: code, owner: riders.slug } };
}

async function peopleOf({ db }: TestSite, { id }: { id: string }) {
  const { rows } = await db.execute<{ email: string }>(
    sql`select email from people where group_id = ${id} and email not like '%steward%' and account_id is null order by email`,
  );
  return rows.map(({ email }) => email);
}
