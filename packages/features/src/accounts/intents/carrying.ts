import { contextFor, type Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import type { CarryOut } from '../above.ts';
import type { Intent, IntentOutcome } from '../contract.ts';
import { findViewer } from '../sessions.ts';

/**
 * Does what was pressed before signing in, in the name of who just came in by `token`. What is refused now is not done,
 * and keeps nobody from coming in: the page they go on to says how things stand.
 */
export async function carryOutAs(
  ctx: Context,
  { token, intent }: { token: string; intent: Intent | null },
  carryOut: CarryOut,
): Promise<IntentOutcome | null> {
  const viewer = intent && (await findViewer(ctx, token));
  if (!intent || !viewer) return null;
  try {
    await carryOut(contextFor(ctx, viewer, ctx.language), intent);
    return { deed: intent.deed, outcome: 'done' };
  } catch (error) {
    if (error instanceof Refusal) return { deed: intent.deed, outcome: 'refused' };
    throw error;
  }
}
