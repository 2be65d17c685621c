import type { Context } from '../../context.ts';
import { findSite } from '../../site/queries.ts';
import type { NamesAround } from '../above.ts';

/** What whoever guesses at an account's password tries first, besides what everyone takes: its name, and those around it. */
export async function listKnown(
  ctx: Pick<Context, 'db'>,
  { id, name }: { id: string; name: string },
  namesAround: NamesAround,
): Promise<string[]> {
  const site = await findSite(ctx);
  return [name, site.name, ...(await namesAround(ctx, id))];
}
