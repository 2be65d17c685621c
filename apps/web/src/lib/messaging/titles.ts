import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { Words } from '#lib/words/words.ts';

type Titled = Pick<ChannelView, 'kind' | 'name' | 'others' | 'goneCount'>;
/** What a channel is called: `# rides`, or the names of those a direct message is with. */
export function titleOf(
  { kind, name, others, goneCount }: Titled,
  { t, list }: Pick<Words, 't' | 'list'>,
): string {
  if (kind === 'room') return `# ${name ?? ''}`;
  // Of a deleted account nothing is left to count.
  const gone = others.length === 0 ? Math.max(1, goneCount) : goneCount;
  return list(gone > 0 ? [...others, t('messaging.direct.gone', { count: gone })] : others);
}

/** Who reads a room, where that is not everybody who is in its group. */
export function readersOf(
  { readers, groupKind, isShared }: Pick<ChannelView, 'readers' | 'groupKind' | 'isShared'>,
  { t }: Pick<Words, 't'>,
): string | null {
  if (isShared) return t('messaging.readers.shared');
  if (readers === 'members') return groupKind === 'coalition' ? t('coalitions.readers.members') : null;
  return t(readers === 'named' ? 'messaging.readers.named' : `coalitions.readers.${readers}`);
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
