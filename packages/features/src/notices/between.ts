import { say } from '@groundwork/words';
import type { Letter } from '../outbox/letter.ts';
import type { FromSite, LetterContext, Level } from './kinds.ts';

/** What a group that is asked to carry something with another tells it, or hears of it. */
export type SponsorNews = `sponsor-${'asked' | 'accepted' | 'declined' | 'left' | 'dropped'}`;
type Keyed = { entryId: string; to: { account: string } };
/**
 * `about`: the group of whoever reads it; `group`: the other one. `slug`: of what is carried, where theirs is its home. `mayPost`:
 * whoever stands with a campaign may post on its page.
 */
type Said = {
  about: { slug: string };
  title: string;
  group: string;
  word?: string;
  slug?: string;
  mayPost?: boolean;
};

/** Between the groups of a campaign or an event; to those who answer for it in the one that did not do it. */
export function between(folder: 'campaigns' | 'events', name: SponsorNews, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: Keyed) => `${folder}.${name}:${entryId}:${to.account}`,
    letter: (ctx, { about, title, group, word, slug, mayPost }: Said) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.${folder}.${name}.${part}`, { title, group }),
        path: slug ? `/${folder}/${slug}/manage#sponsors` : `/groups/${about.slug}/${folder}#sponsorships`,
        also: mayPost ? say(ctx.language, 'mail.campaigns.sponsor-asked.may-post', { group }) : undefined,
        word,
      }),
  } satisfies FromSite;
}

/**
 * What one group tells another, or somebody who answers for it: `text` says its subject, heading and text; `also` what there is
 * besides; `word` is what they wrote themselves, if anything; `path`: the page behind the button.
 */
export function letterBetween(
  { language, settings }: LetterContext,
  {
    text,
    path,
    also,
    word = '',
  }: {
    text: (part: 'subject' | 'heading' | 'text') => string;
    path: string;
    also?: string | undefined;
    word?: string;
  },
): { subject: string; letter: Letter } {
  return {
    subject: text('subject'),
    letter: {
      heading: text('heading'),
      paragraphs: [
        text('text'),
        ...(also ? [also] : []),
        ...(word ? [say(language, 'mail.between.word', { word })] : []),
      ],
      button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}${path}` },
    },
  };
}
