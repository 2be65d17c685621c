import { say } from '@groundwork/words';
import { signatureUrl } from '../campaigns/signatures/seal.ts';
import type { FromSite, NoticesOf } from '../notices/kinds.ts';

export const reportNotices = {
  // To whoever decides it: neither what is reported nor by whom leaves their page.
  'reports.made': {
    level: 'decide',
    about: 'group',
    from: 'site',
    gathers: true,
    key: ({ reportId }: { reportId: string }) => `reports.made:${reportId}`,
    letter: ({ language, settings, siteName: site }, { group }: { group: string | null }) => {
      const place = group ?? site;
      return {
        subject: say(language, 'mail.reports.made.subject', { place }),
        letter: {
          paragraphs: [say(language, 'mail.reports.made.text', { place })],
          button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}/home` },
        },
      };
    },
  },
  // What was decided about somebody's campaign, its news, event, comment, listing or target, and why.
  'reports.comment-decided': decided('comment'),
  'reports.campaign-decided': decided('campaign'),
  'reports.event-decided': decided('event'),
  'reports.listing-decided': decided('listing'),
  'reports.target-decided': decided('target'),
  'reports.update-decided': decided('update'),
} satisfies NoticesOf<'reports'>;

type Decided = {
  about: { id: string; title: string | null; groupName: string | null; address: string | null };
  deed: 'hide' | 'show' | 'remove';
  reason: string;
};
/** `entryId`: the entry of the journal that is told; `place`: that of the receiver among those who are told. */
type Keyed = { entryId: string; place: number };

/** In the site's own words, which never say who reported it, also while the group may write to nobody. */
function decided(kind: 'comment' | 'campaign' | 'event' | 'listing' | 'target' | 'update') {
  return {
    level: 'must',
    about: kind,
    from: 'site',
    key: ({ entryId, place }: Keyed) => `report-decided:${entryId}:${place}`,
    letter: ({ language, siteName: site, ...ctx }, { about, deed, reason }: Decided) => {
      const words = { title: about.title ?? '', group: about.groupName ?? '', site };
      // Only a comment is ever removed: see deeds.ts.
      const what =
        kind === 'comment'
          ? (`mail.reports.comment.${deed}` as const)
          : (`mail.reports.${kind}.${deed === 'show' ? deed : 'hide'}` as const);
      const heading = say(language, what, words);
      const why = [
        say(language, 'mail.groups.reason', { reason }),
        say(language, 'mail.reports.appeal', words),
      ];
      const url =
        kind === 'comment' ? signatureUrl(ctx, about.id) : `${ctx.settings.publicUrl}${about.address ?? '/'}`;
      return {
        subject: heading,
        letter: {
          heading,
          paragraphs: [say(language, `${what}.text`, words), ...(deed === 'show' ? [] : why)],
          button: { label: say(language, 'mail.reports.button'), url },
        },
      };
    },
  } satisfies FromSite;
}
