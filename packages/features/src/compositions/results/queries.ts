import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { nameLines, scopeFor, viewingOf } from '../../segments/queries.ts';
import { withinTime } from '../../segments/time-limit.ts';
import type { CompositionPlace } from '../changing.ts';
import { DEEDS, LOT_DAYS, type Lot } from '../learning.ts';
import { findComposition, type SeenComposition } from '../queries.ts';
import { shownFor } from '../views.ts';
import { compareVariants } from './comparing.ts';
import { countTallies } from './counting.ts';
import { differenceOf, errorAmong, plannedVariance } from './differences.ts';
import { compositionResults } from './tables.ts';
import { sumBy, sumOf, type Sum, type Tally } from './tallies.ts';

/** What came of one that was begun, for those who write it: what people did, and never what they read. */
export async function findResults(ctx: Context, { slug, id }: CompositionPlace) {
  const composition = await findComposition(ctx, slug, id);
  const [counted] = await ctx.db
    .select()
    .from(compositionResults)
    .where(eq(compositionResults.compositionId, id));
  if (!counted) throw new NotFound('results');
  const { since, until } = counted;
  const tallies = counted.tallies ?? (await withinTime(ctx, MOST_MS, (tx) => countAlone(tx, id)));
  if (!tallies) throw new Conflict('compositions.counting-takes-long');
  return {
    ...{ since, until, isOpen: until > new Date(), lot: composition.lot },
    laterAt: laterFor(composition.lot, since),
    ...(await resultsOf(ctx, composition, tallies)),
  };
}

/** One at a time for each mailing: whoever looks again before it is counted waits for nothing more. */
async function countAlone(tx: Transaction, id: string): Promise<Tally[] | null> {
  const { rows } = await tx.execute<{ isMine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`results:${id}`}, 0)) as "isMine"`,
  );
  return rows[0]?.isMine ? countTallies(tx, id) : null;
}

/** Counting those of a mailing to a million takes seconds. */
const MOST_MS = 20_000;

/** When those get it whom the lot left out. */
function laterFor(lot: Lot | null, since: Date): Date | null {
  return lot === null || lot === 'never' ? null : new Date(since.getTime() + LOT_DAYS[lot] * 86_400_000);
}

async function resultsOf(ctx: Context, composition: SeenComposition, tallies: Tally[]) {
  const getting = tallies.filter(({ variant }) => variant !== null);
  const spared = tallies.filter(({ variant }) => variant === null);
  const got = sumOf(getting);
  const leftOut = composition.lot === null ? null : sumOf(spared);
  return {
    ...{ got, leftOut, brought: leftOut ? broughtBy(got, leftOut) : [] },
    variants: sumBy(getting, ({ variant }) => variant)
      .flatMap(({ key, ...sum }) => (key === null ? [] : [{ variant: key, ...sum }]))
      .sort((one, other) => (one.variant < other.variant ? -1 : 1)),
    compared: composition.experiment ? compareVariants(composition.experiment, tallies) : [],
    languages: sumBy(getting, ({ language }) => language).map(({ key: language, ...sum }) => ({
      language,
      ...sum,
    })),
    sources: sumBy(getting, ({ source }) => source).map(({ key: source, ...sum }) => ({ source, ...sum })),
    lines: await linesOf(ctx, composition, getting),
  };
}

/** For what was done by anybody. */
function broughtBy(got: Sum, leftOut: Sum) {
  return DEEDS.filter((deed) => got.deeds[deed] + leftOut.deeds[deed] > 0).map((deed) => ({
    deed,
    difference: differenceOf(
      { of: leftOut.count, did: leftOut.deeds[deed] },
      { of: got.count, did: got.deeds[deed] },
      { error: errorAmong(DEEDS.length), planned: plannedVariance(USUAL, [leftOut.count, got.count]) },
    ),
  }));
}

/** How many do one of these things, of one, where nobody said it beforehand. */
const USUAL = 0.05;

async function linesOf(ctx: Context, composition: SeenComposition, tallies: Tally[]) {
  const { group, lines } = composition;
  if (!lines || tallies.every(({ line }) => line === null)) return [];
  const scope = await scopeFor(ctx, viewingOf(group), lines);
  const named = (await nameLines(ctx, scope, lines)).map(shownFor(composition));
  return sumBy(tallies, ({ line }) => line).flatMap(({ key, ...sum }) => {
    const line = key === null ? undefined : named[key];
    return line ? [{ line, ...sum }] : [];
  });
}
