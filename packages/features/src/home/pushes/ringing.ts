import { sql } from 'drizzle-orm';
import { contextFor, NOBODY, type Context, type House } from '../../context.ts';
import { findSite } from '../../site/queries.ts';
import { pushes } from '../../notices/tables.ts';
import { countWaits } from '../queries.ts';
import { endpointOf } from './keeping.ts';
import { postPush, type Posted, type PushNet } from './posting.ts';
import { ringingText } from './saying.ts';
import { dropDevice, holdPushes, settleFailed, settleRung } from './settling.ts';
import { takeDevices, type DueDevice } from './taking.ts';

/** Whether a phone is to be rung now. */
export async function isRingDue({ db }: House): Promise<boolean> {
  const { rows } = await db.execute<{ isDue: boolean }>(
    sql`select exists (select from ${pushes} where due_at <= now()) as "isDue"`,
  );
  return rows[0]?.isDue ?? false;
}

/** Rings all phones that are to be rung, each once, whatever there is. `net` is another one than the open one in tests alone. */
export async function ringDue(ctx: Context, closing: AbortSignal, net: PushNet): Promise<void> {
  while (!closing.aborted) {
    const devices = await takeDevices(ctx);
    if (devices.length === 0) return;
    const { name } = await findSite(ctx);
    // One whose carrier is slow keeps none of the others.
    const rung = await Promise.allSettled(devices.map((device) => ringDevice(ctx, device, { name, net })));
    for (const one of rung) if (one.status === 'rejected') throw one.reason;
  }
}

async function ringDevice(ctx: Context, device: DueDevice, { name, net }: { name: string; net: PushNet }) {
  const { held, over, now } = device;
  await holdPushes(ctx, { held, over });
  if (now.length === 0) return;
  const own = endpointOf(ctx, device);
  if (!own) return dropDevice(ctx, device);
  const asHolder = contextFor(ctx, { ...NOBODY, id: device.accountId });
  const text = ringingText(ctx, {
    ...{ language: device.language, siteName: name, count: await countWaits(asHolder) },
    things: now.flatMap(({ notice }) =>
      notice ? [{ path: notice.path, title: saidOf(device, notice) }] : [],
    ),
  });
  await settle(ctx, device, await postPush(ctx, { ...own, text }, { net }));
}

/** Of a careful group nothing is said where others may look on, whatever its people chose. */
function saidOf({ isTelling }: DueDevice, { title, isCareful }: { title: string; isCareful: boolean }) {
  return isTelling && !isCareful ? title : null;
}

async function settle(ctx: Context, device: DueDevice, posted: Posted) {
  if (posted.outcome === 'rung') return settleRung(ctx, device);
  if (posted.outcome === 'gone') return dropDevice(ctx, device);
  return settleFailed(ctx, device, posted.outcome === 'later' ? posted.seconds : null);
}
