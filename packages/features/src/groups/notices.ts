import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import type { FromGroup, FromSite, Level, NoticesOf } from '../notices/kinds.ts';

export const groupNotices = {
  'groups.vouched': news('vouched', 'groups'),
  'groups.doubted': news('doubted', 'groups'),
  'groups.hidden': news('hidden', 'must'),
  'groups.shown': news('shown', 'groups'),
  'groups.frozen': news('frozen', 'must'),
  'groups.thawed': news('thawed', 'groups'),
  'groups.steward-given': news('steward-given', 'groups'),
  'groups.deletion-asked': news('deletion-asked', 'must'),
  'groups.deletion-withdrawn': news('deletion-withdrawn', 'must'),
  'groups.domain-lost': domainNews('lost', 'decide'),
  'groups.domain-back': domainNews('back', 'groups'),
  'groups.join-accepted': joinDecided('accepted'),
  'groups.join-declined': joinDecided('declined'),
  'groups.invited': {
    level: 'mine',
    about: 'group',
    from: 'group',
    key: ({ invitationId }: { invitationId: string }) => `groups.invited:${invitationId}`,
    letter: ({ language, settings }, { about, site, expiresAt, token }: Invited) => {
      const words = { group: about.name, site, date: dayOf(language, expiresAt) };
      const text = (part: 'subject' | 'heading' | 'text' | 'button' | 'footer') =>
        say(language, `mail.groups.invited.${part}`, words);
      return {
        subject: text('subject'),
        letter: {
          heading: text('heading'),
          paragraphs: [text('text')],
          button: { label: text('button'), url: `${settings.publicUrl}/invitations/${token}` },
          footer: [text('footer'), say(language, 'mail.footer', words)],
        },
      };
    },
  },
} satisfies NoticesOf<'groups'>;

/** What the site tells those who run a group, or all its members, in its own words. */
type NewsName =
  | 'vouched'
  | 'doubted'
  | 'hidden'
  | 'shown'
  | 'frozen'
  | 'thawed'
  | 'steward-given'
  | 'deletion-asked'
  | 'deletion-withdrawn';
export type GroupNews = `groups.${NewsName}`;

type Named = { about: { name: string; slug: string } };
type Invited = { about: { name: string }; site: string; expiresAt: Date; token: string };

/** `entryId`: the entry of the journal that is told. */
type Keyed = { entryId: string; to: { account: string } };
type News = Named & {
  /** What a steward of the site, or of the group, gave as the reason. */
  reason?: string;
  /** A day that the news speaks of. */
  on?: Date;
  /** Whoever can also save what there is hears how. */
  isSteward?: boolean;
};

function news(name: NewsName, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: Keyed) => `groups.${name}:${entryId}:${to.account}`,
    letter: ({ language, settings, siteName }, { about, reason, on, isSteward = false }: News) => {
      const words = { group: about.name, site: siteName, date: on ? dayOf(language, on) : '' };
      const text = (part: 'subject' | 'heading' | 'text') =>
        say(language, `mail.groups.${name}.${part}`, words);
      const url = urlOf(settings, about);
      const saves = isSteward && name === 'deletion-asked';
      return {
        subject: text('subject'),
        letter: {
          heading: text('heading'),
          paragraphs: [
            text('text'),
            ...(saves ? [say(language, 'mail.groups.deletion-asked.save')] : []),
            ...(reason ? [say(language, 'mail.groups.reason', { reason })] : []),
          ],
          button: saves
            ? { label: say(language, 'mail.groups.deletion-asked.button'), url: `${url}/settings#deletion` }
            : { label: say(language, 'mail.groups.button', words), url },
        },
      };
    },
  } satisfies FromSite;
}

/** What those who manage a group hear of the domain from which it writes. */
function domainNews(name: 'lost' | 'back', level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: Keyed) => `groups.domain-${name}:${entryId}:${to.account}`,
    letter: ({ language, settings, siteName }, { about, domain }: Named & { domain: string }) => {
      const words = { group: about.name, site: siteName, domain };
      const text = (part: 'subject' | 'heading' | 'text' | 'button') =>
        say(language, `mail.groups.domain-${name}.${part}`, words);
      const url = `${urlOf(settings, about)}/settings/domain`;
      return {
        subject: text('subject'),
        letter: {
          heading: text('heading'),
          paragraphs: [text('text')],
          button: { label: text('button'), url },
        },
      };
    },
  } satisfies FromSite;
}

function joinDecided(decision: 'accepted' | 'declined') {
  return {
    level: 'mine',
    about: 'group',
    from: 'group',
    key: ({ requestId }: { requestId: string }) => `groups.join-decided:${requestId}`,
    letter: ({ language, settings }, { about, name }: Named & { name: string }) => {
      const words = { name, group: about.name };
      const button = () => ({
        label: say(language, 'mail.join-accepted.button', words),
        url: urlOf(settings, about),
      });
      return {
        subject: say(language, `mail.join-${decision}.subject`, words),
        letter: {
          heading: say(language, `mail.join-${decision}.heading`, words),
          paragraphs: [say(language, `mail.join-${decision}.text`, words)],
          ...(decision === 'accepted' && { button: button() }),
        },
      };
    },
  } satisfies FromGroup;
}

function urlOf({ publicUrl }: { publicUrl: string }, { slug }: { slug: string }) {
  return `${publicUrl}/groups/${slug}`;
}

function dayOf(language: Language, day: Date) {
  return dateFormat(language, 'UTC', 'day').format(day);
}
