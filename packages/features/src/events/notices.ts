import { say } from '@groundwork/words';
import { askingLetter } from '../notices/asking.ts';
import { between } from '../notices/between.ts';
import type { LetterContext, NoticesOf } from '../notices/kinds.ts';
import { thisHour, today } from '../notices/keys.ts';
import type { Letter } from '../outbox/letter.ts';
import { rsvpLetter, type Occasion, type MailedRsvp } from './rsvps/letters.ts';
import { rsvpAskingUrl, rsvpUrl } from './seal.ts';
import type { AnnouncedEvent } from './announced.ts';

export const eventNotices = {
  // Once, and once more on another day: the first mail may have been lost.
  'events.rsvp-asked': {
    level: 'must',
    about: 'event',
    from: 'group',
    key: ({ rsvpId }: { rsvpId: string }) => `rsvp-confirm:${rsvpId}:${today()}`,
    letter: (
      { language, ...ctx },
      { rsvpId: id, email, site }: { rsvpId: string; email: string; site: string },
    ) =>
      askingLetter(language, {
        site,
        text: say(language, 'mail.asking.rsvp', { site }),
        url: rsvpAskingUrl(ctx, { id, email }),
      }),
  },
  'events.rsvp-answered': {
    level: 'must',
    about: 'event',
    from: 'group',
    key: ({ entryId }: { entryId: string }) => `rsvp:${entryId}`,
    letter: (ctx, { occasion, stop, ...told }: Answered) => {
      const { subject, letter } = letterOf(ctx, occasion, told);
      return { subject, letter: { ...letter, ...(stop && { unsubscribe: stop }) } };
    },
  },
  // At most once an hour: the form must not be a way to fill somebody's mailbox.
  'events.rsvp-known': {
    level: 'must',
    about: 'event',
    from: 'group',
    key: ({ rsvp }: { rsvp: { id: string } }) => `rsvp-known:${rsvp.id}:${thisHour()}`,
    letter: (ctx, told: OfRsvp) => letterOf(ctx, 'known', told),
  },
  'events.rsvp-promoted': {
    level: 'must',
    about: 'event',
    from: 'group',
    key: ({ entryId }: { entryId: string }) => `rsvp-promoted:${entryId}`,
    letter: (ctx, told: OfRsvp) => letterOf(ctx, 'promoted', told),
  },
  'events.host-named': {
    level: 'mine',
    about: 'event',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `events.host-named:${entryId}`,
    letter: ({ language, settings }, { title, slug }: { title: string; slug: string }) => ({
      subject: say(language, 'mail.events.host-named.subject', { title }),
      letter: {
        paragraphs: [say(language, 'mail.events.host-named.text', { title })],
        button: {
          label: say(language, 'mail.between.button'),
          url: `${settings.publicUrl}/events/${slug}/manage`,
        },
      },
    }),
  },
  // From whom an event is taken, alone.
  'events.host-removed': {
    level: 'mine',
    about: 'event',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `events.host-removed:${entryId}`,
    letter: ({ language }, { title }: { title: string }) => ({
      subject: say(language, 'mail.events.host-removed.subject', { title }),
      letter: { paragraphs: [say(language, 'mail.events.host-removed.text', { title })] },
    }),
  },
  'events.sponsor-asked': between('events', 'sponsor-asked', 'decide'),
  'events.sponsor-accepted': between('events', 'sponsor-accepted', 'mine'),
  'events.sponsor-declined': between('events', 'sponsor-declined', 'mine'),
  'events.sponsor-left': between('events', 'sponsor-left', 'mine'),
  'events.sponsor-dropped': between('events', 'sponsor-dropped', 'mine'),
} satisfies NoticesOf<'events'>;

type OfRsvp = { about: AnnouncedEvent; rsvp: Omit<MailedRsvp, 'url'> & { id: string } };
type Answered = OfRsvp & {
  occasion: Extract<Occasion, 'going' | 'maybe' | 'waitlisted' | 'cancelled'>;
  /** How mail of the group ends, for whoever agreed to it just now. */
  stop?: Letter['unsubscribe'] | null;
};

function letterOf(ctx: LetterContext, occasion: Occasion, { about: event, rsvp }: OfRsvp) {
  return rsvpLetter(ctx, { event, rsvp: { ...rsvp, url: rsvpUrl(ctx, rsvp.id) }, occasion });
}
