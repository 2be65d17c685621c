import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, beganAgo, tokenFor } from '../fixtures.ts';
import { eventNeeds } from '../rsvps/tables.ts';
import { eraseOldNeeds } from './actions.ts';
import { attendances } from './tables.ts';

test('a host who is a plain member checks people in by name, and sees no address', async () => {
  const site = await aSite();
  const { path, host, rsvp } = await aDoor(site);
  const door = (await site.as(host).get(`${path}/door`)).body;
  expect(door.rows).toEqual([
    {
      ...{ id: expect.any(String), name: rsvp.name, state: 'going', guestCount: 2 },
      ...{ attendance: null, cameWith: null, at: null, through: null },
    },
  ]);
  expect(JSON.stringify(door)).not.toContain(rsvp.email);

  const [row] = door.rows;
  expect((await site.as(host).put(`${path}/rsvps/${row.id}/attendance`)).status).toBe(204);
  expect((await site.as(host).put(`${path}/rsvps/${row.id}/attendance`)).status).toBe(204);
  expect((await site.as(host).get(`${path}/door`)).body).toMatchObject({
    rows: [{ attendance: 'attended' }],
    counts: { attended: 1, expected: 0, walkIns: 0, noShows: 0 },
  });
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped', 'came']);

  expect((await site.as(host).delete(`${path}/rsvps/${row.id}/attendance`)).status).toBe(204);
  expect((await site.as(host).delete(`${path}/rsvps/${row.id}/attendance`)).status).toBe(204);
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 0, expected: 1 });
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped']);
});

test('two hosts who tap at once check in once', async () => {
  const site = await aSite();
  const { path, host, group, rsvp } = await aDoor(site);
  const [row] = (await site.as(host).get(`${path}/door`)).body.rows;
  const taps = Array.from({ length: 10 }, (_, tap) =>
    site.as(tap % 2 ? host : group.steward).put(`${path}/rsvps/${row.id}/attendance`),
  );
  expect(new Set((await Promise.all(taps)).map(({ status }) => status))).toEqual(new Set([204]));
  expect(await site.db.select().from(attendances)).toHaveLength(1);
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped', 'came']);
});

test('the door list is nobody else’s', async () => {
  const site = await aSite();
  const { path, group, slug } = await aDoor(site);
  const member = await aMember(site, group);
  const [row] = (await site.as(group.steward).get(`${path}/door`)).body.rows;
  for (const [asker, list, deed] of [
    [null, 401, 401],
    [member, 404, 403],
  ] as const) {
    expect((await site.as(asker).get(`${path}/door`)).status).toBe(list);
    expect((await site.as(asker).put(`${path}/rsvps/${row.id}/attendance`)).status).toBe(deed);
    expect((await site.as(asker).post(`${path}/walk-ins`, {})).status).toBe(deed);
    expect((await site.as(asker).put(`${path}/closing`)).status).toBe(deed);
  }
  const other = await anEvent(site, { group });
  expect(other.slug).not.toBe(slug);
  expect((await site.as(group.steward).put(`/events/${other.slug}/rsvps/${row.id}/attendance`)).status).toBe(
    404,
  );
});

test('the list is searched by name and read page by page', async () => {
  const site = await aSite();
  const { path, host, event } = await aDoor(site);
  for (const name of ['Zoe', 'abel', 'Bea 100%', 'Carla']) await anRsvp(site, event, { name });
  const cancelled = await anRsvp(site, event, { name: 'Gone' });
  await site.as(null).delete(`/rsvps/${await tokenFor(site, cancelled.email)}`);
  const names = async (query: string) =>
    (await site.as(host).get(`${path}/door${query}`)).body.rows.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['abel', 'Bea 100%', 'Carla', 'Rosa Parra', 'Zoe']);
  expect(await names('?search=PAR')).toEqual(['Rosa Parra']);
  expect(await names('?search=100%25')).toEqual(['Bea 100%']);
  const first = (await site.as(host).get(`${path}/door?limit=2`)).body;
  expect(await names(`?limit=10&after=${first.next}`)).toEqual(['Carla', 'Rosa Parra', 'Zoe']);
});

test('a walk-in whose email is none is refused beside its field, and nobody is counted', async () => {
  const site = await aSite();
  const { path, host } = await aDoor(site);
  for (const email of ['luz', 'luz@', '@example.org', 'lu z@example.org', `${'l'.repeat(250)}@example.org`]) {
    expect(await site.as(host).post(`${path}/walk-ins`, { name: 'Luz', email })).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'email', message: expect.stringMatching(/\S/) }] },
    });
  }
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 0, walkIns: 0 });
});

test('a walk-in with an email is a person; without, only a count', async () => {
  const site = await aSite();
  const { path, host, group } = await aDoor(site);
  expect(
    (await site.as(host).post(`${path}/walk-ins`, { name: 'Luz', email: 'luz@example.org' })).status,
  ).toBe(204);
  expect(
    (await site.as(host).post(`${path}/walk-ins`, { name: 'Luz', email: 'LUZ@example.org' })).status,
  ).toBe(204);
  expect((await site.as(host).post(`${path}/walk-ins`, { name: 'Somebody shy', email: '' })).status).toBe(
    204,
  );
  expect((await site.as(host).post(`${path}/walk-ins`, { email: 'x@example.org' })).status).toBe(422);
  const door = (await site.as(host).get(`${path}/door`)).body;
  expect(door.counts).toMatchObject({ attended: 2, walkIns: 2 });
  expect(door.walkIns).toMatchObject([
    { name: null, personName: null },
    { name: 'Luz', personName: null },
  ]);
  expect(await historyOf(site, 'luz@example.org')).toEqual(['came']);
  expect(
    JSON.stringify((await site.as(group.steward).get(`/groups/${group.slug}/people`)).body),
  ).not.toContain('shy');

  expect((await site.as(host).delete(`${path}/walk-ins/${door.walkIns[0].id}`)).status).toBe(204);
  expect((await site.as(host).delete(`${path}/walk-ins/${door.walkIns[0].id}`)).status).toBe(404);
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 1, walkIns: 1 });
});

test('a walk-in who had answered is checked in as who they are by those who see people', async () => {
  const site = await aSite();
  const { path, group, rsvp } = await aDoor(site);
  await site.as(group.steward).post(`${path}/walk-ins`, { name: 'R. Parra', email: rsvp.email });
  expect((await site.as(group.steward).get(`${path}/door`)).body).toMatchObject({
    rows: [{ name: 'Rosa Parra', attendance: 'attended' }],
    walkIns: [],
    counts: { attended: 1, walkIns: 0 },
  });
});

test('closing makes who did not come a no-show, erases needs and shuts the door', async () => {
  const site = await aSite();
  const { path, host, event, rsvp } = await aDoor(site);
  const missing = await anRsvp(site, event, { name: 'Abel', needs: { kinds: ['ride'], note: '' } });
  const perhaps = await anRsvp(site, event, { name: 'Zoe', answer: 'maybe' });
  const rows = (await site.as(host).get(`${path}/door`)).body.rows;
  await site.as(host).put(`${path}/rsvps/${rows[1].id}/attendance`);
  expect((await site.as(host).put(`${path}/closing`)).body).toMatchObject({
    status: 409,
    code: 'events.not-now',
  });
  await beganAgo(site, event, 1);
  expect((await site.as(host).put(`${path}/closing`)).status).toBe(204);
  expect((await site.as(host).put(`${path}/closing`)).status).toBe(204);

  expect((await site.as(host).get(`${path}/door`)).body).toMatchObject({
    rows: [{ attendance: 'no_show' }, { attendance: 'attended' }, { attendance: null }],
    counts: { attended: 1, noShows: 1, expected: 0 },
  });
  expect(await historyOf(site, missing.email)).toEqual(['rsvped', 'missed']);
  expect(await historyOf(site, perhaps.email)).toEqual(['rsvped']);
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped', 'came']);
  expect(await site.db.select().from(eventNeeds)).toEqual([]);
  expect((await site.as(host).put(`${path}/rsvps/${rows[0].id}/attendance`)).body.code).toBe(
    'events.is-closed',
  );
  expect((await site.as(null).get(path)).body).toMatchObject({ state: 'closed', can: { rsvp: false } });
});

test('needs are erased a day after the event, closed or not', async () => {
  const site = await aSite();
  const { event } = await aDoor(site);
  await anRsvp(site, event, { needs: { kinds: ['food'], note: 'no nuts' } });
  await beganAgo(site, event, 20);
  await eraseOldNeeds(site.ctx());
  expect(await site.db.select().from(eventNeeds)).toHaveLength(1);
  await beganAgo(site, event, 27);
  await eraseOldNeeds(site.ctx());
  expect(await site.db.select().from(eventNeeds)).toEqual([]);
});

/** An event with one RSVP of a party of three, and a host who is a plain member. */
async function aDoor(site: TestSite) {
  const event = await anEvent(site);
  const host = await aMember(site, event.group);
  await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  const rsvp = await anRsvp(site, event, { name: 'Rosa Parra', guestCount: 2 });
  return { event, host, rsvp, slug: event.slug, path: `/events/${event.slug}`, group: event.group };
}

async function historyOf(site: TestSite, email: string) {
  const lines = await site.db
    .select({ kind: personHistory.kind })
    .from(personHistory)
    .innerJoin(people, eq(people.id, personHistory.personId))
    .where(eq(people.email, email))
    .orderBy(personHistory.at, personHistory.id);
  return lines.map(({ kind }) => kind);
}
