import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { ChannelView } from './contract.ts';
import { channelPolicy } from './policy.ts';
import type { WholeChannel } from './queries.ts';

/** A channel as one of its readers sees it, as it leaves. */
export function channelView(channel: WholeChannel): Answer<ChannelView> {
  return {
    ...channel,
    retentionDays: channel.retentionDays as ChannelView['retentionDays'],
    can: allowed(channelPolicy, channel),
  };
}
