import { Type } from 'typebox';
import { findGroup } from '../groups/queries.ts';
import { onTheWire, type Door } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { allowed } from '../policy.ts';
import {
  addChannelMember,
  changeChannel,
  createChannel,
  markRead,
  removeChannelMember,
  startDirect,
} from './actions.ts';
import {
  ChannelChange,
  ChannelList,
  ChannelMembers,
  ChannelsQuery,
  ChannelView,
  NewChannel,
  NewDirect,
  Reading,
} from './contract.ts';
import { directRoutes } from './directs/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { channelPolicy, groupChannelPolicy } from './policy.ts';
import { findWholeChannel, listChannelMembers, listChannels, type WholeChannel } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneChannel = Type.Object({ channelId: Type.String({ format: 'uuid' }) });
const OneMember = Type.Object({
  channelId: Type.String({ format: 'uuid' }),
  accountId: Type.String({ format: 'uuid' }),
});
const ACCOUNT = { who: 'account' } as const;

export function messagingRoutes(app: Door): void {
  app.get(
    '/channels',
    { config: ACCOUNT, schema: { querystring: ChannelsQuery, response: { 200: ChannelList } } },
    async ({ ctx, query }) => {
      const can = query.group
        ? allowed(groupChannelPolicy, await findGroup(ctx, query.group))
        : { create: false, startDirect: false };
      return { rows: (await listChannels(ctx, query.group)).map(view), can };
    },
  );

  app.post(
    '/groups/:slug/channels',
    { config: ACCOUNT, schema: { params: InGroup, body: NewChannel, response: { 201: ChannelView } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(view(await createChannel(ctx, params.slug, body))),
  );

  app.post(
    '/groups/:slug/direct-messages',
    { config: ACCOUNT, schema: { params: InGroup, body: NewDirect, response: { 201: ChannelView } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(view(await startDirect(ctx, params.slug, body.accountIds))),
  );

  channelRoutes(app);
  memberRoutes(app);
  directRoutes(app);
  messageRoutes(app);
}

function channelRoutes(app: Door) {
  app.get(
    '/channels/:channelId',
    { config: ACCOUNT, schema: { params: OneChannel, response: { 200: ChannelView } } },
    async ({ ctx, params }) => view(await findWholeChannel(ctx, params.channelId)),
  );

  app.patch(
    '/channels/:channelId',
    { config: ACCOUNT, schema: { params: OneChannel, body: ChannelChange, response: { 200: ChannelView } } },
    async ({ ctx, params, body }) => view(await changeChannel(ctx, params.channelId, body)),
  );

  app.put(
    '/channels/:channelId/reading',
    { config: ACCOUNT, schema: { params: OneChannel, body: Reading } },
    async ({ ctx, params, body }, reply) => {
      await markRead(ctx, params.channelId, body.seq);
      return reply.code(204).send();
    },
  );
}

function memberRoutes(app: Door) {
  app.get(
    '/channels/:channelId/members',
    {
      config: ACCOUNT,
      schema: { params: OneChannel, querystring: PageQuery, response: { 200: ChannelMembers } },
    },
    ({ ctx, params, query }) => listChannelMembers(ctx, params.channelId, query),
  );

  app.put(
    '/channels/:channelId/members/:accountId',
    { config: ACCOUNT, schema: { params: OneMember } },
    async ({ ctx, params }, reply) => {
      await addChannelMember(ctx, params.channelId, params.accountId);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/channels/:channelId/members/:accountId',
    { config: ACCOUNT, schema: { params: OneMember } },
    async ({ ctx, params }, reply) => {
      await removeChannelMember(ctx, params.channelId, params.accountId);
      return reply.code(204).send();
    },
  );
}

function view(channel: WholeChannel) {
  return onTheWire({
    ...channel,
    retentionDays: channel.retentionDays as ChannelView['retentionDays'],
    can: allowed(channelPolicy, channel),
  });
}
