import { say } from '@groundwork/words';
import { letterBetween } from '../notices/between.ts';
import type { FromSite, Level, NoticesOf } from '../notices/kinds.ts';

/** Each about an answer to a listing, for those who publish for the group that did not do it. */
export const directoryNotices = {
  'directory.answered': news('answered', 'decide'),
  'directory.taken': news('taken', 'mine'),
  'directory.declined': news('declined', 'mine'),
  'directory.fulfilled': news('fulfilled', 'mine'),
  'directory.withdrawn': news('withdrawn', 'mine'),
  'directory.ended': news('ended', 'mine'),
} satisfies NoticesOf<'directory'>;

export type DirectoryNews = 'answered' | 'taken' | 'declined' | 'fulfilled' | 'withdrawn' | 'ended';

/** `group`: that did it. Who said no is not named: they may not be known to whoever hears it. */
type Said = { about: { id: string; title: string }; group: string; word: string };
type Keyed = { answerId: string; to: { account: string } };

function news(name: DirectoryNews, level: Level) {
  return {
    level,
    about: 'listing',
    from: 'site',
    key: ({ answerId, to }: Keyed) => `directory.${name}:${answerId}:${to.account}`,
    letter: (ctx, { about, group, word }: Said) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.directory.${name}.${part}`, { title: about.title, group }),
        // What has ended is not there for whoever answered.
        path: name === 'ended' ? '/directory' : `/directory/${about.id}`,
        word,
      }),
  } satisfies FromSite;
}
