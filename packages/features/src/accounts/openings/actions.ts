import { newId, type Transaction } from '@groundwork/database';
import { and, eq, gt, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context, House } from '../../context.ts';
import { Forbidden, Invalid } from '../../errors.ts';
import { tell } from '../../notices/actions.ts';
import { releaseMailTo } from '../../outbox/ledger.ts';
import { reopenMailbox } from '../../outbox/shut-mailboxes.ts';
import { findSite } from '../../site/queries.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import { addAccount, mustBeTimeZone } from '../actions.ts';
import type { Opening, Intent } from '../contract.ts';
import { emailKey } from '../emails/keys.ts';
import { useInvitation } from '../invitations/actions.ts';
import { findUsableInvitation } from '../invitations/queries.ts';
import { hoursFromNow, LinkEnded } from '../links.ts';
import { hashPassword } from '../passwords/hashing.ts';
import { listKnown } from '../passwords/known.ts';
import type { NamesAround, LetIn } from '../above.ts';
import { mustBeHardToGuess } from '../passwords/strength.ts';
import { startSession } from '../sessions.ts';
import { accounts } from '../tables.ts';
import { safeNextPath } from './next-path.ts';
import { findHomeZone, isOpen } from './queries.ts';
import { accountOpenings } from './tables.ts';

const MAILS_AN_HOUR = 3;

/**
 * Asks for an account. The email decides nothing that can be seen here: with or without an account it costs one hash,
 * one row and one mail, which says what to do. Throws Forbidden when the site does not let the viewer open one.
 */
export async function askToOpen(
  ctx: Context,
  asked: Opening & { intent?: Intent | null },
  namesAround: NamesAround,
): Promise<void> {
  const invitationId = await mustBeLetIn(ctx, asStored(asked.email), asked.invitation);
  await promiseOpening(ctx, { ...asked, invitationId }, namesAround);
}

type Let = Omit<Opening, 'invitation'> & { invitationId?: string | null; intent?: Intent | null };

/** The same for whom something else lets in, such as the invitation of a group. */
export async function promiseOpening(
  ctx: Context,
  { next, invitationId = null, intent = null, ...asked }: Let,
  namesAround: NamesAround,
): Promise<void> {
  const { passwordHash, ...face } = await readFace(ctx, asked, namesAround);
  const { email } = face;
  const token = newToken();
  const opening = {
    ...{ ...face, id: newId(), passwordHash, invitationId, intent, nextPath: safeNextPath(next) },
    ...{ tokenHash: hashToken(token), expiresAt: hoursFromNow(24) },
  };
  await ctx.change(async (tx) => {
    const isKnown = await hasAccount(tx, email);
    if (await mayBeWritten(tx, ctx, email)) await tellAsker(tx, ctx, { ...opening, token, isKnown });
    // The mail for an email with an account holds no token, so nobody will ever confirm this row.
    await tx.insert(accountOpenings).values(opening);
  });
}

/**
 * The email is proven: the account is there, and signed in. Throws LinkEnded when the link was used or is too old. Where
 * not everyone may open an account, whoever a group's invitation let in uses it up now, so that it opens no more accounts
 * than it has uses; over, it is refused.
 */
export async function confirmOpening(
  ctx: Context,
  token: string,
  letIn: LetIn,
): Promise<{ token: string; email: string; next: string; intent: Intent | null }> {
  const { account, next, intent } = await ctx.change(async (tx) => {
    const [opening] = await tx.delete(accountOpenings).where(isOpen(token)).returning();
    if (!opening) throw new LinkEnded();
    if (opening.invitationId) await useInvitation(tx, opening.invitationId);
    const account = await openProven(tx, ctx, opening);
    const { intent, nextPath, invitationId } = opening;
    const isByGroup = intent?.deed === 'groups.accept' && invitationId === null;
    if (isByGroup && (await findSite({ db: tx })).opening !== 'anyone')
      await letIn(tx, ctx, { invitationId: intent.subject, account });
    return { account, next: nextPath, intent };
  });
  return { token: await startSession(ctx, account.id), email: account.email, next, intent };
}

/** Who an account is for, as asked, its password checked and hashed. */
export async function readFace(
  ctx: Context,
  asked: Omit<Opening, 'next' | 'invitation'>,
  namesAround: NamesAround,
): Promise<Face> {
  const { name, language, timeZone = await findHomeZone(ctx), password } = asked;
  const email = asStored(asked.email);
  mustBeTimeZone(timeZone);
  const known = await listKnown(ctx, { id: ctx.viewer.id, name }, namesAround);
  await mustBeHardToGuess(password, { email, known, field: 'password' });
  return { email, name: name.trim(), language, timeZone, passwordHash: await hashPassword(password) };
}

type Face = Parameters<typeof addAccount>[1] & { passwordHash: string };

/**
 * Opens the account of a mailbox that was just proven to be its asker's; what else was asked for it ends. The database
 * refuses (409 accounts.email-taken) when the mailbox has one.
 */
export async function openProven(tx: Transaction, house: House, face: Face) {
  await tx.delete(accountOpenings).where(eq(accountOpenings.email, face.email));
  await releaseMailTo(tx, face.email);
  reopenMailbox(tx, house, face.email);
  return addAccount(tx, face, face.passwordHash);
}

async function mustBeLetIn(
  ctx: Context,
  email: string,
  invitation: string | undefined,
): Promise<string | null> {
  const { opening } = await findSite(ctx);
  if (opening === 'anyone' && !invitation) return null;
  if (opening === 'nobody') throw new Forbidden('accounts.opening-closed');
  if (!invitation) throw new Forbidden('accounts.invitation-needed');
  const invited = await findUsableInvitation(ctx, invitation);
  if (invited.email !== null && invited.email !== email) {
    throw new Invalid([{ name: 'email', code: 'accounts.invitation-other-email' }]);
  }
  return invited.id;
}

async function hasAccount(tx: Transaction, email: string) {
  const found = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return found.length > 0;
}

/** A mailbox hears from this form a few times an hour at most, however often and from wherever it is sent. */
async function mayBeWritten(tx: Transaction, ctx: Context, email: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${emailKey(ctx, email)}, 0))`);
  const lately = and(
    eq(accountOpenings.email, email),
    gt(accountOpenings.askedAt, sql`now() - interval '1 hour'`),
  );
  return (await tx.$count(accountOpenings, lately)) < MAILS_AN_HOUR;
}

type Asked = Pick<typeof accountOpenings.$inferSelect, 'id' | 'email' | 'language'> & {
  token: string;
  isKnown: boolean;
};
function tellAsker(tx: Transaction, ctx: Context, { id, email, language, token, isKnown }: Asked) {
  const asked = { to: { typed: 'form' as const, email, language }, id };
  if (isKnown) return tell(tx, ctx, 'accounts.open-known', asked);
  return tell(tx, ctx, 'accounts.open', { ...asked, token });
}
