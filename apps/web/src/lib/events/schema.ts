import type { EventView } from '@groundwork/features/events/contract';

const HELD = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  both: 'MixedEventAttendanceMode',
} as const;

/** What is told of an event. */
type PublicEvent = Pick<EventView, 'slug' | 'title' | 'summary' | 'held' | 'state' | 'startsAt' | 'endsAt'> &
  Pick<EventView, 'placeName' | 'address' | 'addressVisibility'> & {
    group: Pick<EventView['group'], 'slug' | 'name'>;
  };

/**
 * An event as schema.org/Event tells it: of what strangers may read only, whoever looks. `publicUrl` is the site's own address.
 */
export function schemaOf(event: PublicEvent, publicUrl: string) {
  const url = new URL(`/events/${event.slug}`, publicUrl).href;
  const place = event.placeName && {
    '@type': 'Place',
    name: event.placeName,
    ...(event.address && event.addressVisibility === 'public' && { address: event.address }),
  };
  const online = event.held !== 'in-person' && { '@type': 'VirtualLocation', url };
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    url,
    startDate: event.startsAt,
    endDate: event.endsAt,
    eventAttendanceMode: `https://schema.org/${HELD[event.held]}`,
    eventStatus: `https://schema.org/${event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...(event.summary && { description: event.summary }),
    location: [place, online].filter(Boolean),
    organizer: {
      '@type': 'Organization',
      name: event.group.name,
      url: new URL(`/groups/${event.group.slug}`, publicUrl).href,
    },
  };
}

/** JSON that can stand in a script element: nothing in it ends that, or begins another. */
export function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
