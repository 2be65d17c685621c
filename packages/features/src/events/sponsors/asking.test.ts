import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent } from '../fixtures.ts';
import { hideEvent, showEvent } from '../hidings/actions.ts';

test('those who host a group’s events hear that it is asked, with the word, and who asked hears the answer', async () => {
  const site = await aSite();
  const { home, riders, event, ask, answer } = await aQuestion(site);
  await aMember(site, riders);
  await ask('We march on the 3rd.');
  expect(await heard(site)).toEqual([
    [riders.steward.email, 'Tenants asks you to hold an event together: Street party'],
  ]);
  expect(await sponsorshipsOf(site, riders)).toMatchObject([
    {
      event: { slug: event.slug, title: 'Street party', when: { placeName: 'Branch library' } },
      word: 'We march on the 3rd.',
      acceptedAt: null,
    },
  ]);
  await answer('yes', 'With all our riders.');
  expect(await heard(site)).toContainEqual([home.steward.email, 'Riders holds it with you: Street party']);
  expect(await askedBy(site, event, home)).toMatchObject([
    { state: 'stands', answer: 'With all our riders.', formerName: null },
  ]);
  expect((await site.as(null).get(`/events/${event.slug}`)).body.sponsors).toEqual([
    { slug: riders.slug, name: 'Riders' },
  ]);
});

test('a no holds for a month; a question that is taken back is not there, and is told nobody twice', async () => {
  const site = await aSite();
  const { home, riders, event, ask, answer } = await aQuestion(site);
  const drop = () => site.as(home.steward).delete(`/events/${event.slug}/sponsors/${riders.slug}`);
  await ask();
  await answer('no', 'We have no bus that day.');
  expect(await askedBy(site, event, home)).toMatchObject([{ state: 'declined' }]);
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'events.sponsor-said-no' } });
  await site.db.execute(sql`update event_sponsors set declined_at = now() - interval '31 days'`);
  expect((await ask()).status).toBe(204);
  await drop();
  expect(await askedBy(site, event, home)).toEqual([]);
  expect((await answer('yes')).status).toBe(404);
  await ask();
  const asked = (await heard(site)).filter(([, subject]) => subject?.includes('asks you'));
  expect(asked).toHaveLength(1);
});

test('a group may leave, and be taken off: the other side hears of it, and its name is off the page', async () => {
  const site = await aSite();
  const { home, riders, event, ask, answer } = await aQuestion(site);
  const path = `/groups/${riders.slug}/event-sponsorships/${event.slug}`;
  await ask();
  await answer('yes');
  expect((await site.as(riders.steward).delete(path)).status).toBe(204);
  expect(await heard(site)).toContainEqual([
    home.steward.email,
    'Riders no longer holds it with you: Street party',
  ]);
  expect((await site.as(null).get(`/events/${event.slug}`)).body.sponsors).toEqual([]);
  await ask();
  await answer('yes');
  await site.as(home.steward).delete(`/events/${event.slug}/sponsors/${riders.slug}`);
  expect(await heard(site)).toContainEqual([riders.steward.email, 'You no longer hold it: Street party']);
  expect((await site.as(riders.steward).get(path)).status).toBe(404);
});

test('of a draft a group hears when it is out, and of one that is hidden it learns and answers nothing', async () => {
  const site = await aSite();
  const home = await aGroup(site, { name: 'Tenants' });
  const riders = await aGroup(site, { name: 'Riders' });
  const draft = await anEvent(site, { group: home, isDraft: true, title: 'Street party' });
  const steward = site.as(home.steward);
  expect((await steward.put(`/events/${draft.slug}/sponsors/${riders.slug}`, {})).status).toBe(204);
  expect(await heard(site)).toEqual([]);
  expect(await sponsorshipsOf(site, riders)).toEqual([]);
  const { slug } = (await steward.put(`/events/${draft.slug}/publication`)).body;
  await site.work();
  expect(await heard(site)).toEqual([
    [riders.steward.email, 'Tenants asks you to hold an event together: Street party'],
  ]);
  const hiding = { id: draft.id, actorId: home.steward.id, reason: 'Spam' };
  await site.ctx().change((tx) => hideEvent(tx, hiding));
  const answer = () =>
    site.as(riders.steward).put(`/groups/${riders.slug}/event-sponsorships/${slug}`, { answer: 'yes' });
  expect(await sponsorshipsOf(site, riders)).toEqual([]);
  expect((await answer()).status).toBe(404);
  await site.ctx().change((tx) => showEvent(tx, hiding));
  expect((await answer()).status).toBe(204);
});

test('its own group, what is over, members without the role and outsiders: none of them asks or is asked', async () => {
  const site = await aSite();
  const { home, riders, event, ask } = await aQuestion(site);
  const path = `/events/${event.slug}/sponsors/${riders.slug}`;
  const member = await aMember(site, home);
  expect((await site.as(member).put(path, {})).status).toBe(403);
  expect((await site.as(riders.steward).put(path, {})).status).toBe(403);
  expect((await site.as(null).put(path, {})).status).toBe(401);
  const own = await site.as(home.steward).put(`/events/${event.slug}/sponsors/${home.slug}`, {});
  expect(own).toMatchObject({ status: 409, body: { code: 'events.own-sponsor' } });
  await ask();
  const theirs = await aMember(site, riders);
  const answering = `/groups/${riders.slug}/event-sponsorships/${event.slug}`;
  expect((await site.as(theirs).put(answering, { answer: 'yes' })).status).toBe(403);
  await site.db.execute(
    sql`update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = ${event.id}`,
  );
  const late = await site.as(riders.steward).put(answering, { answer: 'yes' });
  expect(late).toMatchObject({ status: 409, body: { code: 'events.is-over' } });
  expect(await sponsorshipsOf(site, riders)).toEqual([]);
});

test('a private group that is asked knows no more of a group that turned private than it was asked', async () => {
  const site = await aSite();
  const { home, riders, event, ask } = await aQuestion(site);
  await ask('Come.');
  await site.db.execute(sql`update groups set visibility = 'private', name = 'Hidden' where id = ${home.id}`);
  await site.db.execute(sql`update events set title = 'Secret' where id = ${event.id}`);
  expect(await sponsorshipsOf(site, riders)).toMatchObject([
    { event: { title: 'Street party', when: null }, group: { name: 'Tenants', language: null } },
  ]);
});

type Group = Awaited<ReturnType<typeof aGroup>>;

async function aQuestion(site: TestSite) {
  const home = await aGroup(site, { name: 'Tenants' });
  const riders = await aGroup(site, { name: 'Riders' });
  const event = await anEvent(site, { group: home, title: 'Street party' });
  const ask = (word?: string) =>
    site.as(home.steward).put(`/events/${event.slug}/sponsors/${riders.slug}`, { word });
  const answer = (said: 'yes' | 'no', word?: string) =>
    site
      .as(riders.steward)
      .put(`/groups/${riders.slug}/event-sponsorships/${event.slug}`, { answer: said, word });
  return { home, riders, event, ask, answer };
}

async function heard(site: TestSite) {
  return (await site.mails()).map(({ toAddress, subject }) => [toAddress, subject]);
}

async function sponsorshipsOf(site: TestSite, { slug, steward }: Group) {
  return (await site.as(steward).get(`/groups/${slug}/event-sponsorships`)).body.rows;
}

async function askedBy(site: TestSite, { slug }: { slug: string }, { steward }: Group) {
  return (await site.as(steward).get(`/events/${slug}/sponsors`)).body.rows;
}
