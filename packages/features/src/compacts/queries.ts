import type { Queryable, Transaction } from '@groundwork/database';
import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { utcMoment } from '../figures.ts';
import { findGroup, visibleTo, type ReadContext, type SeenGroup } from '../groups/queries.ts';
import { nameIn, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import type { PageQuery } from '../paging.ts';
import type { CompactSide } from './contract.ts';
import { compactsPolicy } from './policy.ts';
import { compactAgreements, compacts, compactUses, compactVersions } from './tables.ts';

/** The group for those who see what it agrees on; for everybody else there is nothing. */
export async function findSigner(asker: ReadContext, slug: string): Promise<SeenGroup> {
  const group = await findGroup(asker, slug);
  if (!compactsPolicy.see(group)) throw new NotFound('compacts');
  return group;
}

/** One agreement of a group's, as its viewer stands on that side. */
export async function findCompact(asker: ReadContext, slug: string, compactId: string) {
  const own = await findSigner(asker, slug);
  const [found] = await asker.db
    .select(between(asker, own.id))
    .from(compacts)
    .innerJoin(groups, eq(groups.id, otherOf(own.id)))
    .leftJoin(...standingOf(asker.viewer.id))
    .where(and(eq(compacts.id, compactId), isOf(own.id)));
  if (!found) throw new NotFound('compact');
  const versions = await listVersions(asker.db, compactId);
  const newest = versions.at(0) ?? null;
  const agreed = versions.find(({ state }) => state === 'agreed') ?? null;
  const open = newest?.state === 'open' ? newest : null;
  const isRefused = newest?.state === 'declined' || newest?.state === 'withdrawn';
  const isRunning = agreed !== null && !agreed.isPast && !found.hasEnded;
  return {
    ...found,
    own,
    // As the policy asks for them.
    ...{ carried: own.carried, isFrozen: own.isFrozen, isVouched: own.isVouched },
    ...{ agreed, open, newest, refused: isRefused ? newest : null },
    isRunning,
  };
}
export type SeenCompact = Awaited<ReturnType<typeof findCompact>>;
export type SeenVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** Who agreed to some terms, the one who proposed them first. */
export async function listSigners(db: Queryable, compactId: string, number: number) {
  return db
    .select({
      side: compactAgreements.side,
      name: nameIn(compactAgreements.accountId, sideGroup(sql`${compactAgreements.side}`)),
      at: compactAgreements.at,
    })
    .from(compactAgreements)
    .innerJoin(compacts, eq(compacts.id, compactAgreements.compactId))
    .where(and(eq(compactAgreements.compactId, compactId), eq(compactAgreements.number, number)))
    .orderBy(compactAgreements.at, compactAgreements.side);
}

/** One at a time on an agreement: whoever counts its uses counts them all. */
export async function lockCompact(tx: Transaction, compactId: string): Promise<void> {
  await tx.select({ id: compacts.id }).from(compacts).where(eq(compacts.id, compactId)).for('update');
}

const newestFirst = keyset('desc', compacts.id);

/** What a group agreed on with others, and what is proposed, the newest first. */
export async function listCompacts(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const own = await findSigner(ctx, slug);
  const rows = await ctx.db
    .select({ ...between(ctx, own.id), terms: shownTerms, openSide, cursor: newestFirst.cursor })
    .from(compacts)
    .innerJoin(groups, eq(groups.id, otherOf(own.id)))
    .leftJoin(...standingOf(ctx.viewer.id))
    .where(and(isOf(own.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return { own, ...pageOf(rows, limit) };
}

function isOf(groupId: string) {
  return or(eq(compacts.groupId, groupId), eq(compacts.writerId, groupId));
}

function otherOf(groupId: string): SQL<string> {
  return sql<string>`case when ${compacts.groupId} = ${groupId} then ${compacts.writerId} else ${compacts.groupId} end`;
}

/** Of two sides the group that stands on one. */
export function sideGroup(side: SQL): SQL<string> {
  return sql<string>`(case ${side} when 'group' then ${compacts.groupId} else ${compacts.writerId} end)`;
}

/** Of an agreement with the other of the two, which is named also where its page is not for the viewer: as it was called then. */
function between({ viewer }: ReadContext, ownId: string) {
  const isSeen = visibleTo({ viewer });
  const stored = sql`case when ${compacts.groupId} = ${ownId} then ${compacts.writerName} else ${compacts.groupName} end`;
  return {
    id: compacts.id,
    groupId: compacts.groupId,
    writerId: compacts.writerId,
    channelId: compacts.channelId,
    side: sql<CompactSide>`case when ${compacts.groupId} = ${ownId} then 'group' else 'writer' end`,
    otherId: groups.id,
    otherSlug: groups.slug,
    otherName: sql<string>`case when ${isSeen} then ${groups.name} else ${stored} end`,
    isOtherSeen: sql<boolean>`${isSeen}`,
    isOtherOff: sql<boolean>`(${groups.frozenAt} is not null or ${groups.hiddenAt} is not null)`,
    endsAt: compacts.endsAt,
    endSide: compacts.endSide,
    endedBy: nameIn(compacts.endedBy, sideGroup(sql`${compacts.endSide}`)),
    hasEnded: sql<boolean>`coalesce(${compacts.endsAt} <= now(), false)`,
    usedCount: countUses(sql`own.kind = 'letter' and own.state in ('asked', 'agreed', 'sent', 'stopped')
      and own.goes_at > now() - interval '365 days'`),
    waitingCount: countUses(sql`own.kind = 'letter' and own.state = 'asked' and own.goes_at > now()`),
  };
}

function countUses(which: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from ${compactUses} own where own.compact_id = ${compacts.id} and ${which})`;
}

/** Its last day is over where the people are who hear. */
const isPast = (until: SQL) =>
  sql<boolean>`${until} < (select today_in(home.time_zone) from ${groups} home where home.id = ${compacts.groupId})`;

const MOST_VERSIONS = 50;

/** Terms that were proposed between two groups, the newest first. */
function listVersions(db: Queryable, compactId: string) {
  const { proposedSide } = compactVersions;
  const decidingSide = sql`case when ${compactVersions.state} = 'withdrawn' then ${proposedSide}
    when ${proposedSide} = 'group' then 'writer' else 'group' end`;
  return db
    .select({
      ...{ number: compactVersions.number, about: compactVersions.about, fields: compactVersions.fields },
      ...{ mostAYear: compactVersions.mostAYear, noticeHours: compactVersions.noticeHours },
      ...{
        until: compactVersions.until,
        endingDays: compactVersions.endingDays,
        state: compactVersions.state,
      },
      proposedSide,
      proposedBy: nameIn(compactVersions.proposedBy, sideGroup(sql`${proposedSide}`)),
      proposedAt: compactVersions.proposedAt,
      word: compactVersions.word,
      decidedBy: nameIn(compactVersions.decidedBy, sideGroup(sql`(${decidingSide})`)),
      decidedAt: compactVersions.decidedAt,
      answer: compactVersions.answer,
      isPast: isPast(sql`${compactVersions.until}`),
      /** For how many days yet whoever was told no, or took it back, asks in vain. */
      refusedFor: sql<number | null>`case when ${compactVersions.state} in ('declined', 'withdrawn') then
        greatest(0, ceil(case ${compactVersions.state} when 'declined' then 7 else 1 end
          - extract(epoch from now() - ${compactVersions.decidedAt}) / 86400))::int end`,
    })
    .from(compactVersions)
    .innerJoin(compacts, eq(compacts.id, compactVersions.compactId))
    .where(eq(compactVersions.compactId, compactId))
    .orderBy(desc(compactVersions.number))
    .limit(MOST_VERSIONS);
}

type ShownTerms = Omit<SeenVersion, 'proposedAt' | 'decidedAt' | 'refusedFor'> &
  Record<'proposedAt', string> & { decidedAt: string | null };

/** What is in force or was last; of what was never agreed, what was proposed last. */
const shownTerms = sql<ShownTerms>`(select json_build_object('number', own.number, 'about', own.about,
    'fields', own.fields, 'mostAYear', own.most_a_year, 'noticeHours', own.notice_hours, 'until', own.until,
    'endingDays', own.ending_days, 'state', own.state, 'proposedSide', own.proposed_side, 'proposedBy', null,
    'proposedAt', ${utcMoment(sql`own.proposed_at`)}, 'word', own.word, 'decidedBy', null,
    'decidedAt', ${utcMoment(sql`own.decided_at`)}, 'answer', own.answer, 'isPast', ${isPast(sql`own.until`)})
  from ${compactVersions} own where own.compact_id = ${compacts.id}
  order by own.state = 'agreed' desc, own.number desc limit 1)`;

const openSide = sql<CompactSide | null>`(select own.proposed_side from ${compactVersions} own
  where own.compact_id = ${compacts.id} and own.state = 'open')`;
