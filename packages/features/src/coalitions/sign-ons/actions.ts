import { and, eq, isNull, sql } from 'drizzle-orm';
import { takesSignOns } from '../../campaigns/policy.ts';
import { isCampaignAt } from '../../campaigns/queries.ts';
import { letterHash } from '../../campaigns/sign-ons.ts';
import { tellHome } from '../../campaigns/sponsors/telling.ts';
import { campaigns, campaignSignOns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import { findGroup } from '../../groups/queries.ts';
import { standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import type { NewSignOn } from './contract.ts';
import { signOnPolicy } from './policy.ts';
import { findLetter, isSpokenForBy } from './queries.ts';

type Place = { groupSlug: string; slug: string };

/**
 * Signs a letter for a group, with the decision that was taken there; again puts the decision anew. What is signed is what was read:
 * where the letter says something else by now it is refused, and from the first group on its text stays.
 */
export async function signOn(ctx: Context, { groupSlug, slug }: Place, asked: NewSignOn): Promise<void> {
  const campaign = await findLetter(ctx, slug);
  const group = await findSigning(ctx, groupSlug, campaign);
  permit(signOnPolicy, 'sign', group);
  if (!takesSignOns(campaign)) throw new Conflict('campaigns.not-taking-sign-ons');
  if (!group.isListed) throw new Conflict('campaigns.sign-on-unlisted');
  await ctx.change(async (tx) => {
    const [letter] = await tx
      .select({
        hash: letterHash,
        isToCome: sql<boolean>`${asked.decidedOn}::date > (now() + interval '14 hours')::date`,
      })
      .from(campaigns)
      .where(eq(campaigns.id, campaign.id))
      .for('no key update');
    if (letter?.hash !== asked.letter) throw new Conflict('campaigns.letter-changed');
    if (letter.isToCome) throw new Invalid([{ name: 'decidedOn', code: 'campaigns.decided-later' }]);
    await spendQuota(ctx, tx, 'sponsors', group.id);
    const showsLogo = asked.showsLogo ?? false;
    const said = {
      ...{ decision: asked.decision.trim(), decidedOn: asked.decidedOn, showsLogo },
      logoTerms: showsLogo ? (asked.logoTerms?.trim() ?? '') : '',
    };
    const isBack = sql`${campaignSignOns.takenBackAt} is not null`;
    const [signed] = await tx
      .insert(campaignSignOns)
      .values({
        ...{ campaignId: campaign.id, groupId: group.id, signedAs: group.name, signedBy: ctx.viewer.id },
        ...said,
      })
      .onConflictDoUpdate({
        target: [campaignSignOns.campaignId, campaignSignOns.groupId],
        set: {
          ...said,
          signedBy: ctx.viewer.id,
          signedAs: sql`case when ${isBack} then excluded.signed_as else ${campaignSignOns.signedAs} end`,
          signedAt: sql`case when ${isBack} then now() else ${campaignSignOns.signedAt} end`,
          takenBackAt: null,
        },
      })
      .returning({ isNew: sql<boolean>`${campaignSignOns.signedAt} = now()` });
    const entryId = note(tx, ctx, 'campaigns.signed-on', { groupId: group.id, id: campaign.id });
    if (!signed?.isNew || campaign.groupId === group.id) return;
    const { title, groupId: homeId } = campaign;
    await tellHome(tx, ctx, 'signed', {
      ...{ homeId, slug: campaign.slug, title },
      group: group.name,
      entryId,
    });
  });
}

/** Takes a group off a letter; safe to do twice. Whatever became of the letter, and while the group is frozen. */
export async function takeBackSignOn(ctx: Context, { groupSlug, slug }: Place): Promise<void> {
  const group = await findGroup(ctx, groupSlug);
  const isOfGroup = eq(campaignSignOns.groupId, group.id);
  const [letter] = await ctx.db
    .select({ id: campaigns.id, groupId: campaigns.groupId })
    .from(campaignSignOns)
    .innerJoin(campaigns, eq(campaigns.id, campaignSignOns.campaignId))
    .where(and(isOfGroup, isCampaignAt(slug)));
  if (!letter) throw new NotFound('campaign');
  permit(signOnPolicy, 'takeBack', await findSigning(ctx, groupSlug, letter));
  await ctx.change(async (tx) => {
    const taken = await tx
      .update(campaignSignOns)
      .set({ takenBackAt: sql`now()` })
      .where(and(isOfGroup, eq(campaignSignOns.campaignId, letter.id), isNull(campaignSignOns.takenBackAt)))
      .returning({ groupId: campaignSignOns.groupId });
    if (taken.length > 0) note(tx, ctx, 'campaigns.sign-on-taken-back', { groupId: group.id, id: letter.id });
  });
}

/** A group, with whether the viewer speaks for it where the letter is from, and whether everybody finds it. */
async function findSigning(ctx: Context, slug: string, letter: { groupId: string }) {
  const group = await findGroup(ctx, slug);
  const [found] = await ctx.db
    .select({ isListed: isListed(), isSpokenFor: isSpokenForBy(ctx, letter) })
    .from(groups)
    // Of one table alone its columns would be read as those of the sub-select.
    .leftJoin(...standingOf(ctx.viewer.id))
    .where(eq(groups.id, group.id));
  if (!found) throw new NotFound('group');
  return { ...group, ...found };
}
