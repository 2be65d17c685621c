import { findGroup } from '../groups/queries.ts';
import { deed, defineRoutes } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { allowed } from '../policy.ts';
import { addChannelMember, changeChannel, createChannel, markRead, removeChannelMember } from './actions.ts';
import {
  ChannelChange,
  ChannelList,
  ChannelMembers,
  ChannelsQuery,
  ChannelView,
  NewChannel,
  ReadPosition,
} from './contract.ts';
import { directRoutes } from './directs/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { groupChannelPolicy } from './policy.ts';
import { findWholeChannel, listChannelMembers, listChannels } from './queries.ts';
import { channelView } from './views.ts';

const channelRoutes = defineRoutes({
  'GET /channels': deed(
    { who: 'account', query: ChannelsQuery, answers: ChannelList },
    async (ctx, { query }) => {
      const can = query.group
        ? allowed(groupChannelPolicy, await findGroup(ctx, query.group))
        : { create: false, startDirect: false };
      return { rows: (await listChannels(ctx, query.group)).map(channelView), can };
    },
  ),
  'POST /groups/:slug/channels': deed(
    { who: 'account', body: NewChannel, answers: ChannelView, status: 201 },
    async (ctx, { params, body }) => channelView(await createChannel(ctx, params.slug, body)),
  ),
  'GET /channels/:channelId': deed({ who: 'account', answers: ChannelView }, async (ctx, { params }) =>
    channelView(await findWholeChannel(ctx, params.channelId)),
  ),
  'PATCH /channels/:channelId': deed(
    { who: 'account', body: ChannelChange, answers: ChannelView },
    async (ctx, { params, body }) => channelView(await changeChannel(ctx, params.channelId, body)),
  ),
  'PUT /channels/:channelId/reading': deed({ who: 'account', body: ReadPosition }, (ctx, { params, body }) =>
    markRead(ctx, params.channelId, body.seq),
  ),
  'GET /channels/:channelId/members': deed(
    { who: 'account', query: PageQuery, answers: ChannelMembers },
    (ctx, { params, query }) => listChannelMembers(ctx, params.channelId, query),
  ),
  'PUT /channels/:channelId/members/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    addChannelMember(ctx, params.channelId, params.accountId),
  ),
  'DELETE /channels/:channelId/members/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    removeChannelMember(ctx, params.channelId, params.accountId),
  ),
});

export const messagingRoutes = { ...channelRoutes, ...directRoutes, ...messageRoutes };
