import type { Answer } from '../../http.ts';
import { allowed } from '../../policy.ts';
import { stateOf } from '../views.ts';
import type { RsvpView } from './contract.ts';
import { rsvpPolicy } from './policy.ts';
import type { OwnRsvp } from './queries.ts';

/** An RSVP for the holder of its link: the place's secrets only while it stands. `seal` opens their subscription. */
export function ownView(rsvp: OwnRsvp, seal: string): Answer<RsvpView> {
  const { state, wanted, name, guestCount, kinds, note, aheadCount, hasAttended, wantsUpdates, event } = rsvp;
  const knowsPlace = (state === 'going' || state === 'maybe') && !event.isShut;
  const { slug, title, timeZone, held, placeName, capacity, takenCount, reason } = event;
  return {
    ...{ state, wanted, name, guestCount, hasAttended, wantsUpdates },
    holdsUntil: rsvp.heldUntil,
    subscription: state === 'unconfirmed' ? null : seal,
    needs: { kinds: kinds ?? [], note: note ?? '' },
    aheadCount: state === 'waitlisted' ? aheadCount : null,
    event: {
      ...{ slug, title, timeZone, held, reason },
      placeName: event.isHidden ? null : placeName,
      isHidden: event.isHidden,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      address: knowsPlace || (event.addressVisibility === 'public' && !event.isShut) ? event.address : null,
      onlineUrl: knowsPlace ? event.onlineUrl : null,
      state: stateOf(event),
      isFull: capacity !== null && takenCount >= capacity,
      isPublic: event.visibility !== 'private',
      group: {
        ...{ slug: event.groupSlug, name: event.groupName },
        ...{ accent: event.accent, language: event.groupLanguage },
      },
    },
    through: rsvp.through,
    can: allowed(rsvpPolicy, rsvp),
  };
}
