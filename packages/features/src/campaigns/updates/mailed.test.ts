import { eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { forgetOldMail } from '../../outbox/actions.ts';
import { aMailbox, sendTo } from '../../outbox/fixtures.ts';
import { mails } from '../../outbox/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { mailUpdate } from './actions.ts';
import { noteMailed } from './mailed.ts';
import { campaignUpdates } from './tables.ts';

const news = { title: 'We won', body: 'The branch stays.', mail: true };

test('an update is mailed to as many as a server took its mail for, and to none before', async () => {
  const site = await aSite();
  const { mailingIs, id, send } = await anUpdate(site);
  await mailingIs({ sentCount: 0, totalCount: 3, isOver: false });
  await mailUpdate(site.ctx(), id);
  await mailingIs({ sentCount: 0, totalCount: 3, isOver: false });
  await send(2);
  await mailingIs({ sentCount: 2, totalCount: 3, isOver: false });
  await send(1);
  await mailingIs({ sentCount: 3, totalCount: 3, isOver: true });
});

test('how many it was mailed to is known when the Outbox has forgotten their mails', async () => {
  const site = await aSite();
  const { mailingIs, id, send } = await anUpdate(site);
  await mailUpdate(site.ctx(), id);
  await send(2);
  // One waits still: nothing is noted, and nothing of it is forgotten.
  await noteMailed(site.ctx());
  await mailingIs({ sentCount: 2, totalCount: 3, isOver: false });
  await send(1);
  await noteMailed(site.ctx());
  await forgetOldMail(site.ctx(), 0);
  await mailingIs({ sentCount: 3, totalCount: 3, isOver: true });
});

test('where there is no mail server an update is mailed to nobody, and says how many lie in the Outbox', async () => {
  const site = await aSite();
  const { mailingIs, id } = await anUpdate(site);
  await site.work();
  await mailingIs({ sentCount: 0, totalCount: 0, keptCount: 3, isOver: true });
  await noteMailed(site.ctx());
  await mailingIs({ keptCount: 3 });
  const longAgo = sql`now() - interval '26 days'`;
  await site.db.update(campaignUpdates).set({ mailedAt: longAgo }).where(eq(campaignUpdates.id, id));
  await noteMailed(site.ctx());
  await mailingIs({ sentCount: 0, keptCount: 0, isOver: true });
});

/** News of a campaign with three who are to have it, which nobody has begun to mail. */
async function anUpdate(site: TestSite) {
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  for (const updates of [true, true, true, false]) await aSignature(site, { path }, { updates });
  const { body } = await site.as(organizer).post(`${path}/updates`, news);
  const mailingIs = async (expected: object) =>
    expect((await site.as(organizer).get(`${path}/updates`)).body.rows[0].mailing).toMatchObject(expected);
  const mailbox = await aMailbox();
  const send = async (count: number) => {
    const waiting = (await site.mails()).filter(
      ({ key, state }) => key.startsWith('update:') && state === 'promised',
    );
    const others = inArray(
      mails.id,
      waiting.slice(count).map(({ id }) => id),
    );
    await site.db.update(mails).set({ dueAt: null }).where(others);
    await sendTo(site, mailbox);
    await site.db
      .update(mails)
      .set({ dueAt: sql`now()` })
      .where(others);
  };
  return { id: body.id as string, mailingIs, send };
}
