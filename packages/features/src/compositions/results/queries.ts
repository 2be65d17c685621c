import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { nameLines, scopeFor, viewingOf } from '../../segments/queries.ts';
import { withinTime } from '../../segments/time-limit.ts';
import type { CompositionPlace } from '../changing.ts';
import { DEEDS } from '../learning.ts';
import { findComposition, type SeenComposition } from '../queries.ts';
import { shownFor } from '../views.ts';
import { compareVariants } from './comparing.ts';
import { countTallies } from './counting.ts';
import { differenceOf } from './differences.ts';
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
  const tallies = counted.tallies ?? (await withinTime(ctx, MOST_MS, (tx) => countTallies(tx, id)));
  if (!tallies) throw new Conflict('compositions.counting-takes-long');
  return {
    ...{ since, until, isOpen: counted.tallies === null && until > new Date(), lot: composition.lot },
    ...(await resultsOf(ctx, composition, tallies)),
  };
}

/** Counting those of a mailing to a million takes seconds. */
const MOST_MS = 20_000;

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
    ),
  }));
}

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
