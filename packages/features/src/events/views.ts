import { say, type Language } from '@groundwork/words';
import { whenParts } from '@groundwork/words/moments';
import { downToTen } from '../figures.ts';
import { TELLING_COUNT } from '../groups/cards.ts';
import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { Context } from '../context.ts';
import { tearOff } from '../links/views.ts';
import { sealedId } from '../site/tokens.ts';
import type { EventRow, EventStateName, EventView } from './contract.ts';
import { eventPolicy, runsEvent, takesAnswers } from './policy.ts';
import type { ListedEvent } from './listing.ts';
import type { SeenEvent } from './queries.ts';
import { RSVP_SEAL } from './seal.ts';
import { localOf } from '../site/local-times.ts';

type Host = EventView['hosts'][number];
/** What stands around an event: who runs it, its text as HTML, and how many are told when it moves (for who edits). */
type Around = { hosts: Host[]; aboutHtml: string; tellCount: number } & {
  sponsors: EventView['sponsors'];
  /** The group by whose link the viewer came, whose person they will be if they answer. */
  bringer: EventView['owner'] | null;
};
type Listed = Omit<ListedEvent, 'cursor' | 'via'> & { via?: string | null };

/** An event in a list, as it leaves: never with its address. */
export function rowOf(event: Listed): Answer<EventRow> {
  const { id, slug, title, summary, timeZone, held, placeName, capacity } = event;
  const { campaignSlug, campaignTitle } = event;
  return {
    ...{ id, slug, title, summary, timeZone, held, placeName, capacity },
    takenCount: toldOf(event, event.takenCount),
    isByTens: isByTens(event),
    isFull: capacity !== null && event.takenCount >= capacity,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    state: stateOf(event),
    isHidden: event.isHidden,
    rsvpFrom: event.rsvpFrom,
    takesAnswers: takesAnswers(event),
    myAnswer: answerOf(event.myRsvp),
    group: groupOf(event),
    campaign: campaignSlug && campaignTitle ? { slug: campaignSlug, title: campaignTitle } : null,
    via: event.via ?? null,
  };
}

function groupOf({ groupSlug: slug, groupName: name, accent, groupLanguage: language }: Listed) {
  return { slug, name, accent, language };
}

type Counted = Pick<ListedEvent, 'isShared' | 'myRole' | 'carried'> & { isHost?: boolean };

/** How many, as this viewer hears of it: by tens where several groups hold it and they do not run it (0059). */
function toldOf(event: Counted, count: number): number {
  return isByTens(event) ? downToTen(count) : count;
}

function isByTens(event: Counted): boolean {
  return event.isShared && !runsEvent(event);
}

/** An event's page, as it leaves: the place's secrets only for those who are coming or run it. */
export function viewOf(ctx: Context, event: SeenEvent, around: Around): Answer<EventView> {
  const { hosts, aboutHtml, tellCount, sponsors, bringer } = around;
  const can = allowed(eventPolicy, event);
  const isTrusted = knowsPlace(event);
  const showsAddress = event.addressVisibility === 'public' || isTrusted;
  const { myRsvp, address, addressVisibility, onlineUrl } = event;
  const { slug, name, language } = bringer ?? groupOf(event);
  return {
    ...rowOf(event),
    ...{ addressVisibility, sponsors, can },
    waitlistCount: toldOf(event, event.waitlistCount),
    owner: { slug, name, language },
    aboutHtml,
    source: can.edit ? { ...sourceOf(event), tellCount } : null,
    address: showsAddress ? address : null,
    addressHidden: !showsAddress && address !== null,
    onlineUrl: isTrusted ? onlineUrl : null,
    onlineUrlHidden: !isTrusted && onlineUrl !== null,
    hosts: event.myRole !== null || isTrusted ? hosts : [],
    cancellation: event.cancelledAt && { at: event.cancelledAt, reason: event.reason ?? '' },
    myRsvp: myRsvp && {
      token: sealedId(ctx.settings.secret, RSVP_SEAL, myRsvp.id),
      state: myRsvp.state,
      guestCount: myRsvp.guestCount,
    },
    link: event.isHidden ? null : tearOff(ctx, event.code),
    isMember: event.myRole !== null,
    isShared: event.isShared,
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
  const { title, accent, groupName: group, takenCount, visibility, isVouched, isHidden, state } = event;
  const count = event.isShared ? downToTen(takenCount) : takenCount;
  const isTelling = count >= TELLING_COUNT && stateOf(event) === 'published';
  return {
    ...{ title, group, accent },
    line: isTelling
      ? say(language, 'events.going', { count })
      : say(language, 'events.when', whenParts(language, event)),
    isForAll: state !== 'draft' && !isHidden && isVouched && visibility !== 'private',
  };
}
