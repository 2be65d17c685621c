import { newId } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { pushDevices, pushes } from '../../notices/tables.ts';
import { hashToken } from '../../site/tokens.ts';
import type { DeviceChange, NewDevice } from './contract.ts';
import { areDeviceKeys } from './encrypting.ts';
import { isEndpoint } from './endpoints.ts';
import { keepEndpoint } from './keeping.ts';

/** So many browsers of one account are rung. */
const MOST = 10;

/** The viewer lets the browser that they sit at be rung, until it is signed out. It rings for whoever let it last. */
export async function addDevice(ctx: Context, asked: NewDevice): Promise<{ id: string }> {
  const { viewer } = ctx;
  if (!isEndpoint(asked.endpoint)) throw new Invalid([{ name: 'endpoint', code: 'pushes.endpoint' }]);
  if (!areDeviceKeys(asked)) throw new Invalid([{ name: 'p256dh', code: 'pushes.endpoint' }]);
  const [endpointHash, sessionId] = [hashToken(asked.endpoint), viewer.sessionId ?? ''];
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'devices');
    const isIt = eq(pushDevices.endpointHash, endpointHash);
    await tx.delete(pushDevices).where(and(isIt, ne(pushDevices.accountId, viewer.id)));
    // Two that are added at once count each other.
    await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.id, viewer.id))
      .for('no key update');
    const [known] = await tx.select({ id: pushDevices.id }).from(pushDevices).where(isIt);
    const id = known?.id ?? newId();
    const own = { sessionId, kept: keepEndpoint(ctx, id, asked), failureCount: 0 };
    if (known) {
      await tx.update(pushDevices).set(own).where(isIt);
      return { id };
    }
    const count = await tx.$count(pushDevices, eq(pushDevices.accountId, viewer.id));
    if (count >= MOST) throw new Conflict('pushes.too-many', { most: MOST });
    await tx
      .insert(pushDevices)
      .values({ id, accountId: viewer.id, endpointHash, ...own })
      .onConflictDoNothing();
    return { id };
  });
}

/** Whether the screen of one of the viewer's browsers says what it is. */
export async function changeDevice(
  ctx: Context,
  deviceId: string,
  { isTelling }: DeviceChange,
): Promise<void> {
  const { rowCount } = await ctx.change((tx) =>
    tx.update(pushDevices).set({ isTelling }).where(isOwn(ctx, deviceId)),
  );
  if (!rowCount) throw new NotFound('device');
}

/** One of the viewer's browsers is rung no more. */
export async function endDevice(ctx: Context, deviceId: string): Promise<void> {
  const { rowCount } = await ctx.change((tx) => tx.delete(pushDevices).where(isOwn(ctx, deviceId)));
  if (!rowCount) throw new NotFound('device');
}

/** Rings one of the viewer's browsers as soon as may be, whatever they chose: they want to hear whether it rings. */
export async function tryDevice(ctx: Context, deviceId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [device] = await tx.select({ id: pushDevices.id }).from(pushDevices).where(isOwn(ctx, deviceId));
    if (!device) throw new NotFound('device');
    await spendQuota(ctx, tx, 'rings');
    await tx.insert(pushes).values({ id: newId(), deviceId, noticeId: null, dueAt: sql`now()` });
  });
}

function isOwn({ viewer }: Context, deviceId: string) {
  return and(eq(pushDevices.id, deviceId), eq(pushDevices.accountId, viewer.id));
}
