import { newId } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { promiseMails } from '../outbox/promises.ts';
import { mailboxKey } from '../outbox/return-tokens.ts';
import { mailReturns, shutMailboxes } from '../outbox/tables.ts';
import { giveConsent } from '../people/consents.ts';
import { aPerson } from '../people/fixtures.ts';
import { provePressed } from '../people/points.ts';
import { consents, people } from '../people/tables.ts';
import { sealedIdFor } from '../site/tokens.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aMailing, sendMailings } from './fixtures.ts';
import { aSentMailing, kindsInHistory, listRefused, listShut } from './return-fixtures.ts';
import { mailings } from './tables.ts';

const single = (site: TestSite, to: string, typed?: 'form') =>
  site.ctx().change((tx) =>
    promiseMails(tx, [
      {
        ...{ key: newId(), to, language: 'en', subject: 'Hello', letter: { paragraphs: ['Hello'] } },
        ...(typed && { typed }),
      },
    ]),
  );
const stateOfLast = async (site: TestSite) => (await site.mails()).at(-1)?.state;

test('no mailing goes to a shut mailbox, and what its owner asked for does', async () => {
  const { site, address, comeBack } = await aSentMailing();
  await comeBack();
  const mailbox = await aMailbox();
  const next = await aMailing(site);
  const ana = await aPerson(site, next.group, { email: address });
  await site.db
    .update(people)
    .set({ tags: ['all'] })
    .where(eq(people.id, ana.id));
  await next.run();
  await next.send(mailbox);
  expect(await stateOfLast(site)).toBe('refused');
  expect(await kindsInHistory(site, ana.id)).toEqual(['mail-refused']);
  await single(site, address);
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('refused');
  expect(mailbox.mails()).toEqual([]);
  await single(site, address, 'form');
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('sent');
});

test('a press of a link from the mailbox opens it, in every group; one without its mark, or with another, does not', async () => {
  const { site, ana, address, comeBack } = await aSentMailing();
  await comeBack();
  const press = (sealed: string) =>
    site.ctx().change((tx) => provePressed(tx, site.house, { personId: ana.id, sealed, first: address }));
  const { secret } = site.house.settings;
  const marked = (email: string) => sealedIdFor(secret, 'signature', { id: ana.id, email });
  expect(await press(ana.unsubscribe)).toBeNull();
  expect(await press(marked('somebody@example.org'))).toBeNull();
  expect(await listShut(site)).toHaveLength(1);
  expect(await press(marked(address))).toBe(address);
  expect(await listShut(site)).toEqual([]);
  expect(await listRefused(site)).toEqual([]);
});

test('a complaint is a no to that group, and shuts the mailbox for mailings alone', async () => {
  const { site, ana, elsewhere, address, complain, mailing } = await aSentMailing();
  await site.ctx().change(async (tx) => {
    for (const { id: personId, groupId } of [ana, elsewhere])
      await giveConsent(tx, site.house, {
        personId,
        groupId,
        way: 'email',
        purpose: 'updates',
        how: 'signature',
      });
  });
  expect(await complain()).toBe(true);
  const answers = await site.db.select().from(consents);
  expect(answers.map(({ personId, given, how }) => ({ personId, given, how }))).toEqual(
    expect.arrayContaining([
      { personId: ana.id, given: 'no', how: 'complaint' },
      { personId: elsewhere.id, given: 'yes', how: 'signature' },
    ]),
  );
  expect(await kindsInHistory(site, ana.id)).toEqual(expect.arrayContaining(['complained', 'unsubscribed']));
  const [counted] = await site.db.select().from(mailings).where(eq(mailings.id, mailing.id));
  expect(counted).toMatchObject({ cameBackCount: 0, complaintCount: 1 });
  const mailbox = await aMailbox();
  await single(site, address);
  await sendMailings(site, mailbox);
  expect(await stateOfLast(site)).toBe('sent');
});

test('where a letter was called spam, only a yes of their own opens the mailbox', async () => {
  const { site, ana, address, complain } = await aSentMailing();
  await complain();
  await site
    .ctx()
    .change((tx) =>
      provePressed(tx, site.house, { personId: ana.id, sealed: ana.unsubscribe, first: address }),
    );
  expect(await listShut(site)).toEqual([{ why: 'complaint' }]);
  const yes = { personId: ana.id, groupId: ana.groupId, way: 'email', purpose: 'updates' } as const;
  await site.ctx().change((tx) => giveConsent(tx, site.house, { ...yes, how: 'import' }));
  expect(await listShut(site)).toHaveLength(1);
  await site.db.delete(consents);
  await site.ctx().change((tx) => giveConsent(tx, site.house, { ...yes, how: 'own-page' }));
  expect(await listShut(site)).toEqual([]);
});

test('a mailbox that was full four times within a month rests for 60 days', async () => {
  const { site, ana, address, comeBack } = await aSentMailing();
  const key = mailboxKey(site.house, address);
  const earlier = (days: number) => ({
    ...{ mailId: newId(), kind: 'later' as const, mailboxKey: key },
    at: sql`now() - make_interval(days => ${days})`,
  });
  await site.db.insert(mailReturns).values([earlier(9), earlier(6), earlier(3)]);
  await comeBack('5.2.2');
  expect(await listShut(site)).toEqual([]);
  await site.db
    .update(mailReturns)
    .set({ at: sql`now() - interval '10 days'` })
    .where(sql`at < now() - interval '8 days'`);
  await site.db.delete(mailReturns).where(sql`mail_id in (select id from mails)`);
  await comeBack('5.2.2');
  expect(await listShut(site)).toEqual([{ why: 'full' }]);
  expect(await listRefused(site)).toEqual([]);
  expect(await kindsInHistory(site, ana.id)).toContain('mail-put-off');
  await site.sweep('outbox.forget-returns');
  expect(await listShut(site)).toHaveLength(1);
  await site.db.update(shutMailboxes).set({ since: sql`now() - interval '61 days'` });
  await site.sweep('outbox.forget-returns');
  expect(await listShut(site)).toEqual([]);
});

test('what came back is forgotten after 90 days, and a mailbox that is gone stays shut', async () => {
  const { site, comeBack } = await aSentMailing();
  await comeBack();
  await site.db.update(mailReturns).set({ at: sql`now() - interval '91 days'` });
  await site.db.update(shutMailboxes).set({ since: sql`now() - interval '91 days'` });
  await site.sweep('outbox.forget-returns');
  expect(await site.db.select().from(mailReturns)).toEqual([]);
  expect(await listShut(site)).toEqual([{ why: 'gone' }]);
});

test('what the mail server refuses at once shuts the mailbox too', async () => {
  const site = await aSite();
  const mailing = await aMailing(site);
  const ana = await mailing.add();
  const elsewhere = await aPerson(site, await aGroup(site), { email: ana.email });
  const mailbox = await aMailbox();
  mailbox.refuse(ana.email ?? '');
  await mailing.run();
  await mailing.send(mailbox);
  expect(await listShut(site)).toEqual([{ why: 'gone' }]);
  expect((await listRefused(site)).sort()).toEqual([ana.id, elsewhere.id].sort());
  expect(await kindsInHistory(site, ana.id)).toEqual(['mail-refused']);
});

test('who sees the people of a group reads why nothing goes to an address, as does its owner', async () => {
  const { site, mailing, ana, comeBack } = await aSentMailing();
  const { group } = mailing;
  const reach = `/groups/${group.slug}/people/${ana.id}/reach`;
  expect((await site.as(group.steward).get(reach)).body.shut).toBeNull();
  await comeBack();
  const shut = { why: 'gone', since: expect.any(String) };
  const { body } = await site.as(group.steward).get(reach);
  expect(body).toMatchObject({ shut });
  expect(body.ways.find(({ way }: { way: string }) => way === 'email')).toMatchObject({ may: false });
  expect((await site.as(null).get(`/own-records/${ana.ownRecord}`)).body).toMatchObject({ shut });
  const member = await aMember(site, group);
  expect((await site.as(member).get(reach)).status).toBe(404);
});

test('that a letter was called spam is told to the group whose letter it was, and to no other', async () => {
  const { site, mailing, ana, other, elsewhere, complain } = await aSentMailing();
  await complain();
  const reachIn = async ({ slug, steward }: typeof other, { id }: { id: string }) =>
    (await site.as(steward).get(`/groups/${slug}/people/${id}/reach`)).body;
  expect(await reachIn(mailing.group, ana)).toMatchObject({ shut: { why: 'complaint' } });
  expect(await reachIn(other, elsewhere)).toMatchObject({ shut: null });
});

test('an own page tells how a no came about, and a yes there ends it', async () => {
  const { site, ana, complain } = await aSentMailing();
  await complain();
  const own = await site.as(null).get(`/own-records/${ana.ownRecord}`);
  expect(own.body).toMatchObject({
    shut: { why: 'complaint' },
    consents: [{ given: 'no', how: 'complaint' }],
  });
  expect((await site.as(null).put(`/subscriptions/${ana.unsubscribe}`)).status).toBe(200);
  expect(await listShut(site)).toEqual([]);
});

test('no organizer’s word opens a mailbox from which a letter was called spam', async () => {
  const { site, mailing, ana, complain } = await aSentMailing();
  await complain();
  const said = { way: 'email', given: 'yes', manner: 'phone' };
  const path = `/groups/${mailing.group.slug}/people/${ana.id}/spoken-answer`;
  expect((await site.as(mailing.group.steward).put(path, said)).status).toBe(409);
  await site.db.update(consents).set({ at: sql`now() - interval '2 days'` });
  expect((await site.as(mailing.group.steward).put(path, said)).status).toBeLessThan(300);
  expect(await listShut(site)).toEqual([{ why: 'complaint' }]);
});
