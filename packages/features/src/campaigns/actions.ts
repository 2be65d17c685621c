import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict, Forbidden, Invalid, type FieldRefusal } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { findGroup } from '../groups/queries.ts';
import { groupPolicy } from '../groups/policy.ts';
import { note } from '../journal.ts';
import { makeLink } from '../links/actions.ts';
import { permit, refuseFrozen } from '../policy.ts';
import { requirePicture } from '../site/pictures/queries.ts';
import { proseOf } from '../site/prose.ts';
import { draftSlug } from '../slugs.ts';
import { addresseeOf } from './addressees.ts';
import { giveCampaignSlug } from './addresses.ts';
import type { CampaignChange, NewCampaign, CampaignOutcome } from './contract.ts';
import { campaignPolicy, type CampaignState } from './policy.ts';
import { findCampaign, type SeenCampaign } from './queries.ts';
import { isSignedOn } from './sign-ons.ts';
import { campaigns } from './tables.ts';

/** Begins a campaign as a draft that only the group's publishers see. Answers its slug. */
export async function createCampaign(ctx: Context, groupSlug: string, asked: NewCampaign): Promise<string> {
  const group = await findGroup(ctx, groupSlug);
  permit(groupPolicy, 'publish', group);
  const written = { ...tidy(asked), title: asked.title.trim(), ask: asked.ask.trim(), action: asked.action };
  refuseBroken({ startsOn: null, endsOn: null, pledgeText: null, ...written });
  if (asked.pictureKey) await requirePicture(ctx, asked.pictureKey);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'campaigns', group.id);
    const id = newId();
    const slug = draftSlug(id);
    const home = { carried: group.carried, groupId: group.id };
    const addressed = await addresseeOf(tx, ctx, home, { asked: written });
    await tx
      .insert(campaigns)
      .values({ ...written, ...addressed, id, slug, groupId: group.id, createdBy: ctx.viewer.id });
    note(tx, ctx, 'campaigns.created', { groupId: group.id, id });
    return slug;
  });
}

/** Changes what a campaign says. Its address and its kind of action stay. */
export async function editCampaign(ctx: Context, slug: string, asked: CampaignChange): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('edit', campaign);
  const changes = tidy(asked);
  if (asked.pictureKey) await requirePicture(ctx, asked.pictureKey);
  await ctx.change(async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, campaign.id)).for('update');
    if (!before) throw new Conflict('conflict');
    await refuseSigned(tx, before, changes);
    refuseBroken({ ...before, ...changes });
    const addressed = await addresseeOf(tx, ctx, campaign, { asked: changes, before });
    if (Object.keys(changes).length > 0) {
      await tx
        .update(campaigns)
        .set({ ...changes, ...addressed })
        .where(eq(campaigns.id, campaign.id));
    }
    note(tx, ctx, 'campaigns.edited', campaign);
  });
}

/** Puts a draft before the public, under an address that can be read and with a short link of its own. */
export async function publishCampaign(ctx: Context, slug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('publish', campaign, 'published');
  if (campaign.state === 'published') return;
  await ctx.change(async (tx) => {
    await move(tx, campaign, { state: 'published', publishedAt: new Date() });
    const address = await giveCampaignSlug(tx, campaign);
    const { id: linkId } = await makeLink(tx, {
      groupId: campaign.groupId,
      path: `/campaigns/${address}`,
      label: campaign.title,
      createdBy: ctx.viewer.id,
    });
    await tx.update(campaigns).set({ linkId }).where(eq(campaigns.id, campaign.id));
    note(tx, ctx, 'campaigns.published', campaign);
  });
}

/** Stops taking names for a while; the page stays. */
export async function pauseCampaign(ctx: Context, slug: string): Promise<void> {
  await moveTo(ctx, slug, { deed: 'pause', state: 'paused', kind: 'campaigns.paused' });
}

/** Takes names again. */
export async function resumeCampaign(ctx: Context, slug: string): Promise<void> {
  await moveTo(ctx, slug, { deed: 'resume', state: 'published', kind: 'campaigns.resumed' });
}

/** Ends a campaign: won, lost or closed. */
export async function endCampaign(ctx: Context, slug: string, { outcome }: CampaignOutcome): Promise<void> {
  await moveTo(ctx, slug, { deed: 'end', state: outcome, kind: 'campaigns.ended', endedAt: new Date() });
}

/** Takes an outcome back: it was said too early. */
export async function reopenCampaign(ctx: Context, slug: string): Promise<void> {
  await moveTo(ctx, slug, { deed: 'reopen', state: 'published', kind: 'campaigns.reopened', endedAt: null });
}

/** Removes a draft. What was once public stays on record and is closed instead. */
export async function removeCampaign(ctx: Context, slug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('remove', campaign);
  await ctx.change(async (tx) => {
    const removed = await tx
      .delete(campaigns)
      .where(and(eq(campaigns.id, campaign.id), eq(campaigns.state, 'draft')))
      .returning({ id: campaigns.id });
    if (removed.length === 0) throw new Conflict('conflict');
    note(tx, ctx, 'campaigns.removed', campaign);
  });
}

/** Whoever may never do it is refused as such (403); for who might, the state does not allow it now (409). */
export function permitCampaignDeed(
  deed: keyof typeof campaignPolicy,
  campaign: SeenCampaign,
  already?: CampaignState,
): void {
  const mayEver = (['draft', 'published', 'paused', 'closed'] as const).some((state) =>
    campaignPolicy[deed]({ ...campaign, state, isFrozen: false, isHidden: false }),
  );
  if (!mayEver) throw new Forbidden();
  refuseFrozen(campaign);
  if (campaign.state !== already && !campaignPolicy[deed](campaign)) throw new Conflict('campaigns.state');
}

type Moving = 'campaigns.paused' | 'campaigns.resumed' | 'campaigns.ended' | 'campaigns.reopened';
type Move = To & { deed: keyof typeof campaignPolicy; kind: Moving };
async function moveTo(ctx: Context, slug: string, { deed, kind, ...to }: Move) {
  const { state } = to;
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed(deed, campaign, state);
  if (campaign.state === state) return;
  await ctx.change(async (tx) => {
    await move(tx, campaign, to);
    note(tx, ctx, kind, campaign, { state });
  });
}

/** From the state the viewer saw, or not at all: two organizers who decide at once do not overwrite each other. */
async function move(tx: Transaction, { id, state }: SeenCampaign, to: To) {
  const moved = await tx
    .update(campaigns)
    .set(to)
    .where(and(eq(campaigns.id, id), eq(campaigns.state, state)))
    .returning({ id: campaigns.id });
  if (moved.length === 0) throw new Conflict('conflict');
}

type To = { state: CampaignState; publishedAt?: Date; endedAt?: Date | null };

/** Trimmed texts, empty ones as null, issues in lower case and once. */
function tidy({ title, ask, story, issues, target, place, pledgeText, ...rest }: CampaignChange) {
  return {
    ...rest,
    ...(story !== undefined && storyColumns(story)),
    ...(title !== undefined && { title: title.trim() }),
    ...(ask !== undefined && { ask: ask.trim() }),
    ...(issues && { issues: [...new Set(issues.map((issue) => issue.trim().toLowerCase()))] }),
    ...(target !== undefined && { target: target?.trim() || null }),
    ...(place !== undefined && { place: place?.trim() || null }),
    ...(pledgeText !== undefined && { pledgeText: pledgeText?.trim() || null }),
  };
}

function storyColumns(story: string) {
  const { html, of } = proseOf('story', story);
  return { story, storyHtml: html, storyHtmlOf: of };
}

/** What a letter says stays once a group has signed it. */
async function refuseSigned(
  tx: Transaction,
  before: typeof campaigns.$inferSelect,
  changes: ReturnType<typeof tidy>,
): Promise<void> {
  if (before.action !== 'sign_on') return;
  const changed = (['title', 'ask', 'story', 'target'] as const).filter(
    (name) => changes[name] !== undefined && changes[name] !== before[name],
  );
  if (
    changed.length === 0 ||
    (await tx.$count(campaigns, and(eq(campaigns.id, before.id), isSignedOn))) === 0
  )
    return;
  throw new Invalid(changed.map((name) => ({ name, code: 'campaigns.letter-signed' })));
}

type CampaignKind = NewCampaign['action'];
type Whole = {
  title: string;
  ask: string;
  action: CampaignKind;
  pledgeText?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
};
function refuseBroken({ title, action, pledgeText, startsOn, endsOn }: Whole) {
  const fields: FieldRefusal[] = [];
  if (title.length < 3) fields.push({ name: 'title', code: 'field.too-short', params: { min: 3 } });
  if (action === 'pledge' && !pledgeText) fields.push({ name: 'pledgeText', code: 'field.required' });
  if (action !== 'pledge' && pledgeText) fields.push({ name: 'pledgeText', code: 'campaigns.no-pledge' });
  if (startsOn && endsOn && startsOn > endsOn) fields.push({ name: 'endsOn', code: 'campaigns.period' });
  if (fields.length > 0) throw new Invalid(fields);
}
