import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import type { FromGroup, FromSite, Level, NoticesOf } from '../notices/kinds.ts';

export const groupNotices = {
  'groups.vouched': news('vouched', 'mine'),
  'groups.doubted': news('doubted', 'mine'),
  'groups.hidden': news('hidden', 'must'),
  'groups.shown': news('shown', 'mine'),
  'groups.frozen': news('frozen', 'must'),
  'groups.thawed': news('thawed', 'mine'),
  'groups.steward-given': news('steward-given', 'mine'),
  'groups.deletion-asked': news('deletion-asked', 'must'),
  'groups.deletion-withdrawn': news('deletion-withdrawn', 'must'),
  'groups.domain-lost': domainNews('lost', 'decide'),
  'groups.domain-back': domainNews('back', 'mine'),
  'groups.join-accepted': joinDecided('accepted'),
  'groups.join-declined': joinDecided('declined'),
  'groups.join-asked': {
    level: 'decide',
    about: 'group',
    from: 'site',
    gathers: true,
    key: ({ requestId }: { requestId: string }) => `groups.join-asked:${requestId}`,
    letter: ({ language, settings }, { about, name }: Named & { name: string }) => {
      const words = { name, group: about.name };
      return {
        subject: say(language, 'mail.groups.join-asked.subject', words),
        letter: {
          paragraphs: [say(language, 'mail.groups.join-asked.text', words)],
          button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}/home` },
        },
      };
    },
  },
  'groups.role-given': stands('role-given', 'mine'),
  'groups.put-out': stands('put-out', 'must'),
  'groups.ban-lifted': stands('ban-lifted', 'mine'),
  'groups.invited': {
    // Whoever is written to by an address has nothing to turn down yet.
    level: 'must',
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

/** What somebody hears of how they stand in a group. */
function stands(name: 'role-given' | 'put-out' | 'ban-lifted', level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `groups.${name}:${entryId}`,
    letter: ({ language, settings, siteName }, { about }: Named) => {
      const words = { group: about.name, site: siteName };
      const isIn = name === 'role-given';
      return {
        subject: say(language, `mail.groups.${name}.subject`, words),
        letter: {
          paragraphs: [say(language, `mail.groups.${name}.text`, words)],
          ...(isIn && {
            button: { label: say(language, 'mail.groups.button', words), url: urlOf(settings, about) },
          }),
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
