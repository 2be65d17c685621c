import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { findRulesInForce } from '../compositions/rules.ts';
import type { Context } from '../context.ts';
import { note } from '../journal.ts';
import { permit } from '../policy.ts';
import { runWithin } from './dry-run.ts';
import { ladderPolicy } from './policy.ts';
import { findLadder, type LadderPlace, type SeenLadder } from './queries.ts';
import { saidByLadder } from './said.ts';
import { ladders } from './tables.ts';

/** What a ladder said, how many would have begun within 90 days, and to how many it would have written; null: that takes too long to count. */
type Tried = { said: string; beganCount: number | null; mailedCount: number | null };

/** Tries a ladder dry where a second look may be asked for: before its change, which would hold others up for as long. */
export async function tryBefore(
  ctx: Context,
  place: LadderPlace,
  deed: 'open' | 'resume',
): Promise<Tried | null> {
  const ladder = await findLadder(ctx, place);
  permit(ladderPolicy, deed, ladder);
  const { lookAbove } = await findRulesInForce(ctx, ladder.groupId);
  const said = await saidByLadder(ctx.db, ladder);
  if (lookAbove === null || isAsOpened(ladder, said)) return null;
  const run = await runWithin(ctx, ladder);
  return { said, beganCount: run?.beganCount ?? null, mailedCount: run?.mailedCount ?? null };
}

/** How many may begin at once of a ladder that was tried: as many as were seen then, and a tenth more. */
export function agreedTo(count: number, { beganCount, mailedCount }: Tried): number {
  return Math.ceil(1.1 * Math.max(count, beganCount ?? 0, mailedCount ?? 0));
}

/** Whether somebody else has to press too; if so, it is written down that the viewer asked for it, as it is now. */
export async function takesSecond(
  tx: Transaction,
  ctx: Context,
  ladder: SeenLadder,
  { count, tried }: { count: number; tried: Tried | null },
): Promise<boolean> {
  const { id, groupId, openingAskedBy } = ladder;
  const { lookAbove } = await findRulesInForce({ db: tx }, groupId);
  const said = await saidByLadder(tx, ladder);
  if (lookAbove === null || isAsOpened(ladder, said)) return false;
  const mailedCount = tried?.said === said ? tried.mailedCount : null;
  if (Math.max(count, mailedCount ?? Infinity) <= lookAbove) return false;
  if (isAskedFor(ladder, said)) return openingAskedBy === ctx.viewer.id;
  const asked = { openingAskedBy: ctx.viewer.id, openingAskedFor: said };
  await tx.update(ladders).set(asked).where(eq(ladders.id, id));
  note(tx, ctx, 'ladders.opening-asked', { groupId, id });
  return true;
}

type Standing = Pick<SeenLadder, 'state' | 'isStopped' | 'openingAskedBy' | 'openingAskedFor'>;

/** Somebody asked another to open it as it is, or to go on with it. */
export function isAskedFor(
  { state, isStopped, openingAskedBy, openingAskedFor }: Standing,
  said: string,
): boolean {
  return (state === 'draft' || isStopped) && openingAskedBy !== null && openingAskedFor === said;
}

/** It says what it said when it was opened, or went on last. */
function isAsOpened({ state, openingAskedBy, openingAskedFor }: Standing, said: string): boolean {
  return state !== 'draft' && openingAskedBy === null && openingAskedFor === said;
}
