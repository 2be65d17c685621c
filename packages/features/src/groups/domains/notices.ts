import { say } from '@groundwork/words';
import type { FromSite, NoticesOf } from '../../notices/kinds.ts';

/** What stewards of a group hear of the domain from which it writes. */
export const domainNotices = {
  'groups.domain-lost': domainNews('lost', 'decide'),
  'groups.domain-back': domainNews('back', 'groups'),
} satisfies NoticesOf<'groups'>;

type Keyed = { entryId: string; to: { account: string } };
type News = { about: { name: string; slug: string }; domain: string };

function domainNews(name: 'lost' | 'back', level: 'decide' | 'groups') {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: Keyed) => `groups.domain-${name}:${entryId}:${to.account}`,
    letter: ({ language, settings, siteName }, { about, domain }: News) => {
      const words = { group: about.name, site: siteName, domain };
      const text = (part: 'subject' | 'heading' | 'text' | 'button') =>
        say(language, `mail.groups.domain-${name}.${part}`, words);
      return {
        subject: text('subject'),
        letter: {
          heading: text('heading'),
          paragraphs: [text('text')],
          button: {
            label: text('button'),
            url: `${settings.publicUrl}/groups/${about.slug}/settings/domain`,
          },
        },
      };
    },
  } satisfies FromSite;
}
