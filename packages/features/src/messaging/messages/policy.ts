import type { Policy } from '../../policy.ts';
import { channelPolicy } from '../policy.ts';
import type { SeenMessage } from './queries.ts';

/** What may be done to a message by a reader of its channel. */
export const messagePolicy = {
  edit: ({ isMine, removedAt, hiddenAt, channel }) =>
    isMine && removedAt === null && hiddenAt === null && channelPolicy.editOwn(channel),
  remove: ({ isMine, channel }) => (isMine ? channelPolicy.removeOwn() : channelPolicy.removeAny(channel)),
} satisfies Policy<SeenMessage>;
