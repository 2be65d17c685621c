import { newId } from '@groundwork/database';
import type { Asked, Knocks } from './knock.ts';

export function messagingKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const channel = ({ ways }: Asked) => `/channels/${ways.channelId}`;
  const named = ({ ways }: Asked) => `/channels/${ways.namedId}`;
  const direct = ({ ways }: Asked) => `/channels/${ways.directId}`;
  const message = ({ ways }: Asked) => `/messages/${ways.messageId}`;
  return {
    'GET /channels': () => ({ path: '/channels' }),
    'POST /groups/:slug/channels': (asked) => ({ path: `${group(asked)}/channels`, body: { name: 'rides' } }),
    'POST /groups/:slug/direct-messages': (asked) => ({
      path: `${group(asked)}/direct-messages`,
      body: { accountIds: [asked.ways.companionId] },
    }),
    'GET /channels/:channelId': (asked) => ({ path: channel(asked) }),
    'PATCH /channels/:channelId': (asked) => ({ path: channel(asked), body: { purpose: 'For everyone' } }),
    'PUT /channels/:channelId/reading': (asked) => ({ path: `${channel(asked)}/reading`, body: { seq: 1 } }),
    'GET /channels/:channelId/members': (asked) => ({ path: `${named(asked)}/members` }),
    'PUT /channels/:channelId/members/:accountId': (asked) => ({
      path: `${named(asked)}/members/${asked.ways.companionId}`,
    }),
    'DELETE /channels/:channelId/members/:accountId': (asked) => ({
      path: `${named(asked)}/members/${asked.ways.companionId}`,
    }),
    'PUT /channels/:channelId/leaving': (asked) => ({ path: `${direct(asked)}/leaving` }),
    'DELETE /channels/:channelId/leaving': (asked) => ({ path: `${direct(asked)}/leaving` }),
    'PUT /channels/:channelId/muting': (asked) => ({ path: `${direct(asked)}/muting` }),
    'DELETE /channels/:channelId/muting': (asked) => ({ path: `${direct(asked)}/muting` }),
    'PUT /channels/:channelId/block': (asked) => ({ path: `${direct(asked)}/block` }),
    'DELETE /channels/:channelId/block': (asked) => ({ path: `${direct(asked)}/block` }),
    'GET /account/direct-messages': () => ({ path: '/account/direct-messages' }),
    'PUT /account/direct-messages/refusal': () => ({ path: '/account/direct-messages/refusal' }),
    'DELETE /account/direct-messages/refusal': () => ({ path: '/account/direct-messages/refusal' }),
    'DELETE /account/direct-messages/blocks/:accountId': ({ ways }) => ({
      path: `/account/direct-messages/blocks/${ways.companionId}`,
    }),
    'GET /channels/:channelId/messages': (asked) => ({ path: `${channel(asked)}/messages` }),
    'POST /channels/:channelId/messages': (asked) => ({
      path: `${channel(asked)}/messages`,
      body: { id: newId(), body: 'Hello.' },
    }),
    'PATCH /messages/:messageId': (asked) => ({ path: message(asked), body: { body: 'I can drive two.' } }),
    'DELETE /messages/:messageId': (asked) => ({ path: message(asked) }),
  } satisfies Partial<Knocks>;
}
