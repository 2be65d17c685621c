import { newId, type Transaction } from '@groundwork/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import { campaigns, campaignSponsors } from '../../campaigns/tables.ts';
import { isCampaignAt } from '../../campaigns/queries.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { allies } from '../../groups/allies/tables.ts';
import { changeUnderLock, lockGroup } from '../../groups/locks.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { freeSlug, slugsFor } from '../../site/new-slugs.ts';
import { findCoalition } from '../queries.ts';
import { endOpenClaims } from './ending.ts';
import type { AllyChange, NewAlly } from './contract.ts';
import { allyPolicy, keeperPolicy } from './policy.ts';
import { findAlly, type SeenAlly } from './queries.ts';

/** Most that one coalition keeps at a time: more is a directory, and nobody looks after it. */
export const MOST_ALLIES = 100;
/** How long the page of an ally that was taken down can be put back. */
const DAYS_TO_PUT_BACK = 30;

/**
 * A coalition puts up the page of a group that has not moved here. Its address is readable at once, and stays when its own
 * people claim it. Answers it.
 */
export async function addAlly(ctx: Context, slug: string, asked: NewAlly): Promise<SeenAlly> {
  const find = async (asker: ReadContext) => {
    const coalition = await findCoalition(asker, slug);
    permit(keeperPolicy, 'add', coalition);
    return { ...coalition, groupId: coalition.id };
  };
  return changeUnderLock(ctx, find, async (tx, coalition) => {
    await spendQuota(ctx, tx, 'allies', coalition.id);
    if ((await tx.$count(allies, eq(allies.keptBy, coalition.id))) >= MOST_ALLIES)
      throw new Conflict('coalitions.allies-full', { count: MOST_ALLIES });
    const { name, summary, ...page } = tidy(asked);
    const id = newId();
    const { timeZone } = ctx.viewer;
    const address = await freeSlug(tx, groups.slug, slugsFor(name, { isPublic: true, noun: 'group' }));
    await tx.insert(groups).values({
      ...{ id, slug: address, name, summary, timeZone, language: coalition.language },
      ...{ kind: 'ally', visibility: 'private', joining: 'approval' },
    });
    await tx.insert(allies).values({ groupId: id, keptBy: coalition.id, addedBy: ctx.viewer.id, ...page });
    note(tx, ctx, 'coalitions.ally-added', { groupId: coalition.id, id });
    return findAlly({ db: tx, viewer: ctx.viewer }, address);
  });
}

/** Changes what is given and keeps the rest. The address stays, whatever the name becomes. */
export async function editAlly(ctx: Context, slug: string, change: AllyChange): Promise<SeenAlly> {
  return changeAlly(ctx, slug, 'edit', async (tx, ally) => {
    const { name, summary, ...page } = tidy(change);
    const fields = Object.keys(change);
    if (fields.length > 0) {
      if (name !== undefined || summary !== undefined)
        await tx.update(groups).set({ name, summary }).where(eq(groups.id, ally.id));
      if (Object.keys(page).length > 0) await tx.update(allies).set(page).where(eq(allies.groupId, ally.id));
      note(tx, ctx, 'coalitions.ally-edited', { groupId: ally.keptBy, id: ally.id }, { fields });
    }
    return findAlly({ db: tx, viewer: ctx.viewer }, slug);
  });
}

/** Takes the page down: nobody else sees it, nor its name beside campaigns, and who said "this is us" hears that it is gone. */
export async function takeDownAlly(ctx: Context, slug: string): Promise<void> {
  await changeAlly(ctx, slug, 'takeDown', async (tx, ally) => {
    await tx
      .update(allies)
      .set({ takenDownAt: sql`now()` })
      .where(eq(allies.groupId, ally.id));
    note(tx, ctx, 'coalitions.ally-taken-down', { groupId: ally.keptBy, id: ally.id });
    await endOpenClaims(tx, ctx, ally);
  });
}

/** Puts it back, within thirty days; then it is gone. */
export async function putBackAlly(ctx: Context, slug: string): Promise<void> {
  await changeAlly(ctx, slug, 'putBack', async (tx, ally) => {
    await tx.update(allies).set({ takenDownAt: null }).where(eq(allies.groupId, ally.id));
    note(tx, ctx, 'coalitions.ally-put-back', { groupId: ally.keptBy, id: ally.id });
  });
}

/** Takes the name of an ally off a campaign of one of the coalition's groups: who answers for its page answers for that too. */
export async function takeOffCampaign(
  ctx: Context,
  { slug, campaign }: { slug: string; campaign: string },
): Promise<void> {
  await changeAlly(ctx, slug, 'takeOff', async (tx, ally) => {
    const [named] = await tx
      .select({ id: campaigns.id })
      .from(campaignSponsors)
      .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
      .where(and(eq(campaignSponsors.groupId, ally.id), isCampaignAt(campaign)));
    if (!named) throw new NotFound('campaign');
    await tx
      .delete(campaignSponsors)
      .where(and(eq(campaignSponsors.groupId, ally.id), eq(campaignSponsors.campaignId, named.id)));
    note(tx, ctx, 'campaigns.sponsor-left', { groupId: ally.id, id: named.id });
  });
}

/** Forgets pages that were taken down and not put back. Those of groups that claimed theirs are gone already. */
export async function forgetTakenDown(ctx: Context): Promise<void> {
  const isOver = lt(allies.takenDownAt, sql`now() - make_interval(days => ${DAYS_TO_PUT_BACK})`);
  await ctx.change(async (tx) => {
    const over = tx.select({ id: allies.groupId }).from(allies).where(isOver);
    const gone = await tx
      .delete(groups)
      .where(and(eq(groups.kind, 'ally'), sql`${groups.id} in (${over})`))
      .returning({ id: groups.id });
    for (const { id } of gone) note(tx, null, 'coalitions.ally-forgotten', id);
  });
}

type AllyDeed = Exclude<keyof typeof allyPolicy, 'claim' | 'decide' | 'seeClaims'>;

/** A change by those who keep an ally: under the lock of their coalition and then of the ally, as they stand by then. */
async function changeAlly<T>(
  ctx: Context,
  slug: string,
  deed: AllyDeed,
  work: (tx: Transaction, ally: SeenAlly) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const ally = await findAlly(asker, slug);
    permit(allyPolicy, deed, ally);
    return ally;
  };
  const { id, keptBy } = await find(ctx);
  return ctx.change(async (tx) => {
    if (keptBy !== null) await lockGroup(tx, keptBy);
    await lockGroup(tx, id);
    return work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

function tidy<A extends AllyChange>({ name, summary, contact, ...rest }: A) {
  return {
    ...rest,
    ...(name !== undefined && { name: name.trim() }),
    ...(summary !== undefined && { summary: summary.trim() }),
    ...(contact !== undefined && { contact: contact.trim() }),
  } as A;
}
