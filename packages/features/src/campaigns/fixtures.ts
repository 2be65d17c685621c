import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { contextFor, NOBODY, type House } from '../context.ts';
import { aGroup, type AGroup } from '../groups/fixtures.ts';
import type { TestSite } from '../testing.ts';
import { createCampaign, publishCampaign } from './actions.ts';
import type { NewCampaign } from './contract.ts';
import type { NewFrame } from './frames/contract.ts';
import { writeCountProof } from './proofs/writing.ts';
import { findCampaign } from './queries.ts';

type Options = Partial<NewCampaign> & {
  state?: 'draft' | 'published' | 'paused' | 'won' | 'lost' | 'closed';
};
type Account = { token: string };
let count = 0;

/** A campaign of a group, published unless another state is given, made by `by`: one who publishes for the group. */
export async function aCampaign(site: TestSite, group: { slug: string }, by: Account, options: Options = {}) {
  count += 1;
  const { state = 'published', ...written } = options;
  const asker = site.as(by);
  const made = await asker.post(`/groups/${group.slug}/campaigns`, {
    title: `Keep branch ${count} open`,
    ask: 'The council votes on 14 December.',
    action: 'petition',
    ...written,
  });
  if (made.status !== 201) throw new Error(`no campaign: ${made.status} ${JSON.stringify(made.body)}`);
  const draft = `/campaigns/${made.body.slug}`;
  const { id, slug } = state === 'draft' ? made.body : (await asker.put(`${draft}/publication`)).body;
  const path = `/campaigns/${slug}`;
  if (state === 'paused') await asker.put(`${path}/pause`);
  if (state === 'won' || state === 'lost' || state === 'closed')
    await asker.put(`${path}/outcome`, { outcome: state });
  return { id: id as string, slug: slug as string, path };
}

/** A published campaign of a group, for a test without an api. */
export async function aPublishedCampaign(
  { house }: { house: House },
  { slug, steward }: AGroup,
  options: Partial<NewCampaign> = {},
) {
  const ctx = contextFor(house, { ...NOBODY, ...steward, signedIn: true });
  const asked = {
    title: 'Keep the branch open',
    ask: 'The council votes.',
    action: 'petition' as const,
    ...options,
  };
  const draft = await createCampaign(ctx, slug, asked);
  await publishCampaign(ctx, draft);
  return findCampaign(ctx, draft);
}

/** A group that stands with a campaign, asked by one who publishes it; `code` is of its own link. */
export async function aSponsor(
  site: TestSite,
  campaign: { slug: string; path: string },
  { by, group }: { by: Account; group: AGroup },
) {
  await site.as(by).put(`${campaign.path}/sponsors/${group.slug}`, {});
  const path = `/groups/${group.slug}/sponsorships/${campaign.slug}`;
  const answer = await site.as(group.steward).put(path, { answer: 'yes' });
  if (answer.status !== 204) throw new Error(`no sponsor: ${answer.status} ${JSON.stringify(answer.body)}`);
  const asked = `/groups/${group.slug}/links?path=${encodeURIComponent(campaign.path)}`;
  const [link] = (await site.as(group.steward).get(asked)).body.rows;
  return { path, code: link.code as string };
}

/** A campaign of one group with which another stands; `code` is of that one's own link, `sponsorship` where it sees what came of it. */
export async function aCarriedCampaign(site: TestSite) {
  const [home, riders] = [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
  const campaign = await aCampaign(site, home, home.steward, { title: 'Save the library' });
  const { code, path: sponsorship } = await aSponsor(site, campaign, { by: home.steward, group: riders });
  return { home, riders, campaign, code, sponsorship };
}

/** A frame of a campaign's home group, out unless it is to be a draft; `path` is of its page, `code` of its link. */
export async function aFrame(
  site: TestSite,
  campaign: { path: string },
  by: Account,
  { isDraft = false, ...written }: Partial<NewFrame> & { isDraft?: boolean } = {},
) {
  const made = await site.as(by).post(`${campaign.path}/frames`, { ...FRAME, ...written });
  if (made.status !== 201) throw new Error(`no frame: ${made.status} ${JSON.stringify(made.body)}`);
  const draft = `${campaign.path}/frames/${made.body.slug}`;
  if (!isDraft) await site.as(by).put(`${draft}/publication`, { version: 1 });
  return frameAt(site, campaign, by, draft);
}

/** A frame that a group tells which stands with the campaign; out if `home` says yes, else a draft or, if so, `asked`. */
export async function aSponsorFrame(
  site: TestSite,
  campaign: { slug: string; path: string },
  group: AGroup,
  {
    home,
    asks = home !== undefined,
    ...written
  }: Partial<NewFrame> & { home?: Account; asks?: boolean } = {},
) {
  const by = group.steward;
  const made = await site
    .as(by)
    .post(`/groups/${group.slug}/sponsorships/${campaign.slug}/frames`, { ...FRAME, ...written });
  if (made.status !== 201) throw new Error(`no frame: ${made.status} ${JSON.stringify(made.body)}`);
  const draft = `${campaign.path}/frames/${made.body.slug}`;
  if (asks) await site.as(by).put(`${draft}/question`);
  if (home) await site.as(home).put(`${draft}/publication`, { version: 1 });
  return frameAt(site, campaign, by, draft);
}

const FRAME = { title: 'Keep the block online', ask: 'The library has the only free line.' };

async function frameAt(site: TestSite, campaign: { path: string }, by: Account, draft: string) {
  const { frame } = (await site.as(by).get(draft)).body;
  const { id, slug, link } = frame as { id: string; slug: string; link: { code: string } | null };
  return { id, slug, path: `${campaign.path}/frames/${slug}`, code: link?.code ?? '' };
}

/** Someone without an account signs; `sealed` opens their signature as the link in the mail does. */
export async function aSignature(site: TestSite, campaign: { path: string }, options: SignatureOptions = {}) {
  count += 1;
  const { confirmed = true, ...typed } = options;
  const email = typed.email ?? `sam${count}@example.org`;
  const answer = await site
    .as(null)
    .post(`${campaign.path}/signatures`, { name: 'Sam Ortiz', updates: false, ...typed, email });
  if (answer.status !== 202) throw new Error(`no signature: ${answer.status} ${JSON.stringify(answer.body)}`);
  const sealed = await sealedSignature(site, email);
  // As the page behind the link in the mail does.
  if (typed.shares && confirmed)
    await site.as(null).put(`/signatures/${sealed}/shares`, { shares: typed.shares });
  if (confirmed) await site.as(null).put(`/signatures/${sealed}/confirmation`);
  return { email, sealed };
}

/** So many sign, who have no account. */
export async function manySignatures(
  site: TestSite,
  campaign: { path: string },
  options: SignatureOptions & { count: number },
) {
  const { count: many, ...typed } = options;
  const signed = [];
  for (let one = 0; one < many; one += 1) signed.push(await aSignature(site, campaign, typed));
  return signed;
}

/** A campaign whose count was proven once. */
export async function aProvenCampaign(site: TestSite, group: { slug: string }, by: Account) {
  const campaign = await aCampaign(site, group, by);
  await manySignatures(site, campaign, { count: 10 });
  const { body } = await site.as(by).post(`${campaign.path}/proofs`);
  await writeCountProof(site.ctx(), body.id);
  return { ...campaign, proofId: body.id as string };
}

/** A campaign that shares in proportion, of which lots were drawn for its home group. */
export async function aDrawnCampaign(site: TestSite, group: { slug: string }, by: Account) {
  const campaign = await aCampaign(site, group, by, { sharing: 'proportional' });
  const drawId = newId();
  await site.db.execute(sql`
    insert into campaign_draws (id, campaign_id, group_id, brought_count, before_count, lot_count, drawn_count)
    select ${drawId}, id, group_id, 3, 0, 10, 3 from campaigns where id = ${campaign.id}`);
  return { ...campaign, drawId };
}

type SignatureOptions = {
  name?: string;
  email?: string;
  comment?: string;
  postcode?: string;
  showName?: boolean;
  shownName?: string;
  updates?: boolean;
  link?: string;
  owner?: string;
  frame?: string;
  shares?: string[];
  website?: string;
  confirmed?: boolean;
};

/** The sealed id in the last link to a signature that was mailed to this address. */
export async function sealedSignature(site: TestSite, email: string): Promise<string> {
  const mails = await site.mails();
  const urls = mails
    .filter(({ toAddress }) => toAddress === email)
    .map(({ letter }) => letter?.button?.url ?? '');
  return (
    urls
      .filter((url) => url.includes('/signatures/'))
      .at(-1)
      ?.split('/')
      .at(-1) ?? ''
  );
}
