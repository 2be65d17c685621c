import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import type { CheckInPage } from './contract.ts';
import { anEvent, anRsvp, beganAgo } from '../fixtures.ts';

test('a host who types an email at the door reads what they typed, and those who see people whose it is', async () => {
  const site = await aSite();
  const { path, host, group } = await aDoor(site);
  await aPerson(site, group, { name: 'Luisa Robles', email: 'luisa@example.org' });
  await site.as(host).post(`${path}/walk-ins`, { name: 'x', email: 'luisa@example.org' });
  const seen = await site.as(host).get(`${path}/door`);
  expect(seen.body.walkIns).toMatchObject([{ name: 'x', personName: null }]);
  expect(JSON.stringify(seen.body)).not.toContain('Luisa');
  expect((await site.as(group.steward).get(`${path}/door`)).body.walkIns).toMatchObject([
    { name: 'x', personName: 'Luisa Robles' },
  ]);
});

test('a host sees the same for the email of nobody, of a person, of someone going and of someone here', async () => {
  const site = await aSite();
  const seen: object[] = [];
  for (const whose of ['nobody', 'person', 'going', 'here'] as const) {
    const { path, host, group, rsvp } = await aDoor(site);
    const [row] = (await site.as(host).get(`${path}/door`)).body.rows;
    const email = whose === 'going' || whose === 'here' ? rsvp.email : 'luisa@example.org';
    if (whose === 'person') await aPerson(site, group, { name: 'Luisa Robles', email });
    if (whose === 'here') await site.as(host).put(`${path}/rsvps/${row.id}/attendance`);
    const before = await look(site, path, host);
    for (const _sentTwice of [1, 2]) await site.as(host).post(`${path}/walk-ins`, { name: 'Lu', email });
    const after = await look(site, path, host);
    expect(after.counts).toEqual({ ...before.counts, walkIns: 1, attended: before.counts.attended + 1 });
    expect(after.rows).toEqual(before.rows);
    seen.push(after.walkIns);
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
});

test('a host who checks in by the list someone they also typed sees both, until the end', async () => {
  const site = await aSite();
  const { path, host, group, event, rsvp } = await aDoor(site);
  const [row] = (await site.as(host).get(`${path}/door`)).body.rows;
  await site.as(host).post(`${path}/walk-ins`, { name: 'Lu', email: rsvp.email });
  await site.as(host).put(`${path}/rsvps/${row.id}/attendance`);
  expect(await look(site, path, host)).toMatchObject({
    rows: [{ name: 'Rosa Parra', attendance: 'attended' }],
    walkIns: [{ name: 'Lu', personName: null }],
    counts: { attended: 2, walkIns: 1, expected: 0 },
  });
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped', 'came']);
  await beganAgo(site, event, 1);
  await site.as(host).put(`${path}/closing`);
  expect((await site.as(group.steward).get(`${path}/door`)).body.walkIns).toMatchObject([{ name: null }]);
});

test('a typed and not ticked person is no no-show in their record, and one for the host', async () => {
  const site = await aSite();
  const { path, host, group, event, rsvp } = await aDoor(site);
  await site.as(host).post(`${path}/walk-ins`, { name: 'Lu', email: rsvp.email });
  await beganAgo(site, event, 1);
  await site.as(host).put(`${path}/closing`);
  expect(await look(site, path, host)).toMatchObject({
    rows: [{ attendance: 'no_show', cameWith: null }],
    counts: { attended: 1, noShows: 1, expected: 0 },
  });
  expect(await look(site, path, group.steward)).toMatchObject({
    rows: [{ attendance: 'attended' }],
    counts: { attended: 1, noShows: 0, expected: 0 },
  });
  expect(await historyOf(site, rsvp.email)).toEqual(['rsvped', 'came']);
});

test('a host reads the same of whom they typed and of whom nobody saw, once the event is closed', async () => {
  const site = await aSite();
  const { path, host, event, rsvp } = await aDoor(site);
  await anRsvp(site, event, { name: 'Abel', guestCount: 2 });
  await site.as(host).post(`${path}/walk-ins`, { name: 'Lu', email: rsvp.email });
  await beganAgo(site, event, 1);
  await site.as(host).put(`${path}/closing`);
  for (const list of ['door', 'rsvps?attendance=missed']) {
    const { rows } = (await site.as(host).get(`${path}/${list}`)).body;
    const shown = rows.map(
      ({ id: _id, name: _name, givenAt: _givenAt, ...row }: Record<string, unknown>) => row,
    );
    expect(shown).toEqual([shown[0], shown[0]]);
  }
});

test('an RSVP that anyone gives for an email shows a host the name they gave', async () => {
  const site = await aSite();
  const { path, host, group, event } = await aDoor(site);
  await aPerson(site, group, { name: 'Luisa Robles', email: 'luisa@example.org' });
  await anRsvp(site, event, { name: 'Someone', email: 'luisa@example.org' });
  const names = async (who: typeof host, list: string) =>
    (await site.as(who).get(`${path}/${list}`)).body.rows.map(({ name }: { name: string }) => name).sort();
  for (const list of ['door', 'rsvps']) {
    expect(await names(host, list)).toEqual(['Rosa Parra', 'Someone']);
    expect(await names(group.steward, list)).toEqual(['Luisa Robles', 'Rosa Parra']);
  }
  expect(await names(host, 'door?search=luisa')).toEqual([]);
});

/** An event with one RSVP of a party of three, and a host who is a plain member. */
async function aDoor(site: TestSite) {
  const event = await anEvent(site);
  const host = await aMember(site, event.group);
  await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  const rsvp = await anRsvp(site, event, { name: 'Rosa Parra', guestCount: 2 });
  return { event, host, rsvp, path: `/events/${event.slug}`, group: event.group };
}

async function look(site: TestSite, path: string, who: { token: string }) {
  const { rows, walkIns, counts } = (await site.as(who).get(`${path}/door`)).body as CheckInPage;
  const plain = ({ id: _id, at: _at, ...shown }: { id: string; at: string | null }) => shown;
  return { rows: rows.map(plain), walkIns: walkIns.map(plain), counts };
}

async function historyOf(site: TestSite, email: string) {
  const lines = await site.db
    .select({ kind: personHistory.kind })
    .from(personHistory)
    .innerJoin(people, eq(people.id, personHistory.personId))
    .where(eq(people.email, email))
    .orderBy(asc(personHistory.at), asc(personHistory.id));
  return lines.map(({ kind }) => kind);
}
