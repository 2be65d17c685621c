import type { Context } from '../../context.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { readBody } from '../body/reading.ts';
import { mailingsPolicy } from '../policy.ts';
import { findComposition } from '../queries.ts';
import type { LinkTrial } from './contract.ts';
import { tryLinks } from './trying.ts';

/** Tries the links of all texts of a mailing, as they are saved now. What came of it is kept nowhere. */
export async function tryLinksOf(
  ctx: Context,
  { slug, mailingId }: { slug: string; mailingId: string },
): Promise<LinkTrial[]> {
  const { group, texts } = await findComposition(ctx, slug, mailingId);
  permit(mailingsPolicy, 'write', group);
  await ctx.change((tx) => spendQuota(ctx, tx, 'link-trials', group.id));
  const links = texts.flatMap(({ body }) => readBody(body).links);
  return tryLinks(links, { site: ctx.settings.publicUrl });
}
