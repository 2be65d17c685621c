import { anAccount } from '../accounts/fixtures.ts';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aMessage, aTalk } from '../messaging/fixtures.ts';
import type { TestSite } from '../testing.ts';

type Account = { token: string };
type Options = { by: Account | null; kind: string; key: string; note?: string };

/** A report that `by` made of a subject; `readBy` is someone whom it reached. Returns its id. */
export async function aReport(
  site: TestSite,
  { by, kind, key, note = 'Someone’s address in the open.' }: Options,
  readBy: { account: Account; list: string },
): Promise<string> {
  const { status } = await site.as(by).put(`/subjects/${kind}/${key}/report`, { note });
  if (status !== 204) throw new Error(`the report was answered ${status}`);
  const { body } = await site.as(readBy.account).get(readBy.list);
  return String(body.rows.at(-1).id);
}

/** A talk in which the member said what the organizer's group would not have. */
export async function aBadWord(site: TestSite, body = 'He lives at Linden 2.') {
  const talk = await aTalk(site);
  const reporter = await anAccount(site);
  await aMember(site, talk.group, 'member', reporter);
  const message = await aMessage(site, { by: talk.member, channelId: talk.general.id, body });
  const list = `/groups/${talk.group.slug}/reports`;
  const openFor = async (account: Account) => (await site.as(account).get(list)).body.rows;
  const report = (note?: string, by: Account = reporter) =>
    aReport(
      site,
      { by, kind: 'message', key: message.id, ...(note && { note }) },
      { account: talk.organizer, list },
    );
  return { ...talk, reporter, message, list, openFor, report };
}

/** A public group with a published campaign, its signer's comment on it, and an event; `siteSteward` looks after the site. */
export async function aStage(site: TestSite) {
  const talk = await aTalk(site, { visibility: 'public' });
  const { group, organizer, steward } = talk;
  const siteSteward = await anAccount(site, { name: 'Sita Site', isSiteSteward: true });
  const campaign = await aCampaign(site, group, organizer, { story: 'Boone sold the branch.' });
  const comment = 'Boone is a thief.';
  const signer = await aSignature(site, campaign, { name: 'Cara Comment', comment, showName: true });
  const [{ id: commentId }] = (await site.as(null).get(campaign.path)).body.recentSigners;
  const event = await anEvent(site, { group: { ...group, steward } });
  const list = `/groups/${group.slug}/reports`;
  /** Reports a thing, and answers the id of its report as `readBy` sees it. */
  const report = async (
    kind: string,
    key: string,
    options: { by?: Account | null; readBy?: Account } = {},
  ) => {
    const { by = null, readBy = siteSteward } = options;
    return aReport(
      site,
      { by, kind, key },
      { account: readBy, list: readBy === siteSteward ? '/site/reports' : list },
    );
  };
  const decide = (id: string, by: Account, deed: string) =>
    site.as(by).put(`/reports/${id}/decision`, { deed, reason: 'It names a person.' });
  const openFor = async (account: Account, path = list) => (await site.as(account).get(path)).body.rows;
  return { ...talk, siteSteward, campaign, signer, commentId, event, list, report, decide, openFor };
}
