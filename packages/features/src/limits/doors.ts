import type { Context } from '../context.ts';
import { TooMany } from '../errors.ts';
import { passCrowd } from './crowds.ts';
import { householdSpends, waitInTurn } from './households.ts';
import { spend, type Limit } from './limits.ts';

/**
 * How often one household may knock at a route, or one account, where many have reason to do so from behind one
 * address. What a whole rally does on one wifi needs a generous count.
 */
export type DoorLimit = Limit & {
  per?: 'account';
  /** So many only, of whoever is not signed in; counted apart. */
  strangers?: number;
  /** Strangers who come as a crowd are asked for a proof of work instead (crowds.ts): a crowd at what this param names. */
  crowdAt?: 'slug';
};

declare module 'fastify' {
  interface FastifyContextConfig {
    limit?: DoorLimit;
  }
}

/** What the door sees of whoever knocks. */
type Knock = { from: string; params: unknown; headers: Record<string, string | string[] | undefined> };

/** One knock of whoever asks; throws TooMany when there were too many before, or ProofNeeded in a crowd. */
export async function spendAtDoor(ctx: Context, door: DoorLimit, knock: Knock): Promise<void> {
  const { from, params, headers } = knock;
  if (door.crowdAt && !ctx.viewer.signedIn) {
    const at = (params as Record<string, string>)[door.crowdAt] ?? '';
    return passCrowd(ctx, door, { from, at, proof: headers['proof-of-work']?.toString() });
  }
  const limit = ctx.viewer.signedIn ? door : forStrangers(door);
  if (limit.per === 'account') return spend(ctx, { limit, key: ctx.viewer.id });
  const minutes = await waitInTurn(ctx, householdSpends(limit, from));
  if (minutes !== null) throw new TooMany(minutes);
}

function forStrangers({ strangers, ...limit }: DoorLimit): DoorLimit {
  if (strangers === undefined) return limit;
  return { ...limit, name: `${limit.name}.strangers`, count: strangers };
}
