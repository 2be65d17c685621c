import type { Transaction } from '@groundwork/database';
import { contextFor, type Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { findViewer } from '../sessions.ts';
import type { Wish, WishOutcome } from './contract.ts';

/** How each deed is done, for features above this one. */
export type CarryOut = (ctx: Context, wish: Wish) => Promise<void>;

/** Makes an account that is just being opened a member, by a group's invitation; or refuses, and it is not opened. */
export type LetIn = (
  tx: Transaction,
  ctx: Context,
  given: { invitationId: string; account: { id: string; email: string } },
) => Promise<void>;

/**
 * Does what was pressed before signing in, in the name of who just came in by `token`. What is refused now is not done,
 * and keeps nobody from coming in: the page they go on to says how things stand.
 */
export async function carryOutAs(
  ctx: Context,
  { token, wish }: { token: string; wish: Wish | null },
  carryOut: CarryOut,
): Promise<WishOutcome | null> {
  const viewer = wish && (await findViewer(ctx, token));
  if (!wish || !viewer) return null;
  try {
    await carryOut(contextFor(ctx, viewer, ctx.language), wish);
    return { deed: wish.deed, outcome: 'done' };
  } catch (error) {
    if (error instanceof Refusal) return { deed: wish.deed, outcome: 'refused' };
    throw error;
  }
}
