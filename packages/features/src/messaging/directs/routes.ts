import { deed, defineRoutes } from '../../http.ts';
import {
  blockOther,
  leaveDirect,
  muteDirect,
  refuseDirects,
  returnToDirect,
  startDirect,
  unblockAccount,
  unblockOther,
} from './actions.ts';
import { ChannelView } from '../contract.ts';
import { channelView } from '../views.ts';
import { NewDirect, OwnDirects } from './contract.ts';
import { findOwnDirects } from './queries.ts';

/** Beginning a direct conversation; keeping away from one, or from whoever is in it; and what one said of it in one's account. */
export const directRoutes = defineRoutes({
  'POST /groups/:slug/direct-messages': deed(
    { who: 'account', body: NewDirect, answers: ChannelView, status: 201 },
    async (ctx, { params, body }) => channelView(await startDirect(ctx, params.slug, body.accountIds)),
  ),
  'PUT /channels/:channelId/leaving': deed({ who: 'account' }, (ctx, { params }) =>
    leaveDirect(ctx, params.channelId),
  ),
  'DELETE /channels/:channelId/leaving': deed({ who: 'account' }, (ctx, { params }) =>
    returnToDirect(ctx, params.channelId),
  ),
  'PUT /channels/:channelId/muting': deed({ who: 'account' }, (ctx, { params }) =>
    muteDirect(ctx, params.channelId, true),
  ),
  'DELETE /channels/:channelId/muting': deed({ who: 'account' }, (ctx, { params }) =>
    muteDirect(ctx, params.channelId, false),
  ),
  'PUT /channels/:channelId/block': deed({ who: 'account' }, (ctx, { params }) =>
    blockOther(ctx, params.channelId),
  ),
  'DELETE /channels/:channelId/block': deed({ who: 'account' }, (ctx, { params }) =>
    unblockOther(ctx, params.channelId),
  ),
  'GET /account/direct-messages': deed({ who: 'account', answers: OwnDirects }, (ctx) => findOwnDirects(ctx)),
  'PUT /account/direct-messages/refusal': deed({ who: 'account' }, (ctx) => refuseDirects(ctx, true)),
  'DELETE /account/direct-messages/refusal': deed({ who: 'account' }, (ctx) => refuseDirects(ctx, false)),
  'DELETE /account/direct-messages/blocks/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    unblockAccount(ctx, params.accountId),
  ),
});
