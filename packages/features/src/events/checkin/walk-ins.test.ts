import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, tokenFor } from '../fixtures.ts';
import type { CheckInPage } from './contract.ts';

test('a walk-in with a name and a phone number and no email is one of the group’s people', async () => {
  const site = await aSite();
  const { path, group, host } = await aDoor(site);
  expect((await site.as(host).post(`${path}/walk-ins`, { name: 'Luz', phone: '٠٦٠٠ ١٢٣ ٤٥٦' })).status).toBe(
    204,
  );
  expect((await site.as(host).get(`${path}/door`)).body).toMatchObject({
    walkIns: [{ name: 'Luz' }],
    counts: { attended: 1, walkIns: 1 },
  });
  expect(await peopleOf(site, group)).toEqual([
    expect.objectContaining({ name: 'Luz', email: null, phone: '0600 123 456', source: 'door' }),
  ]);
});

test('the same number and name is the same person at the next door, however it is written', async () => {
  const site = await aSite();
  const { path, group } = await aDoor(site);
  const other = await anEvent(site, { group });
  await site.as(group.steward).post(`${path}/walk-ins`, { name: 'Luz', phone: '600 123 456' });
  await site.as(group.steward).post(`${path}/walk-ins`, { name: 'Her mother', phone: '600 123 456' });
  await site.as(group.steward).post(`/events/${other.slug}/walk-ins`, { name: 'luz', phone: '600-123-456' });
  expect((await peopleOf(site, group)).map(({ name }) => name).sort()).toEqual(['Her mother', 'Luz']);
});

test('a number that is none, or nobody’s name to it, is refused beside its field', async () => {
  const site = await aSite();
  const { path, host } = await aDoor(site);
  for (const [typed, field] of [
    [{ name: 'Luz', phone: 'later' }, 'phone'],
    [{ name: 'Luz', phone: '12' }, 'phone'],
    [{ name: '', phone: '600 123 456' }, 'name'],
  ] as const)
    expect(await site.as(host).post(`${path}/walk-ins`, typed)).toMatchObject({
      status: 422,
      body: { fields: [{ name: field, message: expect.stringMatching(/\S/) }] },
    });
});

test('a host sees the same for the number of nobody and of a person who is here', async () => {
  const site = await aSite();
  const { path, host, group } = await aDoor(site);
  await site.as(group.steward).post(`${path}/walk-ins`, { name: 'Lu', phone: '600 123 456' });
  const before = (await site.as(host).get(`${path}/door`)).body as CheckInPage;
  for (const phone of ['600123456', '611 222 333'])
    for (const _sentTwice of [1, 2]) await site.as(host).post(`${path}/walk-ins`, { name: 'Lu', phone });
  const after = (await site.as(host).get(`${path}/door`)).body as CheckInPage;
  expect(after.counts.attended).toBe(before.counts.attended + 2);
  expect(after.walkIns.map(({ name, personName }) => [name, personName])).toEqual([
    ['Lu', null],
    ['Lu', null],
    ['Lu', null],
  ]);
});

test('a walk-in sent again under its id is the one that is there, named or not, at once or later', async () => {
  const site = await aSite();
  const { path, host, group } = await aDoor(site);
  const sent = [
    { id: randomUUID() },
    { id: randomUUID(), name: 'Luz', email: 'luz@example.org' },
    { id: randomUUID(), name: 'Sol', phone: '600 123 456' },
  ];
  for (const walkIn of sent) {
    const answers = Array.from({ length: 4 }, () => site.as(host).post(`${path}/walk-ins`, walkIn));
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([204]));
    expect((await site.as(group.steward).post(`${path}/walk-ins`, walkIn)).status).toBe(204);
  }
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 3, walkIns: 3 });
  await site.as(host).post(`${path}/walk-ins`, {});
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 4 });
});

test('an id that another door has is refused, and nobody is lost without a word', async () => {
  const site = await aSite();
  const { path, group } = await aDoor(site);
  const other = await anEvent(site, { group });
  const id = randomUUID();
  expect((await site.as(group.steward).post(`${path}/walk-ins`, { id })).status).toBe(204);
  expect((await site.as(group.steward).post(`/events/${other.slug}/walk-ins`, { id })).status).toBe(409);
});

test('organizers who see people find them by name, by name alone, and check one in with one press', async () => {
  const site = await aSite();
  const { path, group, event } = await aDoor(site);
  const luisa = await aPerson(site, group, { name: 'Luísa Robles', email: 'luisa@example.org' });
  await anRsvp(site, event, { name: 'Luis Going' });
  const steward = site.as(group.steward);
  expect((await steward.get(`${path}/door?search=lui`)).body).toMatchObject({
    rows: [{ name: 'Luis Going' }],
    known: [{ id: luisa.id, name: 'Luísa Robles' }],
  });
  expect((await steward.get(`${path}/door`)).body.known).toEqual([]);
  for (const _tapped of [1, 2])
    expect((await steward.post(`${path}/walk-ins`, { personId: luisa.id })).status).toBe(204);
  expect((await steward.get(`${path}/door?search=lui`)).body).toMatchObject({
    known: [],
    walkIns: [{ personName: 'Luísa Robles' }],
    counts: { walkIns: 1 },
  });
});

test('a host finds nobody but who is on the list, and counts in nobody by an id', async () => {
  const site = await aSite();
  const { path, host, group } = await aDoor(site);
  const luisa = await aPerson(site, group, { name: 'Luisa Robles' });
  const elsewhere = await aPerson(site, (await anEvent(site)).group);
  expect((await site.as(host).get(`${path}/door?search=luisa`)).body.known).toEqual([]);
  expect((await site.as(host).post(`${path}/walk-ins`, { personId: luisa.id })).status).toBe(404);
  expect((await site.as(group.steward).post(`${path}/walk-ins`, { personId: elsewhere.id })).status).toBe(
    404,
  );
  expect((await site.as(host).get(`${path}/door`)).body.counts).toMatchObject({ attended: 0 });
});

test('a person who cancelled and is here all the same is found and counted as a walk-in', async () => {
  const site = await aSite();
  const { path, group, event } = await aDoor(site);
  const rosa = await anRsvp(site, event, { name: 'Rosa Parra' });
  await site.as(null).delete(`/rsvps/${await tokenFor(site, rosa.email)}`);
  const steward = site.as(group.steward);
  const [known] = (await steward.get(`${path}/door?search=rosa`)).body.known;
  await steward.post(`${path}/walk-ins`, { personId: known.id });
  expect((await steward.get(`${path}/door`)).body).toMatchObject({
    rows: [],
    walkIns: [{ personName: 'Rosa Parra' }],
  });
});

test('guests are nobody until they are counted, with who answered and with walk-ins', async () => {
  const site = await aSite();
  const { path, host, event } = await aDoor(site);
  await anRsvp(site, event, { name: 'Rosa', guestCount: 2 });
  const [row] = (await site.as(host).get(`${path}/door`)).body.rows;
  const guests = `${path}/rsvps/${row.id}/attendance/guests`;
  expect((await site.as(host).put(guests, { count: 1 })).status).toBe(404);
  await site.as(host).put(`${path}/rsvps/${row.id}/attendance`);
  await site.as(host).post(`${path}/walk-ins`, {});
  const [walkIn] = (await site.as(host).get(`${path}/door`)).body.walkIns;
  expect((await site.as(host).get(`${path}/door`)).body.counts.attended).toBe(2);
  expect((await site.as(host).put(guests, { count: 1 })).status).toBe(204);
  expect((await site.as(host).put(`${path}/walk-ins/${walkIn.id}/guests`, { count: 3 })).status).toBe(204);
  expect((await site.as(host).get(`${path}/door`)).body).toMatchObject({
    rows: [{ attendance: 'attended', guestCount: 2, cameWith: 1 }],
    walkIns: [{ cameWith: 3 }],
    counts: { attended: 6 },
  });
  for (const count of [-1, 6]) expect((await site.as(host).put(guests, { count })).status).toBe(422);
  const member = await aMember(site, event.group);
  expect((await site.as(member).put(guests, { count: 1 })).status).toBe(403);
});

/** A door with nobody on its list, held by a host who is a plain member. */
async function aDoor(site: TestSite) {
  const event = await anEvent(site);
  const host = await aMember(site, event.group);
  await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  return { event, host, path: `/events/${event.slug}`, group: event.group };
}

async function peopleOf(site: TestSite, group: { slug: string; steward: { token: string } }) {
  const { rows } = (await site.as(group.steward).get(`/groups/${group.slug}/people?limit=100`)).body;
  const fromDoors = (rows as { name: string; source: string }[]).filter(({ source }) => source === 'door');
  return fromDoors;
}
