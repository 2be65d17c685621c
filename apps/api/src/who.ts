import { NotFound, SignInNeeded } from '@groundwork/features/errors';
import type { FastifyRequest } from 'fastify';

/** Enforces the coarse half of a route's policy; the fine half is in the feature's queries and policies. */
export async function requireWho(request: FastifyRequest): Promise<void> {
  const { who } = request.routeOptions.config;
  const { viewer } = request.ctx;
  if (who === 'account' && !viewer.signedIn) throw new SignInNeeded();
  if (who === 'site-steward' && !viewer.isSiteSteward) throw new NotFound('page');
}
