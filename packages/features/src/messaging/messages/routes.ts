import { deed, defineRoutes } from '../../http.ts';
import { editMessage, removeMessage, sendMessage } from './actions.ts';
import { MessageChange, MessagePage, MessagesQuery, MessageView, NewMessage } from './contract.ts';
import { listMessages } from './queries.ts';

/** Counted per account: a whole union may write from behind one address. */
const UNHURRIED = { name: 'messaging.messages', count: 60, minutes: 1 / 6, per: 'account' } as const;

export const messageRoutes = defineRoutes({
  'GET /channels/:channelId/messages': deed(
    { who: 'account', query: MessagesQuery, answers: MessagePage },
    (ctx, { params, query }) => listMessages(ctx, params.channelId, query),
  ),
  'POST /channels/:channelId/messages': deed(
    { who: 'account', limit: UNHURRIED, body: NewMessage, answers: MessageView, status: 201 },
    (ctx, { params, body }) => sendMessage(ctx, params.channelId, body),
  ),
  'PATCH /messages/:messageId': deed(
    { who: 'account', body: MessageChange, answers: MessageView },
    (ctx, { params, body }) => editMessage(ctx, params.messageId, body.body),
  ),
  'DELETE /messages/:messageId': deed({ who: 'account' }, (ctx, { params }) =>
    removeMessage(ctx, params.messageId),
  ),
});
