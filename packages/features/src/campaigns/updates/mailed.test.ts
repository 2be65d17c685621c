import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { promiseNext, sendMailings } from '../../mailings/fixtures.ts';
import { mailings } from '../../mailings/tables.ts';
import { forgetOldMail } from '../../outbox/actions.ts';
import { aMailbox, sendTo } from '../../outbox/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

const news = { title: 'We won', body: 'The branch stays.', mail: true };

test('an update is mailed to as many as a server took its mail for, and to none before', async () => {
  const site = await aSite();
  const { mailingIs, id, send } = await anUpdate(site);
  await mailingIs({ sentCount: 0, totalCount: 3, isOver: false });
  await promiseNext(site, id);
  await mailingIs({ sentCount: 0, totalCount: 3, isOver: false });
  await send(2);
  await mailingIs({ sentCount: 2, totalCount: 3, isOver: false });
  await send(1);
  await mailingIs({ sentCount: 3, totalCount: 3, isOver: true });
});

test('an update’s count of mails is known when the Outbox has forgotten them', async () => {
  const site = await aSite();
  const { mailingIs, id, send } = await anUpdate(site);
  await promiseNext(site, id);
  await send(2);
  // One waits still: nothing is noted, and nothing of it is forgotten.
  await site.sweep('mailings.settle');
  await mailingIs({ sentCount: 2, totalCount: 3, isOver: false });
  await send(1);
  await site.sweep('mailings.settle');
  await forgetOldMail(site.ctx(), 0);
  await mailingIs({ sentCount: 3, totalCount: 3, isOver: true });
});

test('an update of a site without a mail server is mailed to nobody, and says how many lie in the Outbox', async () => {
  const site = await aSite();
  const { mailingIs } = await anUpdate(site);
  await site.work();
  await mailingIs({ sentCount: 0, totalCount: 0, keptCount: 3, isOver: true });
  await site.sweep('mailings.settle');
  await mailingIs({ keptCount: 3 });
  await site.db.update(mailings).set({ startedAt: sql`now() - interval '26 days'` });
  await site.sweep('mailings.settle');
  await mailingIs({ sentCount: 0, keptCount: 0, isOver: true });
});

test('an update that is stopped reaches nobody more, and those it did not reach when it goes on', async () => {
  const site = await aSite();
  const { mailingIs, id, path, organizer, mailbox, send } = await anUpdate(site);
  await promiseNext(site, id);
  await send(1);
  await mailingIs({ isStopped: false, can: { stop: true, resume: false } });
  expect((await site.as(organizer).put(`${path}/updates/${id}/stop`)).status).toBe(204);
  await mailingIs({ sentCount: 1, totalCount: 3, isOver: false, isStopped: true });
  await mailingIs({ can: { stop: false, resume: true } });
  await site.work();
  await send(3);
  expect(mailbox.mails()).toHaveLength(1);
  expect((await site.as(organizer).delete(`${path}/updates/${id}/stop`)).status).toBe(204);
  await promiseNext(site, id);
  await send(3);
  await mailingIs({ sentCount: 3, totalCount: 3, isOver: true, can: { stop: false, resume: false } });
  expect(new Set(mailbox.mails().flatMap(({ to }) => to)).size).toBe(3);
});

test('who says no, or withdraws, after an update was promised to them does not get it', async () => {
  const site = await aSite();
  const { id, mailbox, send, mailingIs, signers } = await anUpdate(site);
  await promiseNext(site, id);
  const [no, withdrawn, stays] = signers.map(({ email }) => email);
  const waiting = await site.mails();
  const out = waiting.find(({ toAddress }) => toAddress === no)?.letter?.unsubscribe?.url ?? '';
  await site.as(null).delete(`/subscriptions/${out.split('/').at(-1)}`);
  await site.as(null).delete(`/signatures/${signers.find(({ email }) => email === withdrawn)?.sealed}`);
  await send(3);
  expect(mailbox.mails().flatMap(({ to }) => to)).toEqual([stays]);
  await mailingIs({ sentCount: 1, totalCount: 1, isOver: true });
});

test('of how many an update is, is counted when it begins, and again when it goes on', async () => {
  const site = await aSite();
  const { mailingIs, id, path, organizer } = await anUpdate(site);
  await promiseNext(site, id);
  await site.as(organizer).put(`${path}/updates/${id}/stop`);
  await aSignature(site, { path }, { updates: true });
  await mailingIs({ totalCount: 3, isStopped: true });
  await site.as(organizer).delete(`${path}/updates/${id}/stop`);
  await promiseNext(site, id);
  await mailingIs({ totalCount: 4 });
});

test('only those who mail its news stop an update, and of their own campaign', async () => {
  const site = await aSite();
  const { path, id, organizer, steward, member, outsider, group } = await anUpdate(site);
  for (const account of [member, outsider])
    expect((await site.as(account).put(`${path}/updates/${id}/stop`)).status).toBe(403);
  expect((await site.as(null).put(`${path}/updates/${id}/stop`)).status).toBe(401);
  const another = await aCampaign(site, group, organizer);
  expect((await site.as(organizer).put(`${another.path}/updates/${id}/stop`)).status).toBe(404);
  expect((await site.as(steward).put(`${path}/updates/${id}/stop`)).status).toBe(204);
  for (const account of [member, outsider])
    expect((await site.as(account).delete(`${path}/updates/${id}/stop`)).status).toBe(403);
});

test('what is on the page only, or over, cannot be stopped', async () => {
  const site = await aSite();
  const { path, id, organizer } = await anUpdate(site);
  const { body } = await site.as(organizer).post(`${path}/updates`, { ...news, mail: false });
  expect((await site.as(organizer).put(`${path}/updates/${body.id}/stop`)).status).toBe(404);
  await site.work();
  await site.sweep('mailings.settle');
  for (const deed of ['put', 'delete'] as const)
    expect(await site.as(organizer)[deed](`${path}/updates/${id}/stop`)).toMatchObject({
      status: 409,
      body: { code: 'mailings.state' },
    });
});

/** News of a campaign with three who are to have it, which nobody has begun to mail. */
async function anUpdate(site: TestSite) {
  const cast = await aCast(site);
  const { path } = await aCampaign(site, cast.group, cast.organizer);
  const signers = [];
  for (const updates of [true, true, true, false])
    signers.push(await aSignature(site, { path }, { updates }));
  // What those who signed were mailed before.
  await sendTo(site, await aMailbox());
  const { body } = await site.as(cast.organizer).post(`${path}/updates`, news);
  const mailingIs = async (expected: object) =>
    expect((await site.as(cast.organizer).get(`${path}/updates`)).body.rows[0].mailing).toMatchObject(
      expected,
    );
  const mailbox = await aMailbox();
  const send = (count: number) => sendMailings(site, mailbox, count);
  return { ...cast, path, id: body.id as string, mailbox, mailingIs, send, signers };
}
