import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { forgetOldMail } from '../outbox/actions.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import type { TestSite } from '../testing.ts';
import { aWriter } from './fixtures.ts';

const news = { subject: 'We won', body: 'The branch stays.' };

/** A mailing to three who signed a campaign and agreed, and to none of those who did not; not sent. */
async function aTelling(options: Parameters<typeof aCampaign>[3] = {}) {
  const writer = await aWriter();
  const { site, group, organizer, asOrganizer, begin } = writer;
  const campaign = await aCampaign(site, group, organizer, options);
  const signers = [];
  for (const updates of [true, true, true, false])
    signers.push(await aSignature(site, campaign, { updates }));
  const mailbox = await aMailbox();
  // What those who signed were mailed before.
  await sendMailings(site, mailbox);
  const line = options.action === 'pledge' ? 'pledged' : 'signed';
  const mailing = await begin({ ...news, lines: `add:${line}:campaign=${campaign.id}` });
  const id = mailing.split('/').at(-1) ?? '';
  const isNow = async (expected: object) =>
    expect((await asOrganizer.get(mailing)).body).toMatchObject(expected);
  /** Sent, without its ten minutes. */
  const start = async (count = 3) => {
    expect((await asOrganizer.put(`${mailing}/sending`, { when: 'now', count })).status).toBe(204);
    expect((await asOrganizer.delete(`${mailing}/wait`)).status).toBe(204);
  };
  const next = () => promiseNext(site, id);
  const deliver = (count?: number) => sendMailings(site, mailbox, count);
  const got = () => mailbox.mails().filter(({ subject }) => subject === news.subject);
  return { ...writer, campaign, signers, mailing, id, isNow, start, next, deliver, got };
}

test('it goes to those who signed, confirmed and agreed, once each, with a way out, and says why', async () => {
  const { site, group, organizer, campaign, signers, start, next, deliver, got } = await aTelling();
  const another = await aCampaign(site, group, organizer);
  await aSignature(site, another, { updates: true });
  await aSignature(site, campaign, { updates: true, confirmed: false });
  const gone = await aSignature(site, campaign, { updates: true });
  await site.as(null).delete(`/signatures/${gone.sealed}`);
  await start();
  await next();
  await next();
  await deliver();
  const agreed = signers.slice(0, 3).map(({ email }) => email);
  expect(
    got()
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(agreed.sort());
  const ways = got().map(({ text }) => /unsubscribe\/([\w-]+)/.exec(text)?.[1]);
  expect(new Set(ways).size).toBe(3);
  expect(got()[0]?.text.replaceAll(/\s+/g, ' ')).toContain('because you signed “Keep branch');
});

test('of a pledge it goes to those who pledged', async () => {
  const { start, next, deliver, got } = await aTelling({ action: 'pledge', pledgeText: 'I will come.' });
  await start();
  await next();
  await deliver();
  expect(got()).toHaveLength(3);
});

test('it is sent to as many as a server took its mail for, and to none before', async () => {
  const { isNow, start, next, deliver } = await aTelling();
  await start();
  await next();
  await isNow({ progress: { sentCount: 0, totalCount: 3, isOver: false } });
  await deliver(2);
  await isNow({ progress: { sentCount: 2, totalCount: 3, isOver: false } });
  await deliver(1);
  await isNow({ progress: { sentCount: 3, totalCount: 3, isOver: true } });
});

test('the list says of one under way how many have it, and of no other', async () => {
  const { asOrganizer, path, mailing, start, next, deliver, begin } = await aTelling();
  const rows = async () => (await asOrganizer.get(`${path}/mailings`)).body.rows;
  await begin();
  expect(await rows()).toMatchObject([{ sentCount: null }, { sentCount: null }]);
  await start();
  await next();
  await deliver(2);
  expect(await rows()).toMatchObject([
    { state: 'draft', sentCount: null },
    { state: 'sending', receiverCount: 3, sentCount: 2 },
  ]);
  await asOrganizer.put(`${mailing}/stop`);
  expect((await rows())[1]).toMatchObject({ state: 'stopped', receiverCount: 3, sentCount: 2 });
});

test('its count of mails is known when the Outbox has forgotten them', async () => {
  const { site, isNow, start, next, deliver } = await aTelling();
  await start();
  await next();
  await deliver(2);
  // One waits still: nothing is noted, and nothing of it is forgotten.
  await site.sweep('mailings.settle');
  await isNow({ state: 'sending', progress: { sentCount: 2, totalCount: 3, isOver: false } });
  await deliver(1);
  await site.sweep('mailings.settle');
  await forgetOldMail(site.ctx(), 0);
  await isNow({ state: 'sent', receiverCount: 3, progress: { sentCount: 3, totalCount: 3, isOver: true } });
});

test('on a site without a mail server it goes to nobody, and says how many lie in the Outbox', async () => {
  const { site, isNow, start } = await aTelling();
  await start();
  await site.work();
  await isNow({ progress: { sentCount: 0, totalCount: 0, keptCount: 3, isOver: true } });
  await site.sweep('mailings.settle');
  await isNow({ progress: { keptCount: 3 } });
  await site.db.update(mailings).set({ startedAt: sql`now() - interval '26 days'` });
  await site.sweep('mailings.settle');
  await isNow({ progress: { sentCount: 0, keptCount: 0, isOver: true } });
});

test('stopped it reaches nobody more, and those it did not reach when it goes on, of whom nobody is new', async () => {
  const { site, asOrganizer, campaign, mailing, isNow, start, next, deliver, got } = await aTelling();
  await start();
  await next();
  await deliver(1);
  await isNow({ progress: { can: { stop: true, resume: false } } });
  expect((await asOrganizer.put(`${mailing}/stop`)).status).toBe(204);
  await isNow({ state: 'stopped', progress: { sentCount: 1, totalCount: 3, isStopped: true } });
  await isNow({ progress: { can: { stop: false, resume: true } } });
  const late = await aSignature(site, campaign, { updates: true });
  await site.work();
  await deliver(3);
  expect(got()).toHaveLength(1);
  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
  await next();
  await deliver();
  await isNow({ progress: { sentCount: 3, totalCount: 3, isOver: true, can: { stop: false } } });
  const receivers = got().flatMap(({ to }) => to);
  expect(new Set(receivers).size).toBe(3);
  expect(receivers).not.toContain(late.email);
});

test('what is over is neither stopped nor resumed', async () => {
  const { site, asOrganizer, mailing, start } = await aTelling();
  await start();
  await site.work();
  for (const deed of ['put', 'delete'] as const)
    expect((await asOrganizer[deed](`${mailing}/stop`)).status).toBe(403);
  await site.sweep('mailings.settle');
  for (const deed of ['put', 'delete'] as const)
    expect((await asOrganizer[deed](`${mailing}/stop`)).status).toBe(403);
});

test(
  'more than a batch goes out to the last one, and jobs that run twice repeat nobody',
  { timeout: 120_000 },
  async () => {
    const { site, group, campaign, id, isNow, start } = await aTelling();
    await manySigners(site, { groupId: group.id, campaignId: campaign.id, count: 1_097 });
    await start(1_100);
    // Two workers take the same job, and one of them again: as after a crash between the work and its acknowledgement.
    await Promise.all([promiseNext(site, id), promiseNext(site, id)]);
    await site.work();
    const mails = (await site.mails()).filter(({ subject }) => subject === news.subject);
    expect(mails).toHaveLength(1_100);
    expect(new Set(mails.map(({ toAddress }) => toAddress)).size).toBe(1_100);
    await isNow({ receiverCount: 1_100, progress: { keptCount: 1_100, isOver: true } });
  },
);

/** Too many to sign one by one: rows as signing, confirming and agreeing leave them. */
async function manySigners(
  site: TestSite,
  { groupId, campaignId, count }: { groupId: string; campaignId: string; count: number },
) {
  await site.house.db.execute(`
    with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), '${groupId}', 'many' || n || '@example.org', 'Many ' || n, 'en', 'signature'
      from generate_series(1, ${count}) n returning id
    ), agreed as (
      insert into consents (group_id, person_id, way, purpose, given, how)
      select '${groupId}', id, 'email', 'updates', 'yes', 'signature' from made
    )
    insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
    select gen_random_uuid(), '${groupId}', '${campaignId}', id, 'signature', 'Many', now() from made`);
}
