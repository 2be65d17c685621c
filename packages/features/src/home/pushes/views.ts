import type { Context } from '../../context.ts';
import type { DeviceLine, DeviceList } from './contract.ts';
import { endpointOf } from './keeping.ts';
import { pushKeysOf } from './keys.ts';
import type { listDevices } from './queries.ts';

export function deviceList(ctx: Context, rows: Device[]): DeviceList {
  return { publicKey: pushKeysOf(ctx).publicKey, rows: rows.map((row) => deviceLine(ctx, row)) };
}

/** Its endpoint goes nowhere: only the host of who carries it. */
function deviceLine(ctx: Context, device: Device): DeviceLine {
  const { id, endpointHash: mark, isTelling, at } = device;
  const own = endpointOf(ctx, device);
  return { id, carrier: own ? new URL(own.endpoint).host : '', mark, isTelling, at: at.toISOString() };
}
type Device = Awaited<ReturnType<typeof listDevices>>[number];
