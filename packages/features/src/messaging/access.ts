import { newId } from '@groundwork/database';
import type { Access } from '../testing/access.ts';
import type { messagingRoutes } from './routes.ts';

export const messagingAccess: Access<typeof messagingRoutes> = {
  expected: {
    'GET /channels': '401 200 200 200 200 200 200 200',
    'POST /groups/:slug/channels': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'POST /groups/:slug/direct-messages': '401 403 201 201 201 403 403 403 | 401 404 201 201 201 404 404 404',
    'GET /channels/:channelId': '401 404 200 200 200 404 404 404',
    'PATCH /channels/:channelId': '401 404 403 200 200 404 404 404',
    'PUT /channels/:channelId/reading': '401 404 204 204 204 404 404 404',
    'GET /channels/:channelId/members': '401 404 404 404 200 404 404 404',
    'PUT /channels/:channelId/members/:accountId': '401 404 404 404 204 404 404 404',
    'DELETE /channels/:channelId/members/:accountId': '401 404 404 404 204 404 404 404',
    'PUT /channels/:channelId/leaving': '401 404 204 404 204 404 404 404',
    'DELETE /channels/:channelId/leaving': '401 404 204 404 204 404 404 404',
    'PUT /channels/:channelId/muting': '401 404 204 404 204 404 404 404',
    'DELETE /channels/:channelId/muting': '401 404 204 404 204 404 404 404',
    'PUT /channels/:channelId/block': '401 404 204 404 204 404 404 404',
    'DELETE /channels/:channelId/block': '401 404 204 404 204 404 404 404',
    'GET /account/direct-messages': '401 200 200 200 200 200 200 200',
    'PUT /account/direct-messages/refusal': '401 204 204 204 204 204 204 204',
    'DELETE /account/direct-messages/refusal': '401 204 204 204 204 204 204 204',
    'DELETE /account/direct-messages/blocks/:accountId': '401 404 404 404 404 404 404 404',
    'GET /channels/:channelId/messages': '401 404 200 200 200 404 404 404',
    'POST /channels/:channelId/messages': '401 404 201 201 201 404 404 404',
    'PATCH /messages/:messageId': '401 404 200 403 403 404 404 404',
    'DELETE /messages/:messageId': '401 404 204 204 204 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const [steward, member] = [site.as(cast.steward), site.as(cast.member)];
    const path = `/groups/${group.slug}`;
    const channels = await steward.get(`/channels?group=${group.slug}`);
    const named = await steward.post(`${path}/channels`, { name: 'few', readers: 'named' });
    const channelId = String(channels.body.rows[0].id);
    const messageId = newId();
    await member.post(`/channels/${channelId}/messages`, { id: messageId, body: 'I can drive.' });
    const direct = await member.post(`${path}/direct-messages`, { accountIds: [cast.steward.id] });
    return { ':channelId': channelId, ':messageId': messageId, named: named.body.id, direct: direct.body.id };
  },
  asks(things) {
    const named = { params: { channelId: things.named } };
    const direct = { params: { channelId: things.direct } };
    return {
      'POST /groups/:slug/channels': { body: { name: 'rides' } },
      'POST /groups/:slug/direct-messages': { body: { accountIds: [things[':accountId']] } },
      'PATCH /channels/:channelId': { body: { purpose: 'For everyone' } },
      'PUT /channels/:channelId/reading': { body: { seq: 1 } },
      'GET /channels/:channelId/members': named,
      'PUT /channels/:channelId/members/:accountId': named,
      'DELETE /channels/:channelId/members/:accountId': named,
      'PUT /channels/:channelId/leaving': direct,
      'DELETE /channels/:channelId/leaving': direct,
      'PUT /channels/:channelId/muting': direct,
      'DELETE /channels/:channelId/muting': direct,
      'PUT /channels/:channelId/block': direct,
      'DELETE /channels/:channelId/block': direct,
      'POST /channels/:channelId/messages': { body: { id: newId(), body: 'Hello.' } },
      'PATCH /messages/:messageId': { body: { body: 'I can drive two.' } },
    };
  },
};
