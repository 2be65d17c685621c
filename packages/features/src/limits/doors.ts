import type { Context } from '../context.ts';
import { neighbourhoodsOf } from './addresses.ts';
import { spend, type Limit } from './limits.ts';

/**
 * How often one household may knock at a route, or one account, where many have reason to do so from behind one
 * address. What a whole rally does on one wifi needs a generous count.
 */
export type DoorLimit = Limit & {
  per?: 'account';
  /** So many only, of whoever is not signed in; counted apart. */
  strangers?: number;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    limit?: DoorLimit;
  }
}

/** One knock of whoever asks, from this address; throws TooMany when there were too many before. */
export async function spendAtDoor(ctx: Context, door: DoorLimit, address: string): Promise<void> {
  const limit = ctx.viewer.signedIn ? door : forStrangers(door);
  if (limit.per === 'account') return spend(ctx, { limit, key: ctx.viewer.id });
  // One after the other: whom a smaller one refuses takes nothing from the neighbours.
  for (const { key, size } of neighbourhoodsOf(address))
    await spend(ctx, { limit: { ...limit, count: limit.count * size }, key });
}

function forStrangers({ strangers, ...limit }: DoorLimit): DoorLimit {
  if (strangers === undefined) return limit;
  return { ...limit, name: `${limit.name}.strangers`, count: strangers };
}
