import { promiseOpening, openProven, readFace } from '../../../accounts/openings/actions.ts';
import type { NamesAround, LetIn as LetInBy } from '../../../accounts/above.ts';
import { startSession } from '../../../accounts/sessions.ts';
import type { Context } from '../../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../../errors.ts';
import { refuseFrozen } from '../../../policy.ts';
import { enterBy } from '../actions.ts';
import type { InvitedAccount, InvitedOpening } from '../contract.ts';
import { findInvitation, findInvitationById, opensAccounts, type Invitation } from '../queries.ts';

type LetIn = { slug: string; token: string; email: string };

/**
 * Opens the account of the mailbox that an invitation was mailed to, and makes it a member: the link, which nobody else
 * was told, proves the mailbox. One that has an account is refused (409 accounts.email-taken), and signs in instead.
 */
export async function openInvitedAccount(
  ctx: Context,
  { token, ...asked }: InvitedAccount & { token: string },
  namesAround: NamesAround,
): Promise<LetIn> {
  const invitation = await findOpening(ctx, token);
  const { addressee, group } = invitation;
  if (!addressee) throw new NotFound('invitation');
  const face = await readFace(ctx, { ...asked, email: addressee.email }, namesAround);
  const account = await ctx.change(async (tx) => {
    const opened = await openProven(tx, ctx, face);
    await enterBy(tx, invitation, opened);
    return opened;
  });
  return { slug: group.slug, token: await startSession(ctx, account.id), email: account.email };
}

/** Asks for an account with a link that anyone may hold: once its mailbox says yes, it is there and a member. */
export async function askToOpenInvited(
  ctx: Context,
  { token, ...asked }: InvitedOpening & { token: string },
  namesAround: NamesAround,
): Promise<void> {
  const { id, addressee, group } = await findOpening(ctx, token);
  if (addressee) throw new NotFound('invitation');
  const intent = { deed: 'groups.accept' as const, subject: id };
  await promiseOpening(ctx, { ...asked, next: `/groups/${group.slug}`, intent }, namesAround);
}

/** The account that a link opens comes in by it, in one; a link that is over, or is gone, opens none. */
export const enterOpened: LetInBy = async (tx, ctx, { invitationId, account }) => {
  const invitation = await findInvitationById({ db: tx, viewer: ctx.viewer }, invitationId).catch(
    (error: unknown) => {
      throw error instanceof NotFound ? new Conflict('groups.invitation-over') : error;
    },
  );
  await enterBy(tx, invitation, account);
};

/** An invitation that still lets in, and lets a new person open an account. */
async function findOpening(ctx: Context, token: string): Promise<Invitation> {
  const invitation = await findInvitation(ctx, token);
  if (invitation.state !== 'open') throw new Conflict('groups.invitation-over');
  refuseFrozen(invitation.group);
  if (!(await opensAccounts(ctx, invitation))) throw new Forbidden('groups.invitation-opens-no-account');
  return invitation;
}
