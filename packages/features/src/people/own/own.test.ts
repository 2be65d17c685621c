import { sql } from 'drizzle-orm';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { aGroup } from '../../groups/fixtures.ts';
import { layoutMail } from '@groundwork/mail';
import { templateOf } from '../../outbox/composing.ts';
import { aSite, TEST_ORIGIN, type TestSite } from '../../testing.ts';
import { noteHistory } from '../actions.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { OwnCopies } from './contract.ts';
import { sealMailbox } from './mailboxes.ts';

const email = 'sam@example.org';
const recordsOf = (site: TestSite, address = email, minutes?: number) =>
  `/own-mailboxes/${sealMailbox(site.house, address, minutes)}/records`;

test('a mailbox is shown what every group of the site holds about it, and nobody else', async () => {
  const site = await aSite();
  const one = await aCrew(site);
  const other = await aGroup(site, { visibility: 'private' });
  const sam = await aPerson(site, one.group, { email, isSubscribed: true });
  await aPerson(site, other, { email: ' SAM@Example.org ', name: 'Sam O.' });
  await aPerson(site, one.group, { name: 'Somebody Else' });
  await site
    .ctx()
    .change((tx) =>
      noteHistory(tx, { personId: sam.id, groupId: one.group.id, kind: 'signed', label: 'Keep it open' }),
    );
  const { body } = await site.as(null).get(recordsOf(site));
  expect(body.rows).toMatchObject([
    { groupName: other.name, name: 'Sam O.', source: 'signature', consents: [], history: [] },
    {
      groupName: one.group.name,
      name: 'Sam Ortiz',
      consents: [{ way: 'email', given: 'yes', how: 'signature' }],
      history: [{ kind: 'signed', label: 'Keep it open' }, { kind: 'subscribed' }],
      sealed: sam.ownRecord,
    },
  ]);
  expect((await site.as(null).get(recordsOf(site, 'else@example.org'))).body.rows).toEqual([]);
});

test('the list of a mailbox is read page by page', async () => {
  const site = await aSite();
  const groups = [await aGroup(site), await aGroup(site), await aGroup(site)];
  for (const group of groups) await aPerson(site, group, { email });
  const first = await site.as(null).get(`${recordsOf(site)}?limit=2`);
  const rest = await site.as(null).get(`${recordsOf(site)}?limit=2&after=${first.body.next}`);
  const names = [...first.body.rows, ...rest.body.rows].map(({ groupName }) => groupName);
  expect(names).toEqual(groups.map(({ name }) => name).toReversed());
  expect(rest.body.next).toBeNull();
});

test('a link that ended, was altered or is for one group only opens no mailbox', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const sam = await aPerson(site, group, { email });
  const whole = sealMailbox(site.house, email);
  const altered = `${whole.slice(0, -2)}${whole.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const sealed of [sealMailbox(site.house, email, 0), altered, sam.ownRecord, sam.id, 'nonsense']) {
    const path = `/own-mailboxes/${sealed}/records`;
    for (const answer of [await site.as(null).get(path), await site.as(null).delete(path)])
      expect([400, 404], sealed).toContain(answer.status);
  }
  for (const deed of ['copy', 'looks', 'field-values'])
    expect((await site.as(null).get(`/own-records/${whole}/${deed}`)).status).toBe(404);
  expect((await site.as(null).get(recordsOf(site))).body.rows).toHaveLength(1);
});

test('a further address opens the record once it is proven, and not while an organizer only typed it', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { email });
  const further = 'sam@work.example';
  await site.as(organizer).put(`${path}/${sam.id}/contact-points`, { email: further });
  expect((await site.as(null).get(recordsOf(site, further))).body.rows).toEqual([]);
  await site.db.execute(sql`update contact_points set proven_at = now() where value = ${further}`);
  expect((await site.as(null).get(recordsOf(site, further))).body.rows).toMatchObject([{ id: sam.id }]);
});

test('the form answers alike for who is known and who is not, and mails only the mailbox that is held', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  await aPerson(site, group, { email, language: 'es' });
  const answers = [];
  for (const address of [email, 'nobody@example.org'])
    answers.push(await site.as(null).post('/own-mailboxes', { email: address }));
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [202, answers[0]?.body],
    [202, answers[0]?.body],
  ]);
  const mails = await site.mails();
  expect(mails.map(({ toAddress, groupId, language }) => [toAddress, groupId, language])).toEqual([
    [email, null, 'es'],
  ]);
  const url = mails[0]?.letter?.button?.url ?? '';
  expect(url).not.toContain('example.org/my-records/sam');
  expect(JSON.stringify(mails[0]?.letter)).not.toContain(group.name);
  const sealed = url.split('/my-records/')[1] ?? '';
  const opened = await site.as(null).get(`/own-mailboxes/${sealed}/records`);
  expect(opened.body.rows).toMatchObject([{ groupName: group.name }]);
});

test('every mail, a group’s and the site’s own, leads to what is held, in each of the two forms it is read in', async () => {
  const site = await aSite();
  const written = {
    language: 'en' as const,
    subject: 'Tonight',
    letter: { heading: 'Tonight', paragraphs: ['Come.'] },
    typed: null,
  };
  const from = (group: { name: string; contact: null } | null) =>
    layoutMail(templateOf(site.house, { siteName: 'Valley', group, answersTo: null }, written).letter);
  for (const sender of [{ name: 'Tenants', contact: null }, null]) {
    const { text, html } = from(sender);
    for (const form of [text, html]) expect(form).toContain(`${TEST_ORIGIN}/my-records`);
  }
  expect(from(null).text).toContain('What groups of this site hold about you');
  expect(from(null).text).not.toContain('this group');
});

test('however often the form is sent, a mailbox gets three mails a day, and nobody sees the difference', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  await aPerson(site, group, { email });
  for (let times = 0; times < 5; times += 1)
    expect((await site.as(null).post('/own-mailboxes', { email })).status).toBe(202);
  expect(await site.mails()).toHaveLength(3);
});

test('a group that is frozen still answers its people, who correct, refuse, copy and erase', async () => {
  const site = await aSite();
  const { group, path, organizer } = await aCrew(site);
  const sam = await aPerson(site, group, { email, isSubscribed: true });
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${group.id}`);
  const record = `/own-records/${sam.ownRecord}`;
  const stranger = site.as(null);
  expect((await stranger.get(recordsOf(site))).body.rows).toHaveLength(1);
  expect((await stranger.patch(record, { name: 'Samira Ortiz', language: 'ar' })).status).toBe(204);
  const no = { way: 'email', purpose: 'updates', given: 'no' };
  expect((await stranger.put(`${record}/answer`, no)).status).toBe(204);
  expect((await stranger.get(record)).body).toMatchObject({
    name: 'Samira Ortiz',
    language: 'ar',
    consents: [{ way: 'email', given: 'no', how: 'own-page' }],
  });
  const history = await site.as(organizer).get(`${path}/${sam.id}/history`);
  expect(history.body.rows).toContainEqual(
    expect.objectContaining({ kind: 'corrected', fields: ['name', 'language'], by: null }),
  );
  expect((await stranger.get(`${record}/copy`)).status).toBe(200);
  expect((await stranger.delete(recordsOf(site))).status).toBe(204);
  expect((await stranger.get(record)).status).toBe(404);
});

test('a yes to one way ends a standing no, and leaves the other ways a no', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { email, isSubscribed: true });
  await site.as(organizer).put(`${path}/${sam.id}/do-not-contact`);
  const record = `/own-records/${sam.ownRecord}`;
  await site.as(null).put(`${record}/answer`, { way: 'call', purpose: 'updates', given: 'yes' });
  const { body } = await site.as(null).get(record);
  const said: { way: string; given: string; words: string }[] = body.consents;
  expect(body.doNotContact).toBe(false);
  expect(Object.fromEntries(said.map(({ way, given }) => [way, given]))).toEqual({
    ...{ call: 'yes', email: 'no', text: 'no', post: 'no' },
  });
  expect(said.find(({ way }) => way === 'call')?.words).toBe('Yes, call me');
});

test('nobody answers what they were never asked, or says yes to being passed on; no to that anybody says', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const sam = await aPerson(site, group, { email });
  const answer = (way: string, purpose: string, given = 'yes') =>
    site.as(null).put(`/own-records/${sam.ownRecord}/answer`, { way, purpose, given });
  expect((await answer('email', 'membership')).status).toBe(404);
  expect((await answer('any', 'sharing')).status).toBe(404);
  expect((await answer('any', 'updates')).status).toBe(404);
  expect((await answer('any', 'sharing', 'no')).status).toBe(204);
  expect((await answer('any', 'sharing')).status).toBe(404);
});

test('a person copies all that is held about them, in one group and in all', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const other = await aGroup(site);
  const sam = await aPerson(site, group, { email, phone: '+15105550119', isSubscribed: true });
  await aPerson(site, other, { email });
  await site.as(organizer).put(`${path}/${sam.id}/address`, { street: '1 Main', city: 'Oakland' });
  await site.as(organizer).post(`${path}/${sam.id}/notes`, { body: 'Has a van.' });
  const { body } = await site.as(null).get(`/own-records/${sam.ownRecord}/copy`);
  expect(body).toMatchObject({ format: 'groundwork-own-records', version: 1 });
  expect(body.records).toMatchObject([
    {
      group: { name: group.name },
      person: {
        identifiers: [`groundwork:${sam.id}`],
        email_addresses: [{ address: email, primary: true, status: 'subscribed' }],
        phone_numbers: [{ number: '+15105550119', primary: true }],
        postal_addresses: [{ address_lines: ['1 Main'], locality: 'Oakland' }],
      },
      notes: [{ body: 'Has a van.' }],
    },
  ]);
  const all = await site.as(null).get(recordsOf(site).replace(/records$/, 'copy'));
  expect(all.body.records).toHaveLength(2);
});

test('a copy is whole however long somebody’s history and notes are, in the shape that is promised, and newest first', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const sam = await aPerson(site, group, { email });
  await site.db.execute(sql`insert into person_history (id, group_id, person_id, kind, label, at)
    select gen_random_uuid(), ${group.id}, ${sam.id}, 'mailed', 'Letter ' || n, now() - n * interval '1 minute'
    from generate_series(1, 1200) n`);
  await site.db.execute(sql`insert into person_notes (id, group_id, person_id, body, at, until)
    select gen_random_uuid(), ${group.id}, ${sam.id}, 'Note "' || n || '"', now() - n * interval '1 minute', now() + interval '1 day'
    from generate_series(1, 500) n`);
  const { body, headers } = await site.as(null).get(`/own-records/${sam.ownRecord}/copy`);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(Check(OwnCopies, body)).toBe(true);
  const [{ history, notes, consents }] = body.records;
  expect(history.map(({ label }: { label: string }) => label).filter(Boolean)).toEqual(
    Array.from({ length: 1200 }, (_, n) => `Letter ${n + 1}`),
  );
  expect(notes).toHaveLength(500);
  expect(Object.keys(notes[0])).toEqual(['body', 'at']);
  expect(consents).toEqual([]);
  const nobody = await site
    .as(null)
    .get(`/own-mailboxes/${sealMailbox(site.house, 'nobody@example.org')}/copy`);
  expect(nobody.body.records).toEqual([]);
});

test('a person erases themselves everywhere, and others stay', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const other = await aGroup(site);
  const here = await aPerson(site, group, { email });
  const there = await aPerson(site, other, { email });
  const bo = await aPerson(site, group, { email: 'bo@example.org' });
  expect((await site.as(null).delete(recordsOf(site))).status).toBe(204);
  for (const { ownRecord } of [here, there])
    expect((await site.as(null).get(`/own-records/${ownRecord}`)).status).toBe(404);
  expect((await site.as(null).get(`/own-records/${bo.ownRecord}`)).status).toBe(200);
  const { rows } = await site.db.execute(sql`select count(*)::int as noes from suppressions`);
  expect(rows).toEqual([{ noes: 2 }]);
});

test('a person reads how often their group looked: once a day for each organizer', async () => {
  const site = await aSite();
  const { group, organizer, steward, member, path } = await aCrew(site);
  const sam = await aPerson(site, group, { email });
  for (const account of [organizer, organizer, steward]) await site.as(account).get(`${path}/${sam.id}`);
  expect((await site.as(member).get(`${path}/${sam.id}`)).status).toBe(404);
  await site.as(steward).post(`${path}/exports`);
  await site.ctx().change(async (tx) => {
    noteHistory(tx, { groupId: group.id, personId: sam.id, kind: 'mailed', label: 'News' });
  });
  const { body } = await site.as(null).get(`/own-records/${sam.ownRecord}/looks`);
  expect(body).toMatchObject({ openedCount: 2, takenOutCount: 1, broughtCount: 0, mailedCount: 1 });
});
