import { may } from '../groups/responsibilities.ts';
import type { SeenGroup } from '../groups/queries.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenChannel } from './queries.ts';

type Channel = Omit<SeenChannel, 'myName'>;

const isOpen = (channel: Channel) => !channel.isClosed && !channel.isOver;
const isDirect = (channel: Channel) => channel.kind === 'direct';
const isRoom = (channel: Channel) => channel.kind === 'room';
/** Of two groups neither runs it. */
const isRun = (channel: Channel) => isRoom(channel) && !channel.isShared;
const mayAnnounce = (channel: Channel) => channel.writers === 'readers' || may(channel, 'publish');

/** What may be done in a channel by those who read it. Nobody moderates a direct message: its few are among themselves. */
export const channelPolicy = {
  removeOwn: () => true,
  removeAny: (channel) => isRun(channel) && may(channel, 'moderate'),
  leave: isDirect,
  mute: isDirect,
  block: (channel) => channel.isBetweenTwo,
  ...unlessFrozen({
    write: (channel) => isOpen(channel) && mayAnnounce(channel) && !channel.isClosedBetween,
    editOwn: (channel) => isOpen(channel) && !channel.isClosedBetween,
    edit: (channel) => isRun(channel) && may(channel, 'moderate'),
  } satisfies Policy<Channel>),
} satisfies Policy<Channel>;

/** What may be done in a group about channels. */
export const groupChannelPolicy = unlessFrozen({
  create: (group) => may(group, 'moderate'),
  startDirect: (group) => group.myRole !== null,
} satisfies Policy<SeenGroup>);
