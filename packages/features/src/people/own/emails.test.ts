import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { sealMailbox } from './mailboxes.ts';

type Point = { kind: string; shown: string; origin: { isProven: boolean; source: string } };

async function anAdder() {
  const site = await aSite();
  const crew = await aCrew(site);
  const sam = await aPerson(site, crew.group, { name: 'Sam', email: 'sam@example.org' });
  const record = `/own-records/${sam.ownRecord}`;
  const stranger = site.as(null);
  const add = (email: string, of = record) => stranger.post(`${of}/emails`, { email });
  const linkTo = async (address: string) => {
    const mail = (await site.mails()).findLast(({ toAddress }) => toAddress === address);
    return mail?.letter?.button?.url.split('/my-email/')[1] ?? '';
  };
  /** Adds it, and follows the link that was mailed there. */
  const addProven = async (email: string) => {
    expect((await add(email)).status).toBe(202);
    return stranger.put(`/own-emails/${await linkTo(email)}`);
  };
  const emails = async (of = record) =>
    ((await stranger.get(of)).body.points as Point[])
      .filter(({ kind }) => kind === 'email')
      .map(({ shown, origin }) => `${shown}${origin.isProven ? ' proven' : ''} ${origin.source}`);
  const corrections = async () => {
    const { body } = await site.as(crew.organizer).get(`${crew.path}/${sam.id}/history`);
    const rows: { kind: string; fields: string[]; by: string | null }[] = body.rows;
    return rows.filter(({ kind }) => kind === 'corrected').map(({ fields, by }) => ({ fields, by }));
  };
  return { site, ...crew, sam, record, stranger, add, addProven, linkTo, emails, corrections };
}

test('an address that a person adds is theirs once the link that is mailed there is followed, and not before', async () => {
  const { site, add, linkTo, emails, stranger, group, corrections } = await anAdder();
  expect((await add(' Sam@Work.example ')).status).toBe(202);
  const [mail] = await site.mails();
  expect(mail).toMatchObject({ toAddress: 'sam@work.example', typed: 'form', groupId: null });
  expect(JSON.stringify(mail?.letter)).not.toMatch(/Sam\b|Tenants/);
  const link = `/own-emails/${await linkTo('sam@work.example')}`;
  const asked = { groupName: group.name, state: 'new', sealed: null };
  expect((await stranger.get(link)).body).toEqual({ email: 'sam@work.example', groups: [asked] });
  expect(await emails()).toEqual(['sam@example.org signature']);
  const { body } = await stranger.put(link);
  expect(body.groups).toEqual([{ ...asked, state: 'theirs', sealed: expect.any(String) }]);
  expect(await emails(`/own-records/${body.groups[0].sealed}`)).toEqual([
    'sam@example.org signature',
    'sam@work.example proven own-page',
  ]);
  expect((await stranger.put(link)).status).toBe(200);
  expect(await corrections()).toEqual([{ fields: ['email-further'], by: null }]);
});

test('whoever asks cannot tell that another record has the address; whoever reads the mail there is told, and both stay', async () => {
  const { site, group, add, linkTo, emails, stranger } = await anAdder();
  const other = await aPerson(site, group, { name: 'Other', email: 'both@example.org' });
  const [free, taken] = [await add('free@example.org'), await add('both@example.org')];
  expect([taken.status, taken.body]).toEqual([free.status, free.body]);
  const link = `/own-emails/${await linkTo('both@example.org')}`;
  const kept = [{ groupName: group.name, state: 'taken', sealed: null }];
  expect((await stranger.get(link)).body.groups).toEqual(kept);
  expect((await stranger.put(link)).body.groups).toEqual(kept);
  expect(await emails()).toEqual(['sam@example.org signature']);
  expect(await emails(`/own-records/${other.ownRecord}`)).toEqual(['both@example.org signature']);
});

test('a verified address is put first by the person, and whoever reads the one before is told', async () => {
  const { site, sam, addProven, emails, record, stranger, corrections, organizer, path } = await anAdder();
  await addProven('sam@work.example');
  const first = (email: string) => stranger.put(`${record}/emails/first`, { email });
  expect((await first('sam@work.example')).status).toBe(204);
  expect(await emails()).toEqual(['sam@work.example proven own-page', 'sam@example.org signature']);
  const told = (await site.mails()).at(-1);
  expect(told).toMatchObject({ toAddress: 'sam@example.org', personId: sam.id });
  expect(told?.letter?.button?.url).toContain('/my-record/');
  expect((await corrections())[0]).toEqual({ fields: ['email-first'], by: null });
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body.email).toBe('sam@work.example');
  for (const email of ['sam@example.org', 'nobody@example.org'])
    expect((await first(email)).status).toBe(404);
});

test('a person removes an address; the first one only where another verified one takes its place', async () => {
  const { site, addProven, emails, record, stranger, organizer, path, sam, corrections } = await anAdder();
  const remove = (email: string) => stranger.put(`${record}/emails/removed`, { email });
  await site.as(organizer).put(`${path}/${sam.id}/contact-points`, { email: 'typed@example.org' });
  expect(await remove('sam@example.org')).toMatchObject({
    status: 409,
    body: { code: 'people.own-email-only' },
  });
  await addProven('sam@work.example');
  expect((await remove('typed@example.org')).status).toBe(204);
  expect((await remove('sam@example.org')).status).toBe(204);
  expect(await emails()).toEqual(['sam@work.example proven own-page']);
  const told = (await site.mails()).at(-1);
  expect(told?.toAddress).toBe('sam@example.org');
  expect(told?.letter?.button).toBeUndefined();
  expect((await corrections()).map(({ fields }) => fields[0])).toEqual([
    ...['email-removed', 'email-further-removed', 'email-further'],
  ]);
  expect((await remove('sam@example.org')).status).toBe(204);
});

test('what an organizer wrote down is verified so, and what stands there verified is not asked for again', async () => {
  const { site, addProven, add, emails, organizer, path, sam } = await anAdder();
  await site.as(organizer).put(`${path}/${sam.id}/contact-points`, { email: 'sam@work.example' });
  expect((await addProven('sam@work.example')).status).toBe(200);
  expect(await emails()).toEqual(['sam@example.org signature', 'sam@work.example proven organizer']);
  expect(await add('sam@work.example')).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'email', code: 'people.own-email-known' }] },
  });
});

test('where there was none, the address is the first one', async () => {
  const { site, sam, addProven, emails } = await anAdder();
  await site.db.execute(sql`update people set email = null where id = ${sam.id}`);
  await addProven('sam@work.example');
  expect(await emails()).toEqual(['sam@work.example proven own-page']);
});

test('an address is added to all records of a mailbox at once, each group by itself, and to no other', async () => {
  const { site, group, stranger, linkTo, emails, sam } = await anAdder();
  const [second, third] = [await aCrew(site, { name: 'Second' }), await aCrew(site, { name: 'Third' })];
  const there = await aPerson(site, second.group, { email: 'sam@example.org' });
  await aPerson(site, third.group, { email: 'sam@example.org' });
  const other = await aPerson(site, third.group, { email: 'new@example.org' });
  const bo = await aPerson(site, group, { email: 'bo@example.org' });
  const mailbox = `/own-mailboxes/${sealMailbox(site.house, 'sam@example.org')}`;
  expect((await stranger.post(`${mailbox}/emails`, { email: 'new@example.org' })).status).toBe(202);
  const { body } = await stranger.put(`/own-emails/${await linkTo('new@example.org')}`);
  const states = body.groups.map((one: { groupName: string; state: string }) => [one.groupName, one.state]);
  expect(new Map(states)).toEqual(
    new Map([
      [group.name, 'theirs'],
      ['Second', 'theirs'],
      ['Third', 'taken'],
    ]),
  );
  for (const { ownRecord } of [sam, there])
    expect(await emails(`/own-records/${ownRecord}`)).toContain('new@example.org proven own-page');
  expect(await emails(`/own-records/${bo.ownRecord}`)).toEqual(['bo@example.org signature']);
  expect(await emails(`/own-records/${other.ownRecord}`)).toEqual(['new@example.org signature']);
});

test('a record asks for few addresses a day, and a mailbox hears of few', async () => {
  const { site, group, add, stranger } = await anAdder();
  for (let times = 1; times <= 5; times += 1) expect((await add(`a${times}@example.org`)).status).toBe(202);
  expect((await add('a6@example.org')).status).toBe(429);
  for (let times = 1; times <= 5; times += 1) {
    const { ownRecord } = await aPerson(site, group);
    const asked = { email: 'victim@example.org' };
    expect((await stranger.post(`/own-records/${ownRecord}/emails`, asked)).status).toBe(202);
  }
  const addresses = (await site.mails()).map(({ toAddress }) => toAddress);
  expect(addresses.filter((one) => one === 'victim@example.org')).toHaveLength(3);
});

test('a link that is forged, for something else, or a day old adds nothing; nor does one of a record that is erased', async () => {
  const { site, sam, add, linkTo, stranger, emails, record } = await anAdder();
  await add('sam@work.example');
  const link = await linkTo('sam@work.example');
  const others = [sealMailbox(site.house, 'sam@work.example'), `${link.slice(0, -4)}AAAA`];
  for (const wrong of others)
    for (const status of [
      (await stranger.get(`/own-emails/${wrong}`)).status,
      (await stranger.put(`/own-emails/${wrong}`)).status,
    ])
      expect(status).toBe(404);
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime(Date.now() + 25 * 60 * 60_000);
  expect((await stranger.put(`/own-emails/${link}`)).status).toBe(404);
  vi.useRealTimers();
  expect(await emails()).toEqual([`${sam.email} signature`]);
  await stranger.delete(record);
  expect((await stranger.put(`/own-emails/${link}`)).status).toBe(404);
});
