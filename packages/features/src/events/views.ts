import { say, type Language } from '@groundwork/words';
import { whenParts } from '@groundwork/words/moments';
import { TELLING_COUNT } from '../groups/cards.ts';
import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { Context } from '../context.ts';
import { tearOff } from '../links/views.ts';
import { sealedId } from '../site/tokens.ts';
import type { EventRow, EventStateName, EventView } from './contract.ts';
import { eventPolicy, takesAnswers } from './policy.ts';
import type { ListedEvent, SeenEvent } from './queries.ts';
import { RSVP_SEAL } from './seal.ts';
import { localOf } from './when.ts';

type Host = EventView['hosts'][number];
/** What stands around an event: who runs it, its text as HTML, and how many are told when it moves (for who edits). */
type Around = { hosts: Host[]; aboutHtml: string; tellCount: number };
type Listed = Omit<ListedEvent, 'cursor'>;

/** An event in a list, as it leaves: never with its address. */
export function rowOf(event: Listed): Answer<EventRow> {
  const { id, slug, title, summary, timeZone, held, placeName, capacity, takenCount } = event;
  const { groupSlug, groupName, accent, groupLanguage: language, campaignSlug, campaignTitle } = event;
  return {
    ...{ id, slug, title, summary, timeZone, held, placeName, capacity, takenCount },
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    state: stateOf(event),
    isHidden: event.isHidden,
    rsvpFrom: event.rsvpFrom,
    takesAnswers: takesAnswers(event),
    myAnswer: answerOf(event.myRsvp),
    group: { slug: groupSlug, name: groupName, accent, language },
    campaign: campaignSlug && campaignTitle ? { slug: campaignSlug, title: campaignTitle } : null,
  };
}

/** An event's page, as it leaves: the place's secrets only for those who are coming or run it. */
export function viewOf(ctx: Context, event: SeenEvent, around: Around): Answer<EventView> {
  const { hosts, aboutHtml, tellCount } = around;
  const can = allowed(eventPolicy, event);
  const isTrusted = knowsPlace(event);
  const showsAddress = event.addressVisibility === 'public' || isTrusted;
  const { myRsvp, address, addressVisibility, onlineUrl, waitlistCount } = event;
  return {
    ...rowOf(event),
    ...{ addressVisibility, waitlistCount, can },
    aboutHtml,
    source: can.edit ? { ...sourceOf(event), tellCount } : null,
    address: showsAddress ? address : null,
    addressHidden: !showsAddress && address !== null,
    onlineUrl: isTrusted ? onlineUrl : null,
    onlineUrlHidden: !isTrusted && onlineUrl !== null,
    isFull: event.capacity !== null && event.takenCount >= event.capacity,
    hosts: event.myRole !== null || isTrusted ? hosts : [],
    cancellation: event.cancelledAt && { at: event.cancelledAt, reason: event.reason ?? '' },
    myRsvp: myRsvp && {
      token: sealedId(ctx.settings.secret, RSVP_SEAL, myRsvp.id),
      state: myRsvp.state,
      guestCount: myRsvp.guestCount,
    },
    link: event.isHidden ? null : tearOff(ctx, event.code),
    isMember: event.myRole !== null,
    isFrozen: event.isFrozen,
    hiddenReason: event.hiddenReason,
    isListed: event.visibility === 'public' && event.isVouched && !event.isHidden,
  };
}

function answerOf(own: Listed['myRsvp']) {
  return own === null || own.state === 'cancelled' ? null : own.state;
}

/** Whether this viewer may know where it really is: they are coming, or they run it. */
function knowsPlace(event: SeenEvent) {
  const isComing = event.myRsvp !== null && ['going', 'maybe'].includes(event.myRsvp.state);
  return isComing || eventPolicy.seeDoor(event) || eventPolicy.edit(event);
}

/** What pages call the state: that it has ended is read from the clock. */
export function stateOf({
  state,
  hasEnded,
}: {
  state: SeenEvent['state'];
  hasEnded: boolean;
}): EventStateName {
  return state === 'published' && hasEnded ? 'ended' : state;
}

function sourceOf({ about, startsAt, endsAt, timeZone, campaignId }: SeenEvent) {
  return { about, starts: localOf(startsAt, timeZone), ends: localOf(endsAt, timeZone), campaignId };
}

/** What an event's card says: how many are coming, or when it is. */
export function eventCard(event: SeenEvent, language: Language) {
  const {
    title,
    accent,
    groupName: group,
    takenCount: count,
    visibility,
    isVouched,
    isHidden,
    state,
  } = event;
  const isTelling = count >= TELLING_COUNT && stateOf(event) === 'published';
  return {
    ...{ title, group, accent },
    line: isTelling
      ? say(language, 'events.going', { count })
      : say(language, 'events.when', whenParts(language, event)),
    isForAll: state !== 'draft' && !isHidden && isVouched && visibility !== 'private',
  };
}
