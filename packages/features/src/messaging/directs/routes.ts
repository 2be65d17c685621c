import { Type } from 'typebox';
import type { Context } from '../../context.ts';
import { onTheWire, type Door } from '../../http.ts';
import {
  blockOther,
  leaveDirect,
  muteDirect,
  refuseDirects,
  returnToDirect,
  unblockAccount,
  unblockOther,
} from './actions.ts';
import { OwnDirects } from './contract.ts';
import { findOwnDirects } from './queries.ts';

const OneChannel = Type.Object({ channelId: Type.String({ format: 'uuid' }) });
const OneAccount = Type.Object({ accountId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

/** Keeping away from a direct conversation, or from whoever is in it; and what one said of it in one's account. */
export function directRoutes(app: Door): void {
  const deeds = [
    { method: 'PUT', path: 'leaving', deed: leaveDirect },
    { method: 'DELETE', path: 'leaving', deed: returnToDirect },
    { method: 'PUT', path: 'muting', deed: (ctx: Context, id: string) => muteDirect(ctx, id, true) },
    { method: 'DELETE', path: 'muting', deed: (ctx: Context, id: string) => muteDirect(ctx, id, false) },
    { method: 'PUT', path: 'block', deed: blockOther },
    { method: 'DELETE', path: 'block', deed: unblockOther },
  ] as const;
  for (const { method, path, deed } of deeds) {
    app.route({
      method,
      url: `/channels/:channelId/${path}`,
      config: ACCOUNT,
      schema: { params: OneChannel },
      handler: async ({ ctx, params }, reply) => {
        await deed(ctx, params.channelId);
        return reply.code(204).send();
      },
    });
  }

  ownRoutes(app);
}

function ownRoutes(app: Door) {
  app.get(
    '/account/direct-messages',
    { config: ACCOUNT, schema: { response: { 200: OwnDirects } } },
    async ({ ctx }) => onTheWire(await findOwnDirects(ctx)),
  );

  for (const [method, isRefusing] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: '/account/direct-messages/refusal',
      config: ACCOUNT,
      handler: async ({ ctx }, reply) => {
        await refuseDirects(ctx, isRefusing);
        return reply.code(204).send();
      },
    });
  }

  app.delete(
    '/account/direct-messages/blocks/:accountId',
    { config: ACCOUNT, schema: { params: OneAccount } },
    async ({ ctx, params }, reply) => {
      await unblockAccount(ctx, params.accountId);
      return reply.code(204).send();
    },
  );
}
