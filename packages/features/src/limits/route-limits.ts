import type { Context } from '../context.ts';
import { TooMany } from '../errors.ts';
import { passCrowd } from './crowds.ts';
import { householdSpends, waitInTurn } from './households.ts';
import { spend, type Limit } from './limits.ts';

/**
 * How often one household may ask a route, or one account, where many have reason to do so from behind one
 * address. What a whole rally does on one wifi needs a generous count.
 */
export type RouteLimit = Limit & {
  per?: 'account';
  /** So many only, of whoever is not signed in; counted apart. */
  strangers?: number;
  /** Strangers who come as a crowd are asked for a proof of work instead (crowds.ts): a crowd at what this param names. */
  crowdAt?: 'slug';
};

declare module 'fastify' {
  interface FastifyContextConfig {
    limit?: RouteLimit;
  }
}

/** What a route’s limit sees of a request. */
type Asking = { from: string; params: unknown; headers: Record<string, string | string[] | undefined> };

/** Counts one request; throws TooMany when there were too many before, or ProofNeeded in a crowd. */
export async function spendAtRoute(ctx: Context, routeLimit: RouteLimit, asking: Asking): Promise<void> {
  const { from, params, headers } = asking;
  if (routeLimit.crowdAt && !ctx.viewer.signedIn) {
    const at = (params as Record<string, string>)[routeLimit.crowdAt] ?? '';
    return passCrowd(ctx, routeLimit, { from, at, proof: headers['proof-of-work']?.toString() });
  }
  const limit = ctx.viewer.signedIn ? routeLimit : forStrangers(routeLimit);
  if (limit.per === 'account') return spend(ctx, { limit, key: ctx.viewer.id });
  const minutes = await waitInTurn(ctx, householdSpends(limit, from));
  if (minutes !== null) throw new TooMany(minutes);
}

function forStrangers({ strangers, ...limit }: RouteLimit): RouteLimit {
  if (strangers === undefined) return limit;
  return { ...limit, name: `${limit.name}.strangers`, count: strangers };
}
