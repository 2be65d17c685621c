import type { NewsEntry } from '@groundwork/features/groups/news/contract';
import type { Words } from '#lib/words/words.ts';

const sentences = {
  'campaigns.published': 'groups.news.campaign',
  'campaigns.update-posted': 'groups.news.update',
  'events.published': 'groups.news.event',
} as const;
type ShownKind = keyof typeof sentences;

type Line = { at: string; words: string; href: string | null };

/** What is new in a group, a sentence each. */
export function newsLines(t: Words['t'], news: NewsEntry[]): Line[] {
  return news.flatMap(({ at, kind, title, url, count }) => {
    if (kind === 'groups.created') return [{ at, words: t('groups.news.created'), href: null }];
    if (kind === 'groups.joined') return [{ at, words: t('groups.news.joined', { count }), href: null }];
    if (title === null || !(kind in sentences)) return [];
    return [{ at, words: t(sentences[kind as ShownKind], { title }), href: url }];
  });
}
