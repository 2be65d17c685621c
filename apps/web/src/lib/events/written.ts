import { words } from '#lib/api/forms.ts';

/** An event's form as the api takes it, but for the zone, which stands as it was typed: day and hours as one local time each, empty fields as null. */
export function writtenEvent(form: FormData) {
  const { day = '', starts = '', ends = '', lastDay, capacity, ...written } = words(form);
  const { title, summary, about, timeZone, held, placeName, address, onlineUrl, campaignId } = written;
  return {
    ...{ title, summary, about, held },
    timeZone: timeZone ?? '',
    // What is missing is missing, and not half a time.
    starts: day && starts ? `${day}T${starts}` : undefined,
    ends: day && ends ? `${lastDay || day}T${ends}` : undefined,
    placeName: placeName || null,
    address: address || null,
    addressVisibility: written.addressVisibility || 'public',
    onlineUrl: onlineUrl || null,
    // What is not a number goes as it is: the api says so beside the field.
    capacity: capacity ? numberOr(capacity) : null,
    campaignId: campaignId || null,
    rsvpFrom: written.rsvpFrom || 'anyone',
    tell: written.tell === 'yes',
  };
}

/** An answer as the api takes it. */
export function writtenRsvp(form: FormData) {
  const { answer = 'going', guestCount, updates, ...written } = words(form);
  return {
    answer,
    guestCount: guestCount ? numberOr(guestCount) : 0,
    needs: {
      kinds: NEEDS.filter((kind) => written[`need-${kind}`] === 'yes'),
      note: written['needs.note'] ?? '',
    },
    updates: updates === 'yes',
  };
}

export const NEEDS = ['childcare', 'ride', 'interpreting', 'food'] as const;

function numberOr(typed: string) {
  const figure = Number(typed);
  return Number.isNaN(figure) ? typed : figure;
}
