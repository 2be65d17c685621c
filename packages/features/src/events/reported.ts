import { findAuthorId } from '../accounts/authors.ts';
import type { ReadContext } from '../groups/queries.ts';
import { joinWords, type Reported } from '../subject.ts';
import { findEvent } from './queries.ts';

/** An event with what its page says to anyone, for who sees it: where it is held only if strangers may know. */
export async function findReportedEvent(asker: ReadContext, slug: string): Promise<Reported> {
  const event = await findEvent(asker, slug);
  const authorId = await findAuthorId(asker, { kind: 'events.created', id: event.id });
  const { title, summary, about, placeName } = event;
  const address = event.addressVisibility === 'public' ? event.address : null;
  return {
    id: event.id,
    key: event.slug,
    title,
    url: `/events/${event.slug}`,
    group: { id: event.groupId, slug: event.groupSlug, name: event.groupName },
    authorId,
    words: event.isHidden ? null : (joinWords(summary, placeName, address, about) ?? title),
    isOfGroup: true,
  };
}
