import { say } from '@groundwork/words';
import type { LetterContext, FromSite, NoticesOf } from '../notices/kinds.ts';
import { invitationPath } from './links.ts';

type Link = { token: string };

/**
 * The mails about an account. None repeats what a stranger typed, an email aside, so that nobody can use a form of ours
 * to write to someone.
 */
export const accountNotices = {
  'accounts.open': leading('open', ({ token }: Link) => `/confirm-account/${token}`),
  'accounts.open-known': leading('open-known', () => '/sign-in'),
  'accounts.invitation': leading('invitation', ({ token }: Link) => invitationPath(token)),
  'accounts.reset': leading('reset', ({ token }: Link) => `/reset-password/${token}`),
  'accounts.reset-unknown': leading('reset-unknown', () => '/open-account'),
  'accounts.reset-suspended': telling('reset-suspended'),
  'accounts.password-changed': leading('password-changed', () => '/reset-password'),
  'accounts.email-change': leading('email-change', ({ token }: Link) => `/account/emails/${token}`),
  'accounts.email-moving': leading<{ email: string }>('email-moving', () => '/account'),
  'accounts.email-taken': telling('email-taken'),
  'accounts.suspended': telling<{ reason: string }>('suspended'),
  'accounts.suspension-lifted': leading('suspension-lifted', () => '/sign-in'),
  'accounts.deleted': telling('deleted'),
  'accounts.site-steward-granted': stewarding('granted'),
  'accounts.site-steward-ended': stewarding('ended'),
} satisfies NoticesOf<'accounts'>;

type Leading =
  | 'open'
  | 'open-known'
  | 'invitation'
  | 'reset'
  | 'reset-unknown'
  | 'password-changed'
  | 'email-change'
  | 'email-moving'
  | 'suspension-lifted';
type Telling = 'email-taken' | 'deleted' | 'suspended' | 'reset-suspended';
type Words = Partial<Record<'email' | 'reason' | 'token', string>>;
type Button = { label: string; url: string };
/** `id`: of the row, or the entry of the journal, that is told. */
type OfAccount<Said> = FromSite<NoInfer<Said>, { id: string }> & { about: null };

/** What somebody hears of whether they look after the site. */
function stewarding(news: 'granted' | 'ended') {
  return {
    level: 'mine',
    about: null,
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `accounts.site-steward-${news}:${entryId}`,
    letter: ({ language, settings, siteName: site }) => ({
      subject: say(language, `mail.accounts.site-steward-${news}.subject`, { site }),
      letter: {
        paragraphs: [say(language, `mail.accounts.site-steward-${news}.text`, { site })],
        ...(news === 'granted' && {
          button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}/site` },
        }),
      },
    }),
  } satisfies FromSite;
}

/** A mail that leads on to a page. */
function leading<Said extends Words>(template: Leading, pathOf: (said: Said) => string): OfAccount<Said> {
  return telling(template, (ctx, said: Said) => ({
    label: say(ctx.language, `mail.accounts.${template}.button`),
    url: `${ctx.settings.publicUrl}${pathOf(said)}`,
  }));
}

/** A mail that only tells. */
function telling<Said extends Words>(
  template: Leading | Telling,
  buttonOf?: (ctx: LetterContext, said: Said) => Button,
): OfAccount<Said> {
  return {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ id }) => `accounts.${template}:${id}`,
    letter: ({ siteName: site, ...ctx }, said) => {
      const { language } = ctx;
      const words = { site, ...said };
      return {
        subject: say(language, `mail.accounts.${template}.subject`, words),
        letter: {
          heading: say(language, `mail.accounts.${template}.heading`),
          paragraphs: [say(language, `mail.accounts.${template}.text`, words)],
          ...(buttonOf && { button: buttonOf(ctx, said) }),
          footer: [say(language, `mail.accounts.${template}.footer`), say(language, 'mail.footer', words)],
        },
      };
    },
  };
}
