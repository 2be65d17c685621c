import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { startMailing } from '../../mailings/actions.ts';
import { promiseNext, sendMailings } from '../../mailings/fixtures.ts';
import { mailings } from '../../mailings/tables.ts';
import { aMailbox } from '../../outbox/fixtures.ts';
import { aSite } from '../../testing.ts';
import { signers } from '../audiences.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { hideCampaign } from '../hidings/actions.ts';

const news = { title: 'We won', body: 'The branch stays.' };

/** An update that the version before began to mail, to one who signed. */
async function anUpdateUnderWay() {
  const site = await aSite();
  const { group, organizer, steward } = await aCast(site);
  const { path, id: campaignId } = await aCampaign(site, group, organizer);
  const { email } = await aSignature(site, { path }, { updates: true });
  await aSignature(site, { path }, { updates: false });
  const { id } = (await site.as(organizer).post(`${path}/updates`, news)).body;
  const mailbox = await aMailbox();
  await sendMailings(site, mailbox);
  const audience = signers.of({ campaignId });
  const about = { groupId: group.id, kind: 'campaigns.update', aboutId: id as string, audience };
  await site.ctx().change((tx) => startMailing(tx, null, about));
  await promiseNext(site, id);
  const mailed = async () => {
    await sendMailings(site, mailbox);
    return mailbox.mails().filter(({ subject }) => subject === news.title);
  };
  return { site, steward, campaignId, id: id as string, email, mailed };
}

test('an update that the version before began to mail goes out, with its way out', async () => {
  const { email, mailed } = await anUpdateUnderWay();
  const mails = await mailed();
  expect(mails.map(({ to }) => to)).toEqual([[email]]);
  expect(mails[0]?.text).toContain('/unsubscribe/');
});

test('one whose campaign is hidden meanwhile goes to nobody, and is stopped', async () => {
  const { site, steward, campaignId, id, mailed } = await anUpdateUnderWay();
  await site
    .ctx()
    .change((tx) => hideCampaign(tx, { id: campaignId, actorId: steward.id, reason: 'It names a person.' }));
  expect(await mailed()).toEqual([]);
  const [mailing] = await site.db.select().from(mailings).where(eq(mailings.aboutId, id));
  expect(mailing?.state).toBe('stopped');
});
