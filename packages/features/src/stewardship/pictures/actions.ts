import { inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import type { Subject } from '../../subject.ts';
import { dropPictures } from '../../site/pictures/actions.ts';
import { pictures } from '../../site/pictures/tables.ts';
import { findUnusedPictures } from './queries.ts';

/** Drops pictures that no subject shows a week after they came: those of deleted groups and of forms never sent, too. */
export async function forgetUnusedPictures(ctx: Context, subjects: Subject[]): Promise<void> {
  while ((await forgetBatch(ctx, subjects)) === BATCH);
}

const BATCH = 1_000;
const DAYS = 7;

async function forgetBatch(ctx: Context, subjects: Subject[]): Promise<number> {
  const keys = await findUnusedPictures(ctx, subjects, { days: DAYS, limit: BATCH });
  if (keys.length === 0) return 0;
  // The files first: if this stops half-way, the rows still say what is left to drop.
  await dropPictures(ctx, keys);
  await ctx.change(async (tx) => {
    await tx.delete(pictures).where(inArray(pictures.key, keys));
    note(tx, null, 'stewardship.pictures-forgotten', null, { count: keys.length });
  });
  return keys.length;
}
