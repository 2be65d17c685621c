import type { Topic } from './live/topic.ts';
import { channelTopic } from './messaging/live.ts';

/** What can be heard live, by the kind that its name begins with: `channel:ID`. */
export const topics = new Map<string, Topic>([['channel', channelTopic]]);
