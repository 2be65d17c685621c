import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { listedFor } from '../../groups/queries.ts';
import { standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import { isFoundBy, wordsOf } from '../../searches.ts';
import { LEAST_REACHED, type Variant } from '../learning.ts';
import { LETTER } from '../queries.ts';
import { compareVariants, sharesOf } from '../results/comparing.ts';
import { compositionResults } from '../results/tables.ts';
import type { Tally } from '../results/tallies.ts';
import { compositionTexts, experiments } from '../tables.ts';
import type { ExperimentQuery } from './contract.ts';

const newest = keyset('desc', experiments.compositionId);

/** What the groups of the site found out by trying, newest first, for those who write to people in any of them. */
export async function listExperiments(ctx: Context, { search, deed, after, limit = 20 }: ExperimentQuery) {
  await refuseOthers(ctx);
  const { viewer } = ctx;
  const isOwn = standsIn(viewer.id, groups.id, 'contact_people');
  const rows = await ctx.db
    .select({
      id: experiments.compositionId,
      question: experiments.question,
      deed: experiments.deed,
      days: experiments.days,
      usualOf1000: experiments.usualOf1000,
      endedAt: compositionResults.until,
      tallies: compositionResults.tallies,
      subjects,
      slug: groups.slug,
      name: groups.name,
      isOwn,
      isKnown: sql<boolean>`${listedFor({ viewer })}`,
      cursor: newest.cursor,
    })
    .from(experiments)
    .innerJoin(compositionResults, eq(compositionResults.compositionId, experiments.compositionId))
    .innerJoin(mailings, tells(LETTER, experiments.compositionId))
    .innerJoin(groups, eq(groups.id, experiments.groupId))
    .where(
      and(
        sql`(${isOwn} or (${experiments.isShared} and ${groups.hiddenAt} is null and ${groups.vouchedAt} is not null))`,
        hasReached,
        isNotNull(compositionResults.tallies),
        deed && eq(experiments.deed, deed),
        search?.trim() ? isFoundBy(wordsOf(sql`${experiments.question}`), search) : undefined,
        newest.after(after),
      ),
    )
    .orderBy(...newest.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  return { rows: page.rows.map(rowOf), next: page.next };
}

/** One that was stopped in its middle compares those who never had a letter. */
const hasReached = sql`${mailings.sentCount} >= ${mailings.receiverCount} * ${LEAST_REACHED}::float8`;

/** Of each variant, in the language in which it was written first. */
const subjects = sql<Partial<Record<Variant, string>>>`(select json_object_agg(variant, subject) from (
  select distinct on (own.variant) own.variant, own.subject from ${compositionTexts} own
  where own.composition_id = ${experiments.compositionId} and own.subject <> ''
  order by own.variant, own.changed_at, own.language) first)`;

async function refuseOthers({ db, viewer }: Context) {
  const { rows } = await db.execute<{ writes: boolean }>(
    sql`select exists (select from ${groups} where ${standsIn(viewer.id, groups.id, 'contact_people')}) as writes`,
  );
  if (!rows[0]?.writes) throw new NotFound('experiments');
}

type Found = {
  tallies: Tally[] | null;
  subjects: Partial<Record<Variant, string>> | null;
  slug: string;
  name: string;
  isOwn: boolean;
  isKnown: boolean;
} & Pick<typeof experiments.$inferSelect, 'question' | 'deed' | 'days' | 'usualOf1000'> & {
    id: string;
    endedAt: Date;
  };

function rowOf({ tallies, subjects: titles, slug, name, isOwn, isKnown, ...found }: Found) {
  const { id, question, deed, days, endedAt } = found;
  const shares = sharesOf(found, tallies ?? []);
  const isTold = isOwn || shares.every(({ of, did }) => Math.min(did, of - did) >= FEW);
  return {
    ...{ id, question, deed, days, endedAt },
    group: isKnown ? { slug, name, isOwn } : null,
    variants: shares.map(({ variant, of, did }) => ({
      variant,
      subject: titles?.[variant] ?? '',
      ...(isTold ? { count: of, did } : { count: null, did: null }),
    })),
    compared: isTold ? compareVariants(found, tallies ?? []) : [],
  };
}

/** Fewer, of those who did it or of those who did not, could say who they are; and from what is said of one the other is reckoned. */
const FEW = 10;
