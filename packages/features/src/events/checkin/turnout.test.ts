import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { aPerson } from '../../people/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, beganAgo, type AnEvent } from '../fixtures.ts';

test('a closed event shows organizers who came, who did not, who walked in, and with whom', async () => {
  const site = await aSite();
  const { event, path, organizer } = await aMeeting(site);
  const door = site.as(organizer);
  for (const name of ['Ada', 'Bea', 'Carla']) await anRsvp(site, event, { name, guestCount: 2 });
  const [ada, bea] = await rowsOf(site, path, organizer);
  for (const { id } of [ada, bea]) await door.put(`${path}/rsvps/${id}/attendance`);
  await door.put(`${path}/rsvps/${ada.id}/attendance/guests`, { count: 1 });
  await door.post(`${path}/walk-ins`, { name: 'Luz', email: 'luz@example.org' });
  await door.post(`${path}/walk-ins`, {});
  await close(site, event);
  expect((await door.get(`${path}/turnout`)).body).toEqual({
    ...{ came: 4, guests: 1, said: 3, missed: 1, walkIns: 2 },
    ...{ reachable: 1, first: 3, back: 0 },
  });
});

test('a person who came to the group before counts as coming back', async () => {
  const site = await aSite();
  const first = await aMeeting(site);
  const { group } = first.event;
  const luz = { name: 'Luz', email: 'luz@example.org' };
  await site.as(group.steward).post(`${first.path}/walk-ins`, luz);
  await close(site, first.event, 48);
  const next = await anEvent(site, { group });
  const path = `/events/${next.slug}`;
  await site.as(group.steward).post(`${path}/walk-ins`, luz);
  await site.as(group.steward).post(`${path}/walk-ins`, { name: 'Sol', email: 'sol@example.org' });
  await close(site, next);
  expect((await site.as(group.steward).get(`${path}/turnout`)).body).toMatchObject({ first: 1, back: 1 });
  expect((await site.as(group.steward).get(`${first.path}/turnout`)).body).toMatchObject({
    first: 1,
    back: 0,
  });
});

test('turnout is nobody else’s, and a host who sees no people is not told who is new', async () => {
  const site = await aSite();
  const { path, host, event } = await aMeeting(site);
  const member = await aMember(site, event.group);
  const stranger = await anAccount(site);
  await site.as(host).post(`${path}/walk-ins`, { name: 'Luz', email: 'luz@example.org' });
  expect((await site.as(host).get(`${path}/turnout`)).body).toMatchObject({
    ...{ came: 1, walkIns: 1 },
    ...{ reachable: null, first: null, back: null },
  });
  for (const asker of [member, stranger])
    expect((await site.as(asker).get(`${path}/turnout`)).status).toBe(404);
  expect((await site.as(null).get(`${path}/turnout`)).status).toBe(401);
});

test('a typed person counts for a host as a walk-in, and for those who see people by the answer', async () => {
  const site = await aSite();
  const { path, host, organizer, event } = await aMeeting(site);
  const rosa = await anRsvp(site, event, { name: 'Rosa' });
  await site.as(host).post(`${path}/walk-ins`, { name: 'R', email: rosa.email });
  await close(site, event);
  const seenBy = async (who: typeof host) => (await site.as(who).get(`${path}/turnout`)).body;
  expect(await seenBy(host)).toMatchObject({ came: 1, missed: 1, walkIns: 1 });
  expect(await seenBy(organizer)).toMatchObject({ came: 1, missed: 0, walkIns: 0 });
});

test('each answer says whether they came, and the list is narrowed to who did, did not and walked in', async () => {
  const site = await aSite();
  const { event, path, organizer } = await aMeeting(site);
  for (const name of ['Ada', 'Bea']) await anRsvp(site, event, { name });
  await anRsvp(site, event, { name: 'Vera', answer: 'maybe' });
  const [ada] = await rowsOf(site, path, organizer);
  await site.as(organizer).put(`${path}/rsvps/${ada.id}/attendance`);
  await site.as(organizer).put(`${path}/rsvps/${ada.id}/attendance/guests`, { count: 2 });
  await site.as(organizer).post(`${path}/walk-ins`, { name: 'Luz', phone: '+34 600 123 456' });
  await close(site, event);
  const listed = async (query: string) =>
    (await site.as(organizer).get(`${path}/rsvps${query}`)).body.rows.map((row: Row) => [
      ...[row.name, row.state, row.attendance, row.cameWith],
    ]);
  const all = [
    ['Ada', 'going', 'attended', 2],
    ['Bea', 'going', 'no_show', null],
    ['Vera', 'maybe', null, null],
    ['Luz', null, 'attended', 0],
  ];
  expect(await listed('')).toEqual(all);
  expect(await listed('?attendance=came')).toEqual([all[0], all[3]]);
  expect(await listed('?attendance=missed')).toEqual([all[1]]);
  expect(await listed('?attendance=walked-in')).toEqual([all[3]]);
  expect(await listed('?attendance=came&state=going')).toEqual([all[0]]);
});

test('answers and walk-ins are read page by page, each once', async () => {
  const site = await aSite();
  const { event, path, organizer } = await aMeeting(site);
  for (const name of ['Ada', 'Bea']) await anRsvp(site, event, { name });
  for (const name of ['Luz', 'Sol'])
    await site.as(organizer).post(`${path}/walk-ins`, { name, email: `${name}@example.org` });
  const names: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Page = (await site.as(organizer).get(`${path}/rsvps?limit=1${after && `&after=${after}`}`))
      .body;
    names.push(...page.rows.map(({ name }) => name));
    after = page.next;
  }
  expect(names).toEqual(['Ada', 'Bea', 'Luz', 'Sol']);
});

test('organizers read in their list of events how many came, and members do not', async () => {
  const site = await aSite();
  const { event, path, organizer } = await aMeeting(site);
  await anEvent(site, { group: event.group, title: 'Later' });
  await anRsvp(site, event, { name: 'Bea' });
  await site.as(organizer).post(`${path}/walk-ins`, {});
  await close(site, event);
  const member = await aMember(site, event.group);
  const turnouts = async (who: typeof member) =>
    (await site.as(who).get(`/groups/${event.group.slug}/events`)).body.rows.map(
      ({ turnout }: { turnout: object | null }) => turnout,
    );
  expect(await turnouts(organizer)).toEqual([null, { came: 1, guests: 0, missed: 1 }]);
  expect(await turnouts(member)).toEqual([null, null]);
});

test('a person’s page says to how many of their events they came, and when last', async () => {
  const site = await aSite();
  const { event, path, organizer } = await aMeeting(site);
  const { group } = event;
  const rosa = await anRsvp(site, event, { name: 'Rosa' });
  const [row] = await rowsOf(site, path, organizer);
  await site.as(organizer).put(`${path}/rsvps/${row.id}/attendance`);
  await close(site, event, 48);
  const missed = await anEvent(site, { group });
  await anRsvp(site, missed, rosa);
  await close(site, missed);
  const { personId } = (await site.as(organizer).get(`${path}/rsvps`)).body.rows[0];
  const person = `/groups/${group.slug}/people/${personId}`;
  expect((await site.as(organizer).get(person)).body.turnout).toEqual({
    ...{ came: 1, missed: 1, lastCameTo: event.title },
    ...{ firstCameAt: expect.stringMatching(/Z$/), lastCameAt: expect.stringMatching(/Z$/) },
  });
  const never = await aPerson(site, group, { name: 'Nobody yet' });
  expect((await site.as(organizer).get(`/groups/${group.slug}/people/${never.id}`)).body.turnout).toEqual({
    ...{ came: 0, missed: 0, firstCameAt: null, lastCameAt: null, lastCameTo: null },
  });
});

type Row = { name: string; state: string | null; attendance: string | null; cameWith: number | null };
type Page = { rows: { name: string }[]; next: string | null };

/** An event with an organizer, and a host who is a plain member. */
async function aMeeting(site: TestSite) {
  const event = await anEvent(site);
  const host = await aMember(site, event.group);
  const organizer = await aMember(site, event.group, 'organizer');
  await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  return { event, host, organizer, path: `/events/${event.slug}` };
}

async function rowsOf(site: TestSite, path: string, who: { token: string }) {
  return (await site.as(who).get(`${path}/door`)).body.rows;
}

async function close(site: TestSite, event: AnEvent, hoursAgo = 3) {
  await beganAgo(site, event, hoursAgo);
  const { status } = await site.as(event.group.steward).put(`/events/${event.slug}/closing`);
  expect(status).toBe(204);
}
