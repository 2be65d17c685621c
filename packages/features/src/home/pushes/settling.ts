import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { pushDevices, pushes } from '../../notices/tables.ts';
import type { DueDevice, DuePush } from './taking.ts';

/** After each try that came to nothing it waits so many minutes; after the last it is let go. */
const WAITS = [1, 5, 30, 120];
/** A browser that could not be rung so often in a row is one no more. */
const MOST_FAILURES = 30;

/** What is to ring later waits, and what is over is gone. */
export async function holdPushes(
  { db }: Context,
  { held, over }: Pick<DueDevice, 'held' | 'over'>,
): Promise<void> {
  if (over.length > 0) await db.delete(pushes).where(inArray(pushes.id, over));
  for (const { pushId, at } of held)
    await db.update(pushes).set({ dueAt: at, tries: 0 }).where(eq(pushes.id, pushId));
}

/** Its carrier has it. */
export async function settleRung({ db }: Context, { id, now }: DueDevice): Promise<void> {
  await db.delete(pushes).where(inArray(pushes.id, idsOf(now)));
  await db.update(pushDevices).set({ failureCount: 0 }).where(eq(pushDevices.id, id));
}

/** It was not rung, and is to be again after so many seconds or more; null: not for these. */
export async function settleFailed(ctx: Context, device: DueDevice, seconds: number | null): Promise<void> {
  const { id, now, failureCount } = device;
  if (failureCount + 1 >= MOST_FAILURES) return dropDevice(ctx, device);
  const again = seconds === null ? [] : now.filter(({ tries }) => tries <= WAITS.length);
  const isAgain = new Set(idsOf(again));
  const ended = idsOf(now).filter((pushId) => !isAgain.has(pushId));
  if (ended.length > 0) await ctx.db.delete(pushes).where(inArray(pushes.id, ended));
  for (const { pushId, tries } of again) {
    const wait = Math.max(seconds ?? 0, (WAITS[tries - 1] ?? 0) * 60);
    await ctx.db
      .update(pushes)
      .set({ dueAt: sql`now() + make_interval(secs => ${wait})` })
      .where(eq(pushes.id, pushId));
  }
  await ctx.db
    .update(pushDevices)
    .set({ failureCount: sql`${pushDevices.failureCount} + 1` })
    .where(eq(pushDevices.id, id));
}

/** There is no such browser any more; what it was to be rung for goes with it. */
export async function dropDevice({ db }: Context, { id }: Pick<DueDevice, 'id'>): Promise<void> {
  await db.delete(pushDevices).where(eq(pushDevices.id, id));
}

function idsOf(due: DuePush[]): string[] {
  return due.map(({ pushId }) => pushId);
}
