import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lt, not, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isFrozen, isOut } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { personBy } from '../../people/points.ts';
import { consents } from '../../people/tables.ts';
import { isShown } from '../queries.ts';
import { crossOver, listCrossing } from '../shares/actions.ts';
import { isCarrier } from '../shares/queries.ts';
import { signatureShares } from '../shares/tables.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns } from '../tables.ts';
import { campaignDraws, campaignLots } from './tables.ts';

/** So long an outcome that was said too early can be taken back before a name crosses. */
const AFTER = sql`interval '1 day'`;
/** So long after it a yes waits that no lot fell to; then it is let go. */
const LAPSED = sql`interval '30 days'`;
/** Names that cross in one transaction. */
const AT_ONCE = 100;

/**
 * Deals out, of campaigns that share in proportion and ended a day ago, those who said yes to any of their groups: each group gets as
 * many as stand who signed through it, drawn by lot. Safe to do twice and at once, and goes on where it was interrupted.
 */
export async function drawShares(ctx: Context): Promise<void> {
  const due = await ctx.db
    .select({ id: campaigns.id, title: campaigns.title, sharing: campaigns.sharing })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(isToDraw, lt(campaigns.endedAt, sql`now() - ${AFTER}`), isShown, not(isFrozen), hasWaiting(ctx)),
    )
    .orderBy(asc(campaigns.endedAt));
  for (const campaign of due) {
    await drawCampaign(ctx, campaign.id);
    await giveDrawn(ctx, campaign);
  }
  await dropLapsed(ctx);
}

const isToDraw = and(
  eq(campaigns.sharing, 'proportional'),
  inArray(campaigns.state, ['won', 'lost', 'closed']),
  gt(campaigns.endedAt, sql`now() - ${LAPSED}`),
);

function hasWaiting({ db }: Context) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(signatures)
      .innerJoin(signatureShares, eq(signatureShares.signatureId, signatures.id))
      .where(
        and(
          eq(signatures.campaignId, campaigns.id),
          isNotNull(signatureShares.provenAt),
          isNull(signatureShares.givenAt),
        ),
      ),
  );
}

async function drawCampaign(ctx: Context, campaignId: string): Promise<void> {
  const carriers = await ctx.db
    .select({ id: groups.id })
    .from(campaigns)
    .innerJoin(groups, isCarrier)
    .where(and(eq(campaigns.id, campaignId), isOut, isNull(groups.frozenAt)))
    .orderBy(groups.id);
  for (const { id: groupId } of carriers) await ctx.change((tx) => drawFor(tx, { campaignId, groupId }));
}

type Pair = { campaignId: string; groupId: string };

/** One group's draw: lots of all who wait for it, by tens; those that stand first by the campaign's seed fall to it. */
async function drawFor(tx: Transaction, pair: Pair): Promise<void> {
  const { campaignId, groupId } = pair;
  // One draw of a campaign at a time; an outcome that is taken back meanwhile waits for it, or ends it.
  const [campaign] = await tx
    .select({ seed: campaigns.drawSeed })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), isToDraw))
    .for('no key update');
  if (!campaign) return;
  const brought = await tx.$count(
    signatures,
    and(eq(signatures.campaignId, campaignId), eq(signatures.groupId, groupId), eq(signatures.stands, true)),
  );
  const [got] = await tx
    .select({ before: sql<number>`coalesce(sum(${campaignDraws.drawnCount}), 0)::int` })
    .from(campaignDraws)
    .where(and(eq(campaignDraws.campaignId, campaignId), eq(campaignDraws.groupId, groupId)));
  const before = got?.before ?? 0;
  if (brought <= before) return;
  const drawId = newId();
  const draw = await putLots(tx, { ...pair, id: drawId, brought, before });
  if (draw === undefined) return;
  await tx.execute(sql`
    update ${signatureShares} share set draw_id = ${drawId} from ${signatures} own
    where own.id = share.signature_id and own.campaign_id = ${campaignId} and share.group_id = ${groupId}
      and share.given_at is null and draw_lot(${drawId}, share.lot_key) in (
        select lot from ${campaignLots} where draw_id = ${drawId}
        order by draw_place(${campaign.seed}, lot) limit ${draw.drawnCount})`);
  note(tx, null, 'campaigns.drawn', { groupId, id: drawId }, { campaignId, ...draw });
}

/** Puts who waits for a group into the draw, first who said so first, down to the ten; undefined: fewer than that wait. */
async function putLots(
  tx: Transaction,
  { id, campaignId, groupId, brought, before }: Pair & { id: string; brought: number; before: number },
) {
  const { rows } = await tx.execute<{ lotCount: number; drawnCount: number }>(sql`
    with waiting as materialized (
      select draw_lot(${id}, share.lot_key) as lot, row_number() over (order by share.proven_at, share.lot_key) as place
      from ${signatures} own join ${signatureShares} share on share.signature_id = own.id
      where own.campaign_id = ${campaignId} and own.stands and share.group_id = ${groupId}
        and share.proven_at is not null and share.given_at is null and share.draw_id is null
        and ${isNobodyYet(groupId)} and not ${wasRefusedSince}
    ), draw as (
      insert into ${campaignDraws} (id, campaign_id, group_id, brought_count, before_count, lot_count, drawn_count)
      select ${id}::uuid, ${campaignId}::uuid, ${groupId}::uuid, ${brought}::int, ${before}::int, tens, least(tens, ${brought - before}::int)
      from (select count(*)::int / 10 * 10 as tens from waiting) counted where tens > 0
      returning lot_count, drawn_count
    ), lots as (
      insert into ${campaignLots} (draw_id, lot)
      select ${id}::uuid, waiting.lot from waiting, draw where waiting.place <= draw.lot_count)
    select lot_count as "lotCount", drawn_count as "drawnCount" from draw`);
  return rows[0];
}

/** They are to be new: whom the group knows by that address is in no draw of its. */
function isNobodyYet(groupId: string) {
  return sql`${personBy(groupId, sql`share.email`)} is null`;
}

/** The group whose person they are was told since to pass them on to nobody. */
const wasRefusedSince = sql`exists (select from ${consents} said where said.person_id = own.person_id
  and said.purpose = 'sharing' and said.given = 'no' and said.at > share.ticked_at)`;

/** Lets those cross whose lots were drawn. */
async function giveDrawn(
  ctx: Context,
  {
    id: campaignId,
    ...campaign
  }: { id: string; title: string; sharing: 'totals' | 'choice' | 'proportional' },
): Promise<void> {
  let given = AT_ONCE;
  while (given === AT_ONCE)
    given = await ctx.change(async (tx) => {
      const crossing = await listCrossing(
        tx,
        campaignId,
        and(isNotNull(signatureShares.drawId), eq(signatures.stands, true)),
      )
        .limit(AT_ONCE)
        .for('update', { of: signatureShares, skipLocked: true });
      for (const one of crossing) await crossOver(tx, ctx, { campaignId, ...campaign }, one);
      return crossing.length;
    });
}

/** A yes that no lot fell to is let go, with the address that was typed with it. */
async function dropLapsed(ctx: Context): Promise<void> {
  await ctx.change((tx) =>
    tx.execute(sql`
      delete from ${signatureShares} share using ${signatures} own, ${campaigns} over
      where own.id = share.signature_id and over.id = own.campaign_id and share.given_at is null
        and over.sharing = 'proportional' and over.state in ('won', 'lost', 'closed')
        and over.ended_at < now() - ${LAPSED}`),
  );
}
