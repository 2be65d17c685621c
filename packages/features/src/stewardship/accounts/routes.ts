import { Type } from 'typebox';
import { liftSuspension, signOutEverywhere, suspendAccount } from '../../accounts/suspensions/actions.ts';
import { onTheWire, type Door } from '../../http.ts';
import { Reason } from '../groups/contract.ts';
import { SiteAccount } from './contract.ts';
import { findSiteAccount } from './queries.ts';

const OneAccount = Type.Object({ accountId: Type.String({ format: 'uuid' }) });
const STEWARD = { who: 'site-steward' } as const;

/** One account of the site, for who looks after it. */
export function siteAccountRoutes(app: Door): void {
  app.get(
    '/site/accounts/:accountId',
    { config: STEWARD, schema: { params: OneAccount, response: { 200: SiteAccount } } },
    async ({ ctx, params }) => onTheWire(await findSiteAccount(ctx, params.accountId)),
  );

  app.put(
    '/site/accounts/:accountId/suspension',
    { config: STEWARD, schema: { params: OneAccount, body: Reason } },
    async ({ ctx, params, body }, reply) => {
      await suspendAccount(ctx, params.accountId, body.reason);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/accounts/:accountId/suspension',
    { config: STEWARD, schema: { params: OneAccount } },
    async ({ ctx, params }, reply) => {
      await liftSuspension(ctx, params.accountId);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/accounts/:accountId/sessions',
    { config: STEWARD, schema: { params: OneAccount } },
    async ({ ctx, params }, reply) => {
      await signOutEverywhere(ctx, params.accountId);
      return reply.code(204).send();
    },
  );
}
