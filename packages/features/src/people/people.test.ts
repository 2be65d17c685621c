import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, TEST_ORIGIN, type Answer, type TestSite } from '../testing.ts';
import { giveConsent, noteHistory, rememberPerson, withdrawConsent } from './actions.ts';
import { aCrew, aPerson } from './fixtures.ts';

const namesIn = ({ body }: Answer) => body.rows.map(({ name }: { name: string }) => name);
const kindsIn = ({ body }: Answer) => body.history.map(({ kind }: { kind: string }) => kind);

test('organizers and stewards see the people of their group', async () => {
  const site = await aSite();
  const { group, organizer, steward, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  for (const one of [organizer, steward]) {
    const list = await site.as(one).get(path);
    expect(list.status).toBe(200);
    expect(namesIn(list)).toEqual(['Sam Ortiz']);
    expect((await site.as(one).get(`${path}/${sam.id}`)).body).toMatchObject({
      email: sam.email,
      source: 'signature',
    });
  }
  expect((await site.as(organizer).get(path)).body.can).toEqual({
    see: true,
    tag: true,
    bringIn: true,
    takeOut: false,
    erase: false,
  });
});

test('for everyone else a group’s people are not there', async () => {
  const site = await aSite();
  const { group, steward, member, outsider, path } = await aCrew(site);
  const other = await aCrew(site);
  const banned = await aMember(site, group);
  await site.as(steward).put(`/groups/${group.slug}/bans/${banned.id}`);
  const sam = await aPerson(site, group);
  for (const one of [member, outsider, banned, other.steward, other.organizer]) {
    expect((await site.as(one).get(path)).status).toBe(404);
    expect((await site.as(one).get(`${path}/${sam.id}`)).status).toBe(404);
    expect((await site.as(one).get(`${path}.csv`)).status).toBe(404);
    expect((await site.as(one).put(`${path}/${sam.id}/tags`, { tags: ['x'] })).status).toBe(404);
    expect((await site.as(one).delete(`${path}/${sam.id}`)).status).toBe(404);
  }
  expect((await site.as(null).get(path)).status).toBe(401);
});

test('a person is not there under another group’s address', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(other.steward).get(`${other.path}/${sam.id}`)).status).toBe(404);
  expect((await site.as(other.steward).delete(`${other.path}/${sam.id}`)).status).toBe(404);
});

test('whoever joins appears with what they did, once even if heard twice', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const newcomer = await anAccount(site, { name: 'Lucía', email: 'lucia@example.org', language: 'es' });
  await site.as(newcomer).put(`/groups/${group.slug}/membership`);
  await site.work();
  await site.db.execute(
    sql`insert into journal_undelivered (entry_id) select id from journal where kind = 'groups.joined'`,
  );
  await site.work();

  const list = await site.as(organizer).get(`${path}?search=lucia`);
  expect(list.body.rows).toMatchObject([
    { name: 'Lucía', isMember: true, source: 'membership', mayBeMailed: false },
  ]);
  const person = await site.as(organizer).get(`${path}/${list.body.rows[0].id}`);
  expect(kindsIn(person)).toEqual(['joined']);
  expect(person.body.language).toBe('es');
});

test('leaving and coming back are noted, and the record stays one', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const newcomer = await anAccount(site, { name: 'Dev', email: 'dev@example.org' });
  const membership = `/groups/${group.slug}/membership`;
  for (const deed of ['put', 'delete', 'put'] as const) {
    await site.as(newcomer)[deed](membership);
    await site.work();
  }
  const { rows } = (await site.as(organizer).get(`${path}?search=dev`)).body;
  expect(rows).toHaveLength(1);
  expect(kindsIn(await site.as(organizer).get(`${path}/${rows[0].id}`))).toEqual([
    'joined',
    'left',
    'joined',
  ]);
});

test('a member who changed their email is still the same person, and is mailed there', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const ana = await anAccount(site, { email: 'ana@old.example' });
  const before = await aPerson(site, group, { email: ana.email, accountId: ana.id });
  const after = await aPerson(site, group, { email: 'ana@new.example', accountId: ana.id });
  expect(after.id).toBe(before.id);
});

test('the same email is one person, in whatever case it was typed', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const first = await aPerson(site, group, { email: 'Sam@Example.org' });
  const second = await aPerson(site, group, { email: 'sam@example.ORG' });
  expect(second.id).toBe(first.id);
  expect((await site.as(organizer).get(path)).body.rows).toMatchObject([{ email: 'sam@example.org' }]);
});

test('twenty who type the same email at the same moment are one person', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const asked = {
    groupId: group.id,
    email: 'sam@example.org',
    name: 'Sam',
    language: 'en',
    source: 'rsvp',
  } as const;
  const all = await Promise.all(
    Array.from({ length: 20 }, () => site.ctx().change((tx) => rememberPerson(tx, asked))),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('two groups hold the same human apart', async () => {
  const site = await aSite();
  const [one, two] = [await aGroup(site), await aGroup(site)];
  const here = await aPerson(site, one, { email: 'sam@example.org' });
  const there = await aPerson(site, two, { email: 'sam@example.org' });
  expect(here.id).not.toBe(there.id);
});

test('a stranger who types an email does not rename its owner', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { email: 'sam@example.org', name: 'Sam Ortiz' });
  await aPerson(site, group, { email: 'sam@example.org', name: 'Mallory', source: 'rsvp' });
  expect((await site.as(organizer).get(path)).body.rows).toMatchObject([
    { name: 'Sam Ortiz', source: 'signature' },
  ]);
});

test('a yes and a no are kept with when and how, and each change is in the history', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  const answer = { personId: sam.id, groupId: group.id, way: 'email', purpose: 'updates' } as const;
  const change = site.ctx().change;
  await change((tx) => giveConsent(tx, { ...answer, how: 'signature' }));
  await change((tx) => giveConsent(tx, { ...answer, how: 'rsvp' }));
  const yes = await site.as(organizer).get(`${path}/${sam.id}`);
  expect(yes.body).toMatchObject({
    mayBeMailed: true,
    consents: [{ way: 'email', given: 'yes', how: 'signature' }],
  });
  expect(Date.parse(yes.body.consents[0].at)).toBeGreaterThan(Date.now() - 60_000);

  await change((tx) => withdrawConsent(tx, { ...answer, how: 'unsubscribe-link' }));
  await change((tx) => withdrawConsent(tx, { ...answer, how: 'unsubscribe-link' }));
  const no = await site.as(organizer).get(`${path}/${sam.id}`);
  expect(no.body).toMatchObject({ mayBeMailed: false, consents: [{ given: 'no', how: 'unsubscribe-link' }] });
  expect(kindsIn(no)).toEqual(['unsubscribed', 'subscribed']);
});

test('the link in a mail ends mail, and takes it up again, with no account', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
  const path = `/subscriptions/${unsubscribe}`;
  const stranger = site.as(null);
  expect((await stranger.get(path)).body).toEqual({ groupName: group.name, subscribed: true });
  expect((await stranger.delete(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.delete(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.get(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.put(path)).body).toMatchObject({ subscribed: true });
  expect((await stranger.get(path)).body).toMatchObject({ subscribed: true });
});

test('a link that was changed, or is for something else, opens nothing', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const sam = await aPerson(site, group);
  const forged = `${sam.id}.${'A'.repeat(32)}`;
  for (const sealed of [forged, sam.ownRecord, `${sam.unsubscribe}x`, 'nonsense'])
    expect((await site.as(null).get(`/subscriptions/${sealed}`)).status).toBe(404);
  for (const sealed of [forged, sam.unsubscribe]) {
    expect((await site.as(null).get(`/own-records/${sealed}`)).status).toBe(404);
    expect((await site.as(null).delete(`/own-records/${sealed}`)).status).toBe(404);
  }
});

const oneClick = 'List-Unsubscribe=One-Click';
const multipart = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
const nothing = { type: undefined, payload: undefined };
test('a mail program’s own button ends mail, with a form or without, and with no Origin', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const form = { type: 'application/x-www-form-urlencoded', payload: oneClick };
  for (const { type, payload } of [
    form,
    { type: 'multipart/form-data; boundary=x', payload: multipart },
    nothing,
  ]) {
    const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
    const pressed = await site.app.inject({
      method: 'POST',
      url: `/api/v1/unsubscriptions/${unsubscribe}`,
      headers: { host: new URL(TEST_ORIGIN).host, ...(type && { 'content-type': type }) },
      ...(payload && { payload }),
    });
    expect(pressed.statusCode).toBe(204);
    expect((await site.as(null).get(`/subscriptions/${unsubscribe}`)).body).toMatchObject({
      subscribed: false,
    });
  }
});

test('a mail program that opens the one-click address is led to the page, and nothing has ended', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
  const opened = await site.as(null).get(`/unsubscriptions/${unsubscribe}`);
  expect([opened.status, opened.headers.location]).toEqual([
    302,
    `${TEST_ORIGIN}/unsubscribe/${unsubscribe}`,
  ]);
  expect((await site.as(null).get(`/subscriptions/${unsubscribe}`)).body).toMatchObject({ subscribed: true });
});

test('a person sees everything a group holds about them, by a link that only their mailbox gets', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { isSubscribed: true });
  await site
    .ctx()
    .change((tx) =>
      noteHistory(tx, { personId: sam.id, groupId: group.id, kind: 'signed', label: 'Keep it open' }),
    );
  await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: ['driver'] });

  for (let times = 0; times < 2; times++)
    expect((await site.as(null).post(`/subscriptions/${sam.unsubscribe}/own-record-mails`)).status).toBe(202);
  const [mail, ...more] = await site.mails();
  expect([mail?.toAddress, more.length]).toEqual([sam.email, 0]);
  const sealed = mail?.letter?.button?.url.split('/my-record/')[1];
  expect((await site.as(null).get(`/own-records/${sealed}`)).body).toMatchObject({
    groupName: group.name,
    name: 'Sam Ortiz',
    email: sam.email,
    tags: ['driver'],
    language: 'en',
    consents: [{ way: 'email', given: 'yes' }],
    history: [{ kind: 'signed', label: 'Keep it open' }, { kind: 'subscribed' }],
  });
});

test('a person erases what a group holds about them, mail on its way included', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { isSubscribed: true });
  await site.as(null).post(`/subscriptions/${sam.unsubscribe}/own-record-mails`);
  expect((await site.as(null).delete(`/own-records/${sam.ownRecord}`)).status).toBe(204);
  expect((await site.as(null).get(`/own-records/${sam.ownRecord}`)).status).toBe(404);
  expect((await site.as(null).get(`/subscriptions/${sam.unsubscribe}`)).status).toBe(404);
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).status).toBe(404);
  expect(await site.mails()).toEqual([]);
  const { rows } = await site.db.execute(
    sql`select subject_id, actor_id from journal where kind = 'people.erased'`,
  );
  expect(rows).toEqual([{ subject_id: sam.id, actor_id: null }]);
});

test('stewards erase a person; organizers may not', async () => {
  const site = await aSite();
  const { group, organizer, steward, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(organizer).delete(`${path}/${sam.id}`)).status).toBe(403);
  expect((await site.as(steward).delete(`${path}/${sam.id}`)).status).toBe(204);
  expect((await site.as(steward).get(`${path}/${sam.id}`)).status).toBe(404);
});

test('organizers tag people and find them by tag', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { name: 'Sam' });
  await aPerson(site, group, { name: 'Zoe' });
  expect(
    (await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: [' Driver', 'driver', 'Night shift'] }))
      .status,
  ).toBe(204);
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body.tags).toEqual(['driver', 'night shift']);
  expect(namesIn(await site.as(organizer).get(`${path}?tag=driver`))).toEqual(['Sam']);
  expect(namesIn(await site.as(organizer).get(`${path}?tag=Driver`))).toEqual(['Sam']);
  const many = Array.from({ length: 21 }, (_, n) => `tag${n}`);
  expect((await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: many })).status).toBe(422);
});

test('people are found by how their words begin, whatever the case and the accents', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Lucía Núñez-Ortega', email: 'l@example.org' });
  await aPerson(site, group, { name: "Kit O'Brien", email: 'kit.obrien@union.example' });
  await aPerson(site, group, { name: 'أحمد الحسن', email: 'a@example.org' });
  const searches = [
    ['lucia', ['Lucía Núñez-Ortega']],
    ['LUCÍA', ['Lucía Núñez-Ortega']],
    ['nuñez lu', ['Lucía Núñez-Ortega']],
    ['ortega', ['Lucía Núñez-Ortega']],
    ['núñez-ortega', ['Lucía Núñez-Ortega']],
    ['o’brien', ["Kit O'Brien"]],
    ["o'b", ["Kit O'Brien"]],
    ['احمد', ['أحمد الحسن']],
    ['حسن', ['أحمد الحسن']],
    ['الحسن', ['أحمد الحسن']],
    ['kit.ob', ["Kit O'Brien"]],
    ['kit.obrien@union.example', ["Kit O'Brien"]],
    ['obrien', ["Kit O'Brien"]],
    ['@union.ex', ["Kit O'Brien"]],
    ['union.ex', ["Kit O'Brien"]],
    ['k', ["Kit O'Brien"]],
    ['ucia', []],
    ["' | !:* \\ &", []],
    ['zzz', []],
  ] as const;
  for (const [search, found] of searches) {
    const list = await site.as(organizer).get(`${path}?search=${encodeURIComponent(search)}`);
    expect.soft(namesIn(list), search).toEqual(found);
  }
});

test('people are found by whether they may be mailed', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Yes', isSubscribed: true });
  await aPerson(site, group, { name: 'Unasked' });
  const stopped = await aPerson(site, group, { name: 'Stopped', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${stopped.unsubscribe}`);
  expect(namesIn(await site.as(organizer).get(`${path}?consent=yes`))).toEqual(['Yes']);
  expect(namesIn(await site.as(organizer).get(`${path}?consent=no`))).toEqual(['Stopped', 'Unasked']);
  expect(namesIn(await site.as(organizer).get(`${path}?consent=no&search=un`))).toEqual(['Unasked']);
});

test('pages of a list neither repeat nor skip people, also those added in the same instant', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await site.ctx().change(async (tx) => {
    for (let n = 0; n < 25; n++)
      await rememberPerson(tx, {
        groupId: group.id,
        email: `p${n}@example.org`,
        name: `P ${n}`,
        language: 'en',
        source: 'door',
      });
  });
  for (const filter of ['', 'search=p&', 'consent=no&']) {
    const seen = await allPages(site, organizer, `${path}?${filter}limit=7`);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  }
});

test('those who match are found wherever they stand among more people than are looked through first', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Zora Early', email: 'zora@example.org' });
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source, tags)
    select gen_random_uuid(), ${group.id}, 'n' || n || '@example.org', 'Newer ' || n, 'en', 'import', '{canvass}'
    from generate_series(1, 10200) n`);
  await site.db.execute(sql`update people set tags = '{driver}' where name = 'Zora Early'`);
  expect(namesIn(await site.as(organizer).get(`${path}?search=zora`))).toEqual(['Zora Early']);
  expect(namesIn(await site.as(organizer).get(`${path}?tag=driver`))).toEqual(['Zora Early']);
  expect((await site.as(organizer).get(`${path}?tag=canvass`)).body.rows).toHaveLength(20);
  expect((await allPages(site, organizer, `${path}?tag=canvass&limit=100`)).length).toBe(10_200);
});

async function allPages(site: TestSite, viewer: { token: string }, path: string): Promise<string[]> {
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await site.as(viewer).get(`${path}&after=${after}`);
    seen.push(...body.rows.map(({ id }: { id: string }) => id));
    after = body.next ?? '';
  } while (after !== '');
  return seen;
}
