import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { editMessage, removeMessage, sendMessage } from './actions.ts';
import { MessageChange, MessagePage, MessagesQuery, MessageView, NewMessage } from './contract.ts';
import { listMessages } from './queries.ts';

const InChannel = Type.Object({ channelId: Type.String({ format: 'uuid' }) });
const OneMessage = Type.Object({ messageId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

/** Counted per account: a whole union may write from behind one address. */
const UNHURRIED = { name: 'messaging.messages', count: 60, minutes: 1 / 6, per: 'account' } as const;

export function messageRoutes(app: Door): void {
  app.get(
    '/channels/:channelId/messages',
    {
      config: ACCOUNT,
      schema: { params: InChannel, querystring: MessagesQuery, response: { 200: MessagePage } },
    },
    ({ ctx, params, query }) => listMessages(ctx, params.channelId, query),
  );

  app.post(
    '/channels/:channelId/messages',
    {
      config: { ...ACCOUNT, limit: UNHURRIED },
      schema: { params: InChannel, body: NewMessage, response: { 201: MessageView } },
    },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await sendMessage(ctx, params.channelId, body)),
  );

  app.patch(
    '/messages/:messageId',
    { config: ACCOUNT, schema: { params: OneMessage, body: MessageChange, response: { 200: MessageView } } },
    ({ ctx, params, body }) => editMessage(ctx, params.messageId, body.body),
  );

  app.delete(
    '/messages/:messageId',
    { config: ACCOUNT, schema: { params: OneMessage } },
    async ({ ctx, params }, reply) => {
      await removeMessage(ctx, params.messageId);
      return reply.code(204).send();
    },
  );
}
