import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { Words } from '#lib/words/words.ts';

/** What a channel is called: `# rides`, or the names of those a direct message is with. */
export function titleOf({ kind, name, others }: ChannelView, { t, list }: Pick<Words, 't' | 'list'>): string {
  if (kind === 'room') return `# ${name ?? ''}`;
  return others.length > 0 ? list(others) : t('messaging.direct.alone');
}

/** The channels of each group together, in the order they came. */
export function byGroup(channels: readonly ChannelView[]) {
  return [...Map.groupBy(channels, ({ groupSlug }) => groupSlug)].map(([slug, own]) => ({
    slug,
    name: own[0]?.groupName ?? slug,
    rooms: own.filter(({ kind }) => kind === 'room'),
    directs: own.filter(({ kind }) => kind === 'direct'),
  }));
}
