import type { ChannelView } from '@groundwork/features/messaging/contract';
import { createContext } from 'svelte';

/** How much is unread, by channel: what the page was made with, then what the line tells. */
export class Unread {
  counts = $state<Record<string, number>>({});

  constructor(channels: readonly ChannelView[]) {
    this.counts = Object.fromEntries(channels.map(({ id, unreadCount }) => [id, unreadCount]));
  }

  add(channelId: string, count: number): void {
    this.counts[channelId] = (this.counts[channelId] ?? 0) + count;
  }

  set(channelId: string, count: number): void {
    this.counts[channelId] = count;
  }

  clear(channelId: string): void {
    this.counts[channelId] = 0;
  }
}

export const [useUnread, provideUnread] = createContext<Unread>();
