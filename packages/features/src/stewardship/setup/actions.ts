import { newId } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { addAccount, grantSiteSteward, mustBeTimeZone } from '../../accounts/actions.ts';
import { hashPassword } from '../../accounts/passwords/hashing.ts';
import { mustBeHardToGuess } from '../../accounts/passwords/strength.ts';
import { startSession } from '../../accounts/sessions.ts';
import { contextFor, within, type Context, type House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { createGroup } from '../../groups/actions.ts';
import { note } from '../../journal.ts';
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
  const [link] = await db
    .select({ id: setupLinks.id })
    .from(setupLinks)
    .where(eq(setupLinks.tokenHash, hashToken(token)));
  if (!link) throw new NotFound('setup');
}

/** Makes the site, its first steward and their group, all or nothing; the link is used up. Returns the group's slug and a session's token. */
export async function setUpSite(ctx: Context, token: string, answers: Setup) {
  await mustHoldSetupLink(ctx, token);
  const { siteName, languages, opening, groupName: name, groupSummary: summary, email, password } = answers;
  const known = [answers.name, siteName, name];
  await mustBeHardToGuess(password, { email, known, field: 'password' });
  mustBeTimeZone(answers.timeZone);
  const passwordHash = await hashPassword(password);
  const made = await ctx.change(async (tx) => {
    // Whoever deletes the link is the one who sets up; a second form sent at the same moment finds none.
    const link = eq(setupLinks.tokenHash, hashToken(token));
    const used = await tx.delete(setupLinks).where(link).returning({ id: setupLinks.id });
    if (used.length === 0) throw new NotFound('setup');
    await tx.insert(sites).values({ name: siteName, languages, opening });
    const steward = await addAccount(tx, answers, passwordHash);
    await grantSiteSteward(tx, steward.id);
    note(tx, steward.id, 'site.set-up', null);
    const viewer = { ...ctx.viewer, ...steward, signedIn: true, isSiteSteward: true };
    const asSteward = contextFor(ctx, viewer, ctx.language);
    // A crash leaves the link as good as it was.
    const { slug } = await createGroup(within(asSteward, tx), { name, summary });
    return { groupSlug: slug, stewardId: steward.id };
  });
  return { groupSlug: made.groupSlug, token: await startSession(ctx, made.stewardId) };
}
