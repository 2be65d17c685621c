import type { Context } from '../../context.ts';
import { findSite } from '../../site/queries.ts';

/** Names of the groups that this account is in or is likely to know. */
export type NamesAround = (ctx: Pick<Context, 'db'>, accountId: string) => Promise<string[]>;

/** What whoever guesses at an account's password tries first, besides what everyone takes: its name, and those around it. */
export async function listKnown(
  ctx: Pick<Context, 'db'>,
  { id, name }: { id: string; name: string },
  namesAround: NamesAround,
): Promise<string[]> {
  const site = await findSite(ctx);
  return [name, site.name, ...(await namesAround(ctx, id))];
}
