import type { Topic } from '../live/topic.ts';
import type { MessageNews, MessageView } from './messages/contract.ts';
import { listAfter, listChangedSince, listLastSeqs, readMessage } from './messages/queries.ts';
import { findChannel, listReadersAmong } from './queries.ts';

/** What is said in a channel. */
export const channelTopic: Topic<MessageView> = {
  events: { added: 'messaging.message-sent', readers: 'messaging.channel-changed' },
  findLastSeq: async (ctx, id) => (await findChannel(ctx, id)).lastSeq,
  listLastSeqs,
  listReadersAmong,
  listAfter,
  listChangedSince,
  readRow: (house, id) => readMessage(house, id),
  brief: (messages): MessageNews => ({ authorIds: messages.map(({ authorId }) => authorId) }),
};
