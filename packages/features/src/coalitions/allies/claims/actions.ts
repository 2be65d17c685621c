import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, lt, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../../accounts/queries.ts';
import type { Context } from '../../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../../errors.ts';
import { isAlly } from '../../../groups/allies/queries.ts';
import { lockGroup } from '../../../groups/locks.ts';
import { mayStartGroups, type ReadContext } from '../../../groups/queries.ts';
import { note } from '../../../journal.ts';
import { spendQuota } from '../../../limits/making.ts';
import { permit } from '../../../policy.ts';
import type { ClaimDecision, NewClaim } from '../contract.ts';
import { endOpenClaims } from '../ending.ts';
import { becomeGroup } from '../moving.ts';
import { allyPolicy } from '../policy.ts';
import { findAlly, refusedFor, type SeenAlly } from '../queries.ts';
import { allyClaims } from '../tables.ts';
import { tellClaimants, tellDeciders, tellKeepers } from '../telling.ts';

/** Most that wait about one ally: more are no help to who decides, and each is a mail. */
export const MOST_OPEN = 10;
/** Words of claims are kept so long after the answer. */
const DAYS_KEPT = 90;

/** The viewer says of an ally "this is us". Saying it twice while it waits is saying it once. */
export async function claimAlly(ctx: Context, slug: string, { word }: NewClaim): Promise<void> {
  const find = async (asker: ReadContext) => {
    const ally = await findAlly(asker, slug);
    if (!ally.hasClaimed) permit(allyPolicy, 'claim', ally);
    return ally;
  };
  await changeClaims(ctx, find, async (tx, ally) => {
    if (ally.hasClaimed) return;
    await spendQuota(ctx, tx, 'ally-claims');
    const days = await refusedFor({ db: tx, viewer: ctx.viewer }, ally.id);
    if (days !== null) throw new Conflict('coalitions.claimed-lately', { days });
    const isWaiting = and(isOpenOf(ally.id), not(isSuspended(allyClaims.accountId)));
    if ((await tx.$count(allyClaims, isWaiting)) >= MOST_OPEN) throw new Conflict('coalitions.claims-full');
    const id = newId();
    const claimantId = ctx.viewer.id;
    await tx.insert(allyClaims).values({ id, groupId: ally.id, accountId: claimantId, word: word.trim() });
    note(tx, ctx, 'coalitions.ally-claimed', { groupId: ally.keptBy, id: ally.id }, { claimId: id });
    await tellDeciders(tx, ctx, { ally, claimId: id, claimantId });
  });
}

/** The viewer takes back what they said and nobody has answered. */
export async function withdrawClaim(ctx: Context, slug: string): Promise<void> {
  const ally = await findAlly(ctx, slug);
  await ctx.change(async (tx) => {
    const [withdrawn] = await tx
      .update(allyClaims)
      .set({ decision: 'withdrawn', decidedAt: sql`now()`, decidedBy: ctx.viewer.id })
      .where(and(isOpenOf(ally.id), eq(allyClaims.accountId, ctx.viewer.id)))
      .returning({ id: allyClaims.id });
    if (!withdrawn) throw new NotFound('claim');
    const claim = { claimId: withdrawn.id };
    note(tx, ctx, 'coalitions.claim-withdrawn', { groupId: ally.keptBy, id: ally.id }, claim);
  });
}

/**
 * Those who decide believe somebody, or do not. With a yes the ally is a group at once, whoever said so its first steward, and
 * what others said of it ends. Of two yes at once the second is refused (409), and so is one to oneself, and a yes of whoever may
 * start no group here (403).
 */
export async function decideClaim(
  ctx: Context,
  { slug, claimId }: { slug: string; claimId: string },
  { decision, word = '' }: ClaimDecision,
): Promise<void> {
  const find = async (asker: ReadContext) => {
    const ally = await findAlly(asker, slug);
    if (!allyPolicy.seeClaims(ally)) throw new NotFound('claim');
    permit(allyPolicy, 'decide', ally);
    return ally;
  };
  await changeClaims(ctx, find, async (tx, ally) => {
    const claim = await findClaim(tx, ally.id, claimId);
    if (claim.decision === decision) return;
    if (claim.decision !== null) throw new Conflict('coalitions.already-decided');
    if (claim.accountId === ctx.viewer.id) throw new Forbidden('coalitions.own-claim');
    // With a yes there is a group more on the site.
    if (decision === 'accepted') {
      if (!(await mayStartGroups({ db: tx, viewer: ctx.viewer })))
        throw new Forbidden('groups.starting-closed');
      await spendQuota(ctx, tx, 'groups');
    }
    await tx
      .update(allyClaims)
      .set({ decision, decidedAt: sql`now()`, decidedBy: ctx.viewer.id })
      .where(eq(allyClaims.id, claimId));
    note(tx, ctx, `coalitions.claim-${decision}`, { groupId: ally.keptBy, id: ally.id }, { claimId });
    await tellClaimants(tx, ctx, decision, { ally, claimIds: [claimId], word: word.trim() });
    if (decision === 'declined') return;
    await endOpenClaims(tx, ctx, ally);
    await tellKeepers(tx, ctx, { ally, claimId, deciderId: ctx.viewer.id });
    await becomeGroup(tx, ally, claim.accountId);
  });
}

/** Forgets what people said of allies, a while after it was answered. */
export async function forgetDecidedClaims({ db }: Context): Promise<void> {
  await db
    .delete(allyClaims)
    .where(lt(allyClaims.decidedAt, sql`now() - make_interval(days => ${DAYS_KEPT})`));
}

/**
 * A change of who is believed, one at a time: under the lock of the coalition that keeps the page, and then of the ally.
 * Where it was claimed meanwhile, 409.
 */
async function changeClaims(
  ctx: Context,
  find: (asker: ReadContext) => Promise<SeenAlly>,
  work: (tx: Transaction, ally: SeenAlly) => Promise<void>,
): Promise<void> {
  const { id, keptBy } = await find(ctx);
  await ctx.change(async (tx) => {
    if (keptBy !== null) await lockGroup(tx, keptBy);
    await lockGroup(tx, id);
    if (!(await isAlly({ db: tx }, id))) throw new Conflict('coalitions.already-decided');
    await work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

async function findClaim(tx: Transaction, groupId: string, id: string) {
  const [claim] = await tx
    .select({ accountId: allyClaims.accountId, decision: allyClaims.decision })
    .from(allyClaims)
    .where(
      and(eq(allyClaims.id, id), eq(allyClaims.groupId, groupId), not(isSuspended(allyClaims.accountId))),
    );
  if (!claim) throw new NotFound('claim');
  return claim;
}

function isOpenOf(groupId: string) {
  return and(eq(allyClaims.groupId, groupId), isNull(allyClaims.decidedAt));
}
