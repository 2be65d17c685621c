import type { Words } from '#lib/words/words.ts';

type Kind = { level: 'must' | 'mine' | 'decide' | 'groups'; example: string | null };

/** What a kind of notice is about: by what was told of it last, else by how it concerns one. */
export function hushedText({ t }: Pick<Words, 't'>, { level, example }: Kind): string {
  if (level === 'must') return t('notices.hush.together');
  return example === null ? t(`notices.level.${level}`) : t('notices.hush.like', { example });
}
