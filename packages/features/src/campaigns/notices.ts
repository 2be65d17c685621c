import { say } from '@groundwork/words';
import { askingLetter } from '../notices/asking.ts';
import { between, letterBetween } from '../notices/between.ts';
import type { FromSite, Level, NoticesOf } from '../notices/kinds.ts';
import { signatureUrlFor } from './signatures/seal.ts';

export const campaignNotices = {
  'campaigns.signature-asked': {
    level: 'must',
    about: 'campaign',
    from: 'group',
    key: askedKey,
    letter: (
      { language, ...ctx },
      { signatureId: id, email, about: { siteName: site } }: Asked & { about: { siteName: string } },
    ) =>
      askingLetter(language, {
        site,
        text: say(language, 'mail.asking.signature', { site }),
        url: signatureUrlFor(ctx, { id, email }),
      }),
  },
  // The same once more, and never again: somebody who runs the campaign asked for it.
  'campaigns.signature-reminder': {
    level: 'must',
    about: 'campaign',
    from: 'group',
    key: ({ signatureId }: { signatureId: string }) => `signature-reminder:${signatureId}`,
    letter: (
      { language, ...ctx },
      {
        signatureId: id,
        email,
        about: { siteName: site },
      }: { signatureId: string; email: string; about: { siteName: string } },
    ) =>
      askingLetter(language, {
        site,
        text: say(language, 'mail.asking.signature-reminder', { site }),
        url: signatureUrlFor(ctx, { id, email }),
      }),
  },
  // To whoever stands under the campaign already and signed again: their mailbox confirmed it once.
  'campaigns.signature-standing': {
    level: 'must',
    about: 'campaign',
    from: 'group',
    key: askedKey,
    letter: (
      { language, ...ctx },
      { signatureId: id, email, about: { title, groupName: group } }: OfCampaign,
    ) => ({
      subject: say(language, 'mail.signature-standing.subject', { title }),
      letter: {
        heading: say(language, 'mail.signature-standing.heading'),
        paragraphs: [say(language, 'mail.signature-standing.text', { title, group })],
        button: {
          label: say(language, 'mail.signature-standing.button'),
          url: signatureUrlFor(ctx, { id, email }),
        },
      },
    }),
  },
  // To whoever is signed in, whose name counted at key: how to undo it.
  'campaigns.signature-receipt': {
    level: 'must',
    about: 'campaign',
    from: 'group',
    key: ({ signatureId, confirmedAt }: { signatureId: string; confirmedAt: Date | null }) =>
      `signature-receipt:${signatureId}:${confirmedAt?.getTime()}`,
    letter: (
      { language, ...ctx },
      { signatureId: id, email, about: { title, groupName: group } }: OfCampaign,
    ) => ({
      subject: say(language, 'mail.signature-receipt.subject', { title }),
      letter: {
        heading: say(language, 'mail.signature-receipt.heading'),
        paragraphs: [
          say(language, 'mail.signature-receipt.text', { title, group }),
          say(language, 'mail.signature-receipt.undo'),
        ],
        button: {
          label: say(language, 'mail.signature-receipt.button'),
          url: signatureUrlFor(ctx, { id, email }),
        },
      },
    }),
  },
  // To whom a campaign is given to run, alone.
  'campaigns.coordinator-named': {
    level: 'mine',
    about: 'campaign',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `campaigns.coordinator-named:${entryId}`,
    letter: ({ language, settings }, { title, slug }: { title: string; slug: string }) => ({
      subject: say(language, 'mail.campaigns.coordinator-named.subject', { title }),
      letter: {
        paragraphs: [say(language, 'mail.campaigns.coordinator-named.text', { title })],
        button: {
          label: say(language, 'mail.between.button'),
          url: `${settings.publicUrl}/campaigns/${slug}/manage`,
        },
      },
    }),
  },
  // From whom it is taken, alone.
  'campaigns.coordinator-removed': {
    level: 'mine',
    about: 'campaign',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `campaigns.coordinator-removed:${entryId}`,
    letter: ({ language }, { title }: { title: string }) => ({
      subject: say(language, 'mail.campaigns.coordinator-removed.subject', { title }),
      letter: { paragraphs: [say(language, 'mail.campaigns.coordinator-removed.text', { title })] },
    }),
  },
  // Between the groups of a campaign; to those who publish for the one that did not do it.
  'campaigns.sponsor-asked': between('campaigns', 'sponsor-asked', 'decide'),
  'campaigns.sponsor-accepted': between('campaigns', 'sponsor-accepted', 'mine'),
  'campaigns.sponsor-declined': between('campaigns', 'sponsor-declined', 'mine'),
  'campaigns.sponsor-left': between('campaigns', 'sponsor-left', 'mine'),
  'campaigns.sponsor-dropped': between('campaigns', 'sponsor-dropped', 'mine'),
  // To those who publish for the home group: a group that stands with it wrote on its page.
  'campaigns.sponsor-posted': {
    level: 'mine',
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: { entryId: string; to: { account: string } }) =>
      `campaigns.sponsor-posted:${entryId}:${to.account}`,
    letter: (ctx, { title, group, slug }: { title: string; group: string; slug: string }) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.campaigns.sponsor-posted.${part}`, { title, group }),
        path: `/campaigns/${slug}#updates`,
      }),
  },
  // To those who publish for a group that wrote on a campaign's page: the home group took it off.
  'campaigns.sponsor-unposted': {
    level: 'mine',
    about: 'group',
    from: 'site',
    // Once for each, however often it is taken off and put back.
    key: ({ updateId, to }: { updateId: string; to: { account: string } }) =>
      `campaigns.sponsor-unposted:${updateId}:${to.account}`,
    letter: (ctx, { about, title, group, slug }: Unposted) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.campaigns.sponsor-unposted.${part}`, { title, group }),
        path: `/groups/${about.slug}/campaigns/${slug}`,
      }),
  },
  // To those who publish for the home group: a group that stands with it tells its campaign in another way, and waits for their word.
  'campaigns.frame-asked': ofFrame('asked', 'decide'),
  // To those who publish for the group that wrote it.
  'campaigns.frame-published': ofFrame('published', 'mine'),
  'campaigns.frame-refused': ofFrame('refused', 'mine'),
  'campaigns.frame-withdrawn': ofFrame('withdrawn', 'mine'),
  // To those who publish for the home group: another one signed its letter.
  'campaigns.sponsor-signed': {
    level: 'mine',
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: { entryId: string; to: { account: string } }) =>
      `campaigns.sponsor-signed:${entryId}:${to.account}`,
    letter: (ctx, { title, group, slug }: { title: string; group: string; slug: string }) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.campaigns.sponsor-signed.${part}`, { title, group }),
        path: `/campaigns/${slug}#signed-on`,
      }),
  },
} satisfies NoticesOf<'campaigns'>;

type Unposted = { about: { slug: string }; title: string; group: string; slug: string };

type FrameNews = 'asked' | 'published' | 'refused' | 'withdrawn';
type FrameSaid = { title: string; group: string; path: string; word?: string };

/** What is said of a frame between the group that tells it and the home group. */
function ofFrame(name: FrameNews, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ entryId, to }: { entryId: string; to: { account: string } }) =>
      `campaigns.frame-${name}:${entryId}:${to.account}`,
    letter: (ctx, { title, group, path, word }: FrameSaid) =>
      letterBetween(ctx, {
        text: (part) => say(ctx.language, `mail.campaigns.frame-${name}.${part}`, { title, group }),
        ...{ path, ...(word && { word }) },
      }),
  } satisfies FromSite;
}

type Signed = { signatureId: string };
type Asked = Signed & { email: string };
type OfCampaign = Asked & { about: { title: string; groupName: string } };

/** Once for the signature, and once each time that it is due again. */
function askedKey({ signatureId, again }: { signatureId: string; again: Date | null }) {
  return `signature-confirm:${signatureId}${again ? `:${again.getTime()}` : ''}`;
}
