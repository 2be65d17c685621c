import { say, type Language } from '@groundwork/words';
import { zoneParts } from '@groundwork/words/moments';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import { LRUCache } from 'lru-cache';
import type { House } from '../context.ts';
import { pageVia } from '../links/via.ts';
import type { AnnouncedEvent } from './announced.ts';

/** Who reads a calendar: someone whose RSVP stands is told the address and the link, everyone else what is public. `isOpen`: they may or may not come. */
type Reader = { language: Language; isComing: boolean; isOpen?: boolean; url?: string };
type Site = Pick<House, 'settings'>;

export const CALENDAR = 'text/calendar; charset=utf-8';

/**
 * One event as iCalendar (RFC 5545) with its method of RFC 5546: PUBLISH puts it in or moves it, CANCEL strikes it.
 * The UID stays and SEQUENCE grows, so a newer file replaces the older in every calendar. Times are in UTC, which no
 * calendar misreads; the zone is named in the description.
 */
export function eventCalendar(site: Site, event: AnnouncedEvent, reader: Reader): string {
  const method = event.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return calendarOf(site, [{ event, reader }], { method });
}

/** A group's calendar to subscribe to, as a stranger may see it: feeds are passed on. */
export function groupCalendar(
  site: Site,
  name: string,
  events: AnnouncedEvent[],
  language: Language,
): string {
  const reader = { language, isComing: false };
  const read = events.map((event) => ({ event, reader }));
  return calendarOf(site, read, { name: onOneLine(name), ttl: 60 * 60 });
}

type OwnOfCalendar = { event: AnnouncedEvent; answer: { state: string } | null; runs: boolean };

/** Somebody's own calendar to subscribe to: with the places of what they come to or run. What they are not sure of is tentative. */
export function ownCalendar(site: Site, own: OwnOfCalendar[], language: Language): string {
  const read = own.map(({ event, answer, runs }) => {
    const isComing = runs || (answer !== null && ['going', 'maybe'].includes(answer.state));
    return { event, reader: { language, isComing, isOpen: !runs && answer?.state !== 'going' } };
  });
  return calendarOf(site, read, { name: say(language, 'mine.calendar.name'), ttl: 60 * 60 });
}

type Frame = { method?: ICalCalendarMethod; name?: string; ttl?: number };
type Read = { event: AnnouncedEvent; reader: Reader };
function calendarOf(site: Site, read: Read[], frame: Frame) {
  const empty = calendarWith(frame, []);
  const end = empty.lastIndexOf(END);
  const entries = read.map((one) => writtenOnce({ site, ...one }));
  return [empty.slice(0, end), ...entries, empty.slice(end)].join('');
}

/** The last line. Anybody may write the same in a title or a group's name, which stand before it. */
const END = 'END:VCALENDAR';

function calendarWith(frame: Frame, entries: ICalEventData[]) {
  const calendar = ical({
    prodId: { company: 'Groundwork', product: 'Groundwork', language: 'EN' },
    ...frame,
  });
  for (const entry of entries) calendar.createEvent(entry);
  return calendar.toString();
}

type Entry = { site: Site; event: AnnouncedEvent; reader: Reader };

/** Feeds are asked for all day by everyone who subscribed, and writing an entry takes twenty times as long as comparing it. */
const entries = new LRUCache<string, string, Entry>({
  maxSize: 4_000_000,
  sizeCalculation: (entry, key) => entry.length + key.length,
  memoMethod: (_key, _old, { context: { site, event, reader } }) => {
    const calendar = calendarWith({}, [entryOf(site, event, reader)]);
    return calendar.slice(calendar.indexOf('BEGIN:VEVENT'), calendar.lastIndexOf(END));
  },
});

function writtenOnce(entry: Entry): string {
  const { publicUrl, mailFrom } = entry.site.settings;
  return entries.memo(JSON.stringify([publicUrl, mailFrom, entry.event, entry.reader]), { context: entry });
}

function entryOf({ settings }: Site, event: AnnouncedEvent, reader: Reader) {
  const { language, isComing, url } = reader;
  const page = pageVia(`${settings.publicUrl}/events/${event.slug}`, event.via);
  const place = placeOf(event, isComing);
  const email = /<([^<>]+)>/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom;
  const link = isComing && event.onlineUrl ? [event.onlineUrl] : [];
  const zone = say(language, 'events.zone', zoneParts(language, event.timeZone, event.startsAt));
  return {
    id: `${event.id}@${new URL(settings.publicUrl).hostname}`,
    sequence: event.sequence,
    stamp: event.changedAt,
    lastModified: event.changedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: onOneLine(event.title),
    description: written([event.summary, ...link, zone, url ?? page].filter(Boolean).join('\n\n')),
    ...(place && { location: onOneLine(place) }),
    url: url ?? page,
    organizer: { name: onOneLine(event.groupName), email },
    status: statusOf(event, reader),
  };
}

function statusOf({ state }: AnnouncedEvent, { isOpen }: Reader) {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED;
  return isOpen ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** Without the control characters that come along when one pastes from slides: RFC 5545, 3.1 allows none in a value. */
function written(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\v\f]/g, ' ')
    .replaceAll(/[\p{Cc}--[\n\t]]/gv, '');
}

function onOneLine(text: string): string {
  return written(text).replaceAll(/\s+/g, ' ').trim();
}

function placeOf(event: AnnouncedEvent, isComing: boolean) {
  const address = event.addressVisibility === 'public' || isComing ? event.address : null;
  const parts = [event.placeName, address].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : isComing ? event.onlineUrl : null;
}
