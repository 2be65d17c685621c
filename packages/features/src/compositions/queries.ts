import { prepared, type Queryable } from '@groundwork/database';
import { and, asc, desc, eq, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import { givenFor } from '../campaigns/coordinators/queries.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../groups/queries.ts';
import type { Responsibility } from '../groups/responsibilities.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { progress, tells } from '../mailings/queries.ts';
import { mailings } from '../mailings/tables.ts';
import type { OwnSender } from '../outbox/own-senders.ts';
import { mails } from '../outbox/tables.ts';
import type { CompositionQuery, CompositionState } from './contract.ts';
import { VARIANTS, type Variant } from './learning.ts';
import { saidIn } from './looks.ts';
import { mailingsPolicy, type CompositionStanding } from './policy.ts';
import { budgetsFor, findMailingRules, findRulesInForce } from './rules.ts';
import { compositionBudgets, compositions, compositionTexts, experiments } from './tables.ts';

/** The kind of the mailing by which a composition goes out. */
export const LETTER = 'compositions.letter';
const itsMailing = tells(LETTER, compositions.id);
const newest = keyset('desc', compositions.id);

/** A group as somebody stands to its mailings, or to those of one of its campaigns. */
export type Writer = SeenGroup & { given: readonly Responsibility[] };

/** The group of mailings, for those who write them, or those of this campaign; for everyone else there are none. */
async function findWriter(ctx: ReadContext, slug: string, campaignId?: string): Promise<Writer> {
  const group = await findGroup(ctx, slug);
  return refuseOthers({ ...group, given: await findGiven(ctx, group.id, campaignId) });
}

/** What exists for nobody but its writers. */
export function refuseOthers(writer: Writer): Writer {
  if (!mailingsPolicy.see(writer)) throw new NotFound('mailings');
  return writer;
}

/** What a group has written to many, or to the signers of a campaign, newest first; or the templates that it can begin with. */
export async function listCompositions(ctx: Context, slug: string, asked: CompositionQuery) {
  const { after, limit = 20, templates = false, campaign } = asked;
  const group = await findWriter(ctx, slug, templates ? undefined : campaign);
  const isOwn = eq(compositions.groupId, group.id);
  const which = templates
    ? and(compositions.isTemplate, or(isOwn, compositions.isOffered))
    : and(
        isOwn,
        not(compositions.isTemplate),
        isNull(compositions.ladderId),
        campaign ? eq(compositions.campaignId, campaign) : undefined,
      );
  const rows = await ctx.db
    .select({ ...columns, cursor: newest.cursor })
    .from(compositions)
    .leftJoin(mailings, itsMailing)
    .where(and(which, newest.after(after)))
    .orderBy(...newest.order)
    .limit(limit + 1);
  const rules = await findMailingRules(ctx, group.id);
  return { ...pageOf(rows, limit), group, rules };
}

/** One with all that it says, for those who write the group's mailings or those of its campaign. */
export async function findComposition(ctx: ReadContext, slug: string, compositionId: string) {
  const seen = await findGroup(ctx, slug);
  const [found] = await ctx.db
    .select({
      ...columns,
      ...whole,
      given: givenFor(ctx.viewer.id, compositions.campaignId),
      mailing: progress,
      budgeted: sql<{ count: number | null } | null>`(select json_build_object('count', own.passed_over)
        from ${compositionBudgets} own where own.composition_id = ${compositions.id} and ${mailings.isBudgeted})`,
      experiment: {
        question: experiments.question,
        deed: experiments.deed,
        days: experiments.days,
        usualOf1000: experiments.usualOf1000,
        worthOf1000: experiments.worthOf1000,
        neededEach: experiments.neededEach,
        isShared: experiments.isShared,
      },
      timeZone: groups.timeZone,
      replyTo: groups.contactEmail,
      ownSender: sql<OwnSender | null>`mail_sender(${groups.id}) -> 'own'`,
    })
    .from(compositions)
    .innerJoin(groups, eq(groups.id, compositions.groupId))
    .leftJoin(mailings, itsMailing)
    .leftJoin(experiments, eq(experiments.compositionId, compositions.id))
    .where(and(eq(compositions.groupId, seen.id), eq(compositions.id, compositionId)));
  if (!found) throw new NotFound('mailing');
  const group = refuseOthers({ ...seen, given: found.given });
  const [texts, { mostAWeek, lookAbove }, budgets] = await Promise.all([
    listTexts(ctx, compositionId),
    findRulesInForce(ctx, group.id),
    budgetsFor(ctx.db, { groupId: group.id, purpose: found.purpose }),
  ]);
  const said = saidIn({ ...found, texts });
  return {
    ...found,
    texts,
    group,
    mostAWeek,
    budgets,
    lookAbove,
    said,
    ...standingOf(ctx, { group, found, texts, said }),
  };
}
export type SeenComposition = Awaited<ReturnType<typeof findComposition>>;

/** What it says, variant by variant, in the order of the languages: the group's own first. */
export function listTexts({ db }: { db: Queryable }, compositionId: string) {
  const isOfGroup = sql`${compositionTexts.language} = (select home.language from ${groups} home
    join ${compositions} own on own.group_id = home.id where own.id = ${compositionTexts.compositionId})`;
  return db
    .select({
      variant: compositionTexts.variant,
      language: compositionTexts.language,
      subject: compositionTexts.subject,
      preheader: compositionTexts.preheader,
      body: compositionTexts.body,
      version: compositionTexts.version,
      changedAt: compositionTexts.changedAt,
    })
    .from(compositionTexts)
    .where(eq(compositionTexts.compositionId, compositionId))
    .orderBy(asc(compositionTexts.variant), desc(isOfGroup), asc(compositionTexts.language));
}

/** The variants in which it says something, in their order; there is always a first. */
export function variantsOf(texts: { variant: Variant }[]): Variant[] {
  const written = new Set(texts.map(({ variant }) => variant));
  return VARIANTS.filter((variant) => variant === 'a' || written.has(variant));
}

/** Those of a group's texts that are to be copied, or begun with: its own as far as the viewer sees them, and templates that are offered. */
export async function findOriginal(ctx: ReadContext, group: SeenGroup, id: string) {
  const mayCopy = or(eq(compositions.groupId, group.id), compositions.isOffered);
  const [original] = await ctx.db
    .select({
      id: compositions.id,
      groupId: compositions.groupId,
      lines: compositions.lines,
      purpose: compositions.purpose,
      campaignId: compositions.campaignId,
    })
    .from(compositions)
    .where(and(eq(compositions.id, id), mayCopy));
  if (!original) throw new NotFound('mailing');
  refuseOthers({ ...group, given: await findGiven(ctx, group.id, original.campaignId) });
  // Another group's lines are about its own things, and hold nobody here.
  return { ...original, lines: original.groupId === group.id ? original.lines : null };
}

/** What the viewer carries for one of the group's campaigns alone. */
async function findGiven({ db, viewer }: ReadContext, groupId: string, campaignId?: string | null) {
  if (!campaignId) return [];
  const [campaign] = await db
    .select({ given: givenFor(viewer.id, sql`${campaignId}::uuid`) })
    .from(campaigns)
    .where(and(eq(campaigns.groupId, groupId), eq(campaigns.id, campaignId)));
  return campaign?.given ?? [];
}

const state = sql<CompositionState>`case ${mailings.state} when 'scheduled' then 'waiting'
  when 'sending' then 'sending' when 'stopped' then 'stopped' when 'sent' then 'sent' else 'draft' end`;

/** Of its first variant. */
const ofTexts = (what: SQL) => sql`(select ${what} from ${compositionTexts} own
  where own.composition_id = ${compositions.id} and own.variant = 'a')`;

const columns = {
  id: compositions.id,
  subject: sql<
    string | null
  >`(select own.subject from ${compositionTexts} own where own.composition_id = ${compositions.id}
    and own.variant = 'a' and own.subject <> '' order by own.changed_at, own.language limit 1)`,
  language: sql<'en' | 'es' | 'ar' | null>`(select own.language from ${compositionTexts} own
    where own.composition_id = ${compositions.id} and own.variant = 'a' and own.subject <> '' order by own.changed_at, own.language limit 1)`,
  languages: sql<
    ('en' | 'es' | 'ar')[]
  >`${ofTexts(sql`coalesce(json_agg(own.language order by own.language), '[]')`)}`,
  state,
  isTemplate: compositions.isTemplate,
  isOffered: compositions.isOffered,
  dueAt: sql`case when ${mailings.state} = 'scheduled' then ${mailings.dueAt} end`.mapWith(mailings.dueAt),
  startedAt: mailings.startedAt,
  endedAt: mailings.endedAt,
  changedAt: compositions.changedAt,
  receiverCount: mailings.receiverCount,
  /** Counted for the few that are under way: of those that are out their own page says it. */
  sentCount: sql<number | null>`case when ${mailings.state} in ('sending', 'stopped') then (
    select count(*)::int from ${mails} mail where mail.mailing_id = ${mailings.id} and mail.state = 'sent') end`,
};

/** The campaign that it belongs to is kept from everyone: so is what it tells, as long as that lasts. */
const isCampaignHidden = sql<boolean>`exists (select from ${campaigns} told
  where told.id = ${compositions.campaignId} and told.hidden_at is not null)`;

/** Why a composition is not told: nothing is written, or its campaign is hidden; null: it is. */
export async function findSilenceOf(db: Queryable, compositionId: string): Promise<'moot' | 'hidden' | null> {
  const [told] = await findTold(db, { compositionId });
  if (!told?.isWritten) return 'moot';
  return told.isHidden || told.isWithheld ? 'hidden' : null;
}

const isWritten = sql<boolean>`exists (select from ${compositionTexts} own where own.composition_id = ${compositions.id}
  and (own.subject ~ '\\S' or own.body ~ '\\S'))`;
/** The group that wrote it is gone, or may do nothing for now. */
const isWithheld = sql<boolean>`(${compositions.writerName} is not null and not exists (select from ${groups} writer
  where writer.id = ${compositions.writerId} and writer.frozen_at is null and writer.hidden_at is null))`;
/** Asked before each bundle of mails. */
const findTold = prepared((db, { compositionId }: { compositionId: string }) =>
  db
    .select({ isWritten, isHidden: isCampaignHidden, isWithheld })
    .from(compositions)
    .where(eq(compositions.id, compositionId)),
);

const whole = {
  stoppedFor: mailings.stoppedFor,
  groupId: compositions.groupId,
  campaignId: compositions.campaignId,
  ladderId: compositions.ladderId,
  writerId: compositions.writerId,
  writerName: compositions.writerName,
  isCampaignHidden,
  lines: compositions.lines,
  chosenBy: compositions.chosenBy,
  seesAll: compositions.seesAll,
  purpose: compositions.purpose,
  inNameOf: compositions.inNameOf,
  senderName: nameIn(compositions.inNameOf, compositions.groupId),
  readersHour: compositions.readersHour,
  lot: compositions.lot,
  lookAskedBy: compositions.lookAskedBy,
  lookAskedAt: compositions.lookAskedAt,
  lookAskerName: nameIn(compositions.lookAskedBy, compositions.groupId),
  lookGivenAt: compositions.lookGivenAt,
  lookGiverName: nameIn(compositions.lookGivenBy, compositions.groupId),
  lookGivenBy: compositions.lookGivenBy,
  lookedAt: compositions.lookedAt,
  lookedCount: compositions.lookedCount,
  heldBackAt: compositions.heldBackAt,
  triedAt: compositions.triedAt,
};

type Found = {
  state: CompositionState;
  isTemplate: boolean;
  ladderId: string | null;
  writerName: string | null;
  lookAskedAt: Date | null;
  lookAskedBy: string | null;
  lookedAt: string | null;
  mailing: { dueAt: Date | null; fates: { waiting: number } } | null;
  experiment: { isShared: boolean } | null;
};
/** How the viewer stands to it, for its policy. */
function standingOf(
  { viewer }: ReadContext,
  { group, found, texts, said }: { group: Writer; found: Found; texts: { variant: Variant }[]; said: string },
): Pick<
  CompositionStanding,
  | 'carried'
  | 'given'
  | 'isFrozen'
  | 'isOver'
  | 'isLookAsked'
  | 'isLookGiven'
  | 'isMine'
  | 'isSiteSteward'
  | 'isOfLadder'
  | 'isChaperoned'
  | 'isCompared'
  | 'isShared'
> {
  const { mailing } = found;
  return {
    carried: group.carried,
    given: group.given,
    isFrozen: group.isFrozen,
    isOver: found.state === 'sent' || (mailing?.dueAt === null && mailing.fates.waiting === 0),
    isLookAsked: found.lookAskedAt !== null,
    isLookGiven: found.lookedAt === said,
    isMine: found.lookAskedBy === viewer.id,
    isSiteSteward: viewer.isSiteSteward,
    isOfLadder: found.ladderId !== null,
    isChaperoned: found.writerName !== null,
    isCompared: found.state !== 'draft' && variantsOf(texts).length > 1,
    isShared: found.experiment?.isShared === true,
  };
}
