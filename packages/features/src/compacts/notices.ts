import { say } from '@groundwork/words';
import { letterBetween } from '../notices/between.ts';
import type { FromSite, Level, NoticesOf } from '../notices/kinds.ts';

/** Each about an agreement, for those of the side that did not do it. */
export const compactNotices = {
  'compacts.proposed': news('proposed', 'decide'),
  'compacts.agreed': news('agreed', 'mine'),
  'compacts.declined': news('declined', 'mine'),
  'compacts.ended': news('ended', 'must'),
  'compacts.use-asked': news('use-asked', 'decide'),
  'compacts.use-agreed': news('use-agreed', 'mine'),
  'compacts.use-declined': news('use-declined', 'mine'),
  'compacts.use-wished': news('use-wished', 'decide'),
  'compacts.use-withdrawn': news('use-withdrawn', 'mine'),
  'compacts.use-lapsed': news('use-lapsed', 'mine'),
  'compacts.use-stopped': news('use-stopped', 'mine'),
  'compacts.overlap-asked': news('overlap-asked', 'decide'),
  'compacts.overlap-declined': news('overlap-declined', 'mine'),
  'compacts.overlap-counted': news('overlap-counted', 'mine'),
  'compacts.overlap-stopped': news('overlap-stopped', 'mine'),
} satisfies NoticesOf<'compacts'>;

type Name =
  | ('proposed' | 'agreed' | 'declined' | 'ended')
  | `use-${'asked' | 'agreed' | 'declined' | 'wished' | 'withdrawn' | 'lapsed' | 'stopped'}`
  | `overlap-${'asked' | 'declined' | 'counted' | 'stopped'}`;
export type CompactNews = `compacts.${Name}`;

/** `about`: the group of whoever reads it; `group`: the other one; `title`: what it is about, or what the letter is called. */
type Said = { about: { slug: string }; compactId: string; group: string; title: string; word: string };
/** `key`: which telling it is. */
type Keyed = { key: string; to: { account: string } };

function news(name: Name, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ key, to }: Keyed) => `compacts.${name}:${key}:${to.account}`,
    letter: (ctx, { about, compactId, group, title, word }: Said) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.compacts.${name}.${part}`, { group, title }),
        path: `/groups/${about.slug}/compacts/${compactId}`,
        word,
      }),
  } satisfies FromSite;
}
