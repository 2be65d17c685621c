import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { changeComposition, setOf, type CompositionPlace } from '../changing.ts';
import type { ExperimentInput } from '../contract.ts';
import { VARIANTS, type Variant } from '../learning.ts';
import { variantsOf } from '../queries.ts';
import { neededEach } from '../results/differences.ts';
import { compositionTexts, experiments } from '../tables.ts';

/** Begins one more variant, with what the first one says. Answers which it is; there are four at most (Conflict). */
export async function addVariant(ctx: Context, place: CompositionPlace): Promise<Variant> {
  return changeComposition(ctx, place, 'tryVariants', async (tx, { id, groupId, texts }) => {
    const written = variantsOf(texts);
    const variant = VARIANTS.find((one) => !written.includes(one));
    const first = texts.filter((text) => text.variant === 'a');
    if (!variant) throw new Conflict('compositions.variants-full');
    if (first.length === 0) throw new Conflict('compositions.no-text');
    await spendQuota(ctx, tx, 'compositions', groupId);
    await tx.insert(compositionTexts).values(
      first.map(({ language, subject, preheader, body }) => ({
        ...{ compositionId: id, variant, language, subject, preheader, body },
      })),
    );
    await afresh(tx, id, written.length + 1);
    note(tx, ctx, 'compositions.variant-added', { groupId, id }, { variant });
    return variant;
  });
}

/** Drops one of its variants, but the first. What only several could find out is not asked any more when one is left. */
export async function dropVariant(
  ctx: Context,
  place: CompositionPlace,
  { variant }: { variant: Variant },
): Promise<void> {
  await changeComposition(ctx, place, 'tryVariants', async (tx, { id, groupId, texts }) => {
    const others = variantsOf(texts).filter((one) => one !== variant);
    if (variant === 'a' || others.length === variantsOf(texts).length) throw new NotFound('variant');
    const isIt = and(eq(compositionTexts.compositionId, id), eq(compositionTexts.variant, variant));
    await tx.delete(compositionTexts).where(isIt);
    if (others.length < 2) await tx.delete(experiments).where(eq(experiments.compositionId, id));
    await afresh(tx, id, others.length);
    note(tx, ctx, 'compositions.variant-dropped', { groupId, id }, { variant });
  });
}

/** Says what its variants are to find out. Once it is on its way nothing of that changes. */
export async function setExperiment(
  ctx: Context,
  place: CompositionPlace,
  asked: ExperimentInput,
): Promise<void> {
  await changeComposition(ctx, place, 'tryVariants', async (tx, { id, groupId, texts }) => {
    const variants = variantsOf(texts).length;
    if (variants < 2) throw new Conflict('compositions.one-variant');
    if (asked.usualOf1000 + asked.worthOf1000 > 1000)
      throw new Invalid([{ name: 'worthOf1000', code: 'experiments.more-than-all' }]);
    const set = { ...asked, neededEach: neededFor(asked, variants) };
    await tx
      .insert(experiments)
      .values({ compositionId: id, groupId, ...set })
      .onConflictDoUpdate({ target: experiments.compositionId, set });
    await afresh(tx, id, variants);
    note(tx, ctx, 'compositions.experiment-set', { groupId, id }, { deed: asked.deed, days: asked.days });
  });
}

/** Takes what came of it out of the book for others, at any time. */
export async function endSharing(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'endSharing', async (tx, { id, groupId }) => {
    await tx.update(experiments).set({ isShared: false }).where(eq(experiments.compositionId, id));
    note(tx, ctx, 'compositions.sharing-ended', { groupId, id });
  });
}

/** More variants need more people each; and what was tried and looked at was another mailing. */
async function afresh(tx: Transaction, id: string, variants: number) {
  const isIt = eq(experiments.compositionId, id);
  const [asked] = await tx.select().from(experiments).where(isIt);
  if (asked)
    await tx
      .update(experiments)
      .set({ neededEach: neededFor(asked, variants) })
      .where(isIt);
  await setOf(tx, id, {});
}

type Expected = Pick<ExperimentInput, 'usualOf1000' | 'worthOf1000'>;

function neededFor({ usualOf1000, worthOf1000 }: Expected, variants: number): number {
  return neededEach({ usual: usualOf1000 / 1000, worth: worthOf1000 / 1000, variants });
}
