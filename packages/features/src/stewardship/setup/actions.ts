import { newId } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { eq } from 'drizzle-orm';
import { createAccount, grantSiteSteward } from '../../accounts/actions.ts';
import { startSession } from '../../accounts/sessions.ts';
import { contextFor, type Context, type House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { createGroup } from '../../groups/actions.ts';
import { findSite } from '../../site/queries.ts';
import { setupLinks, sites } from '../../site/tables.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import type { Setup } from '../contract.ts';

/** A fresh one-time link for a site that nobody has set up yet, in place of any earlier one; null once it is set up. */
export async function makeSetupLink(house: House): Promise<string | null> {
  const { isSetUp } = await findSite(house);
  if (isSetUp) return null;
  const token = newToken();
  await house.db.transaction(async (tx) => {
    await tx.delete(setupLinks);
    await tx.insert(setupLinks).values({ id: newId(), tokenHash: hashToken(token) });
  });
  return `${house.settings.publicUrl}/setup/${token}`;
}

/** Throws NotFound unless the token is the link that sets this site up. */
export async function mustHoldSetupLink({ db }: Pick<Context, 'db'>, token: string): Promise<void> {
  const [link] = await db.select({ id: setupLinks.id }).from(setupLinks).where(eq(setupLinks.tokenHash, hashToken(token)));
  if (!link) throw new NotFound('setup');
}

/** Makes the site, its first steward and their group; the link is used up. Returns the group and a session's token. */
export async function setUpSite(ctx: Context, token: string, answers: Setup) {
  const steward = await ctx.change(async (tx) => {
    // Whoever deletes the link is the one who sets up; a second form sent at the same moment finds none.
    const used = await tx.delete(setupLinks).where(eq(setupLinks.tokenHash, hashToken(token))).returning({ id: setupLinks.id });
    if (used.length === 0) throw new NotFound('setup');
    const { siteName, languages, opening } = answers;
    await tx.insert(sites).values({ name: siteName, languages, opening });
    const account = await createAccount(tx, answers);
    await grantSiteSteward(tx, account.id);
    await record(tx, { kind: 'site.set-up', actorId: account.id });
    return account;
  });
  const viewer = { ...ctx.viewer, ...steward, signedIn: true, isSiteSteward: true };
  const group = await createGroup(contextFor(ctx, viewer, ctx.language), {
    name: answers.groupName,
    summary: answers.groupSummary,
  });
  return { groupSlug: group.slug, token: await startSession(ctx, steward.id) };
}
