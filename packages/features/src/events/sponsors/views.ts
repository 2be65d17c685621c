import type { Answer } from '../../http.ts';
import type { EventSponsorshipRow } from './contract.ts';
import type { listEventSponsorships } from './queries.ts';

type Sponsorship = Awaited<ReturnType<typeof listEventSponsorships>>[number];

/** An event that a group holds with another or is asked to, as it leaves. */
export function eventSponsorshipRow({
  word,
  invitedAt,
  acceptedAt,
  ...row
}: Sponsorship): Answer<EventSponsorshipRow> {
  const { startsAt, endsAt, timeZone, placeName } = row;
  return {
    event: {
      slug: row.eventSlug,
      title: row.title,
      when: row.isSeen ? { startsAt, endsAt, timeZone, placeName } : null,
    },
    group: { slug: row.groupSlug, name: row.groupName, language: row.language },
    ...{ word, invitedAt, acceptedAt },
  };
}
