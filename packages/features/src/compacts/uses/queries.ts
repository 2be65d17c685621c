import { and, eq, sql } from 'drizzle-orm';
import { LETTER } from '../../compositions/queries.ts';
import { reachWithin } from '../../compositions/reach.ts';
import { budgetsFor, findRulesInForce } from '../../compositions/rules.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import type { PageQuery } from '../../paging.ts';
import type { CompactPlace } from '../changing.ts';
import { compactPolicy } from '../policy.ts';
import { findCompact, sideGroup, type SeenCompact } from '../queries.ts';
import { compacts, compactUses } from '../tables.ts';
import type { UseState } from './contract.ts';
import { listUseTexts } from './letters.ts';

const newestFirst = keyset('desc', compactUses.id);

/** The ledger of an agreement, the newest first: every use of it, and what was refused. */
export async function listUses(ctx: Context, place: CompactPlace, { after, limit = 20 }: PageQuery) {
  const compact = await findCompact(ctx, place.slug, place.compactId);
  const rows = await seenUses(ctx)
    .where(and(eq(compactUses.compactId, compact.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return { compact, ...pageOf(rows, limit) };
}
export type UsePlace = CompactPlace & { useId: string };

/** One letter that was asked for, as somebody of one of the two sides finds it. */
export function findCompactLetter(asker: ReadContext, compact: SeenCompact, useId: string) {
  return findUse(asker, compact, { kind: 'letter', useId });
}

/** One use of this kind. */
export async function findUse(
  asker: ReadContext,
  compact: Pick<SeenCompact, 'id'>,
  { kind, useId }: { kind: SeenUse['kind']; useId: string },
): Promise<SeenUse> {
  const isIt = and(eq(compactUses.id, useId), eq(compactUses.kind, kind));
  const [use] = await seenUses(asker).where(and(eq(compactUses.compactId, compact.id), isIt));
  if (!use) throw new NotFound('use');
  return use;
}
export type SeenUse = Awaited<ReturnType<typeof seenUses>>[number];

/** The same with what the letter says and, for those who answer for the people, to how many it goes. */
export async function findWholeUse(ctx: Context, { useId, ...place }: UsePlace) {
  const compact = await findCompact(ctx, place.slug, place.compactId);
  const use = await findCompactLetter(ctx, compact, useId);
  const isOpen = use.state === 'asked' || use.state === 'agreed';
  const [texts, reach] = await Promise.all([
    listUseTexts(ctx.db, useId),
    isOpen && compact.side === 'group' ? findUseReach(ctx, compact, useId) : null,
  ]);
  return { compact, use, texts, reach };
}

/** Counting a million takes longer; then it is not said. */
const MOST_MS = 5_000;

/** To how many a letter would go, and why others are left out: for their own group alone. */
async function findUseReach(ctx: Context, compact: SeenCompact, useId: string) {
  if (!compactPolicy.decline(compact)) return null;
  const { groupId, writerId } = compact;
  const { mostAWeek } = await findRulesInForce(ctx, groupId);
  const budgets = await budgetsFor(ctx.db, { ...TO_EVERYBODY, groupId });
  const chosen = { ...TO_EVERYBODY, id: useId, groupId, writerId, mostAWeek, budgets };
  const reach = await reachWithin(ctx, chosen, MOST_MS);
  return reach && { getCount: reach.getCount, leftOut: reach.leftOut };
}

/** What was agreed on goes to all of the group who agreed to hear from it. */
export const TO_EVERYBODY = {
  ...{ lines: [], campaignId: null, chosenBy: null, seesAll: false },
  purpose: 'updates' as const,
};

/** Uses as both sides read them. */
export function seenUses({ db, viewer }: ReadContext) {
  return db
    .select({
      id: compactUses.id,
      number: compactUses.number,
      kind: compactUses.kind,
      title: compactUses.title,
      state: standsAs,
      clause: compactUses.clause,
      askedSide: compactUses.askedSide,
      askedBy: nameIn(compactUses.askedBy, sideGroup(sql`${compactUses.askedSide}`)),
      isAskedByViewer: sql<boolean>`coalesce(${compactUses.askedBy} = ${viewer.id}, false)`,
      askedAt: compactUses.askedAt,
      goesAt: compactUses.goesAt,
      isLate: sql<boolean>`${compactUses.goesAt} <= now()`,
      hoursLeft: sql<number>`greatest(0, ceil(extract(epoch from ${compactUses.goesAt} - now()) / 3600))::int`,
      wish: compactUses.wish,
      answeredBy: nameIn(compactUses.answeredBy, sideGroup(answeringSide)),
      answeredAt: compactUses.answeredAt,
      answer: compactUses.answer,
      compositionId: compactUses.compositionId,
      sentAt: compactUses.sentAt,
      gotCount: compactUses.gotCount,
      gotTold: compactUses.gotTold,
      actedCount: compactUses.actedCount,
      actedTold: compactUses.actedTold,
      inCommon: compactUses.inCommon,
      countedAt: compactUses.countedAt,
      isShown: compactUses.isShown,
      cursor: newestFirst.cursor,
    })
    .from(compactUses)
    .innerJoin(compacts, eq(compacts.id, compactUses.compactId))
    .leftJoin(mailings, tells(LETTER, compactUses.compositionId))
    .$dynamic();
}

/** Whoever did not ask answers. */
const answeringSide = sql`case ${compactUses.askedSide} when 'group' then 'writer' else 'group' end`;

/** What was agreed to stands as its mailing does; the sweep writes down that it is out, and one that waits too long has lapsed. */
const standsAs = sql<UseState>`case
  when ${compactUses.state} = 'asked' and ${compactUses.goesAt} <= now() then 'lapsed'
  when ${compactUses.state} = 'agreed' and ${mailings.state} in ('sending', 'stopped', 'sent') then ${mailings.state}
  else ${compactUses.state} end`;
