import { eq } from 'drizzle-orm';
import type { ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { joinWords, type Reported } from '../../subject.ts';
import { channels } from '../tables.ts';
import { sightOf } from './views.ts';
import { findMessage, readMessage } from './queries.ts';

/**
 * A message, for who reads its channel. One of a direct conversation goes to the stewards of the site, since nobody
 * moderates there: they get its words as whoever reports it shows them, and nothing around it.
 */
export async function findReportedMessage(asker: ReadContext, id: string): Promise<Reported> {
  const { channel, authorId } = await findMessage(asker, id);
  const [[place], message] = await Promise.all([
    asker.db
      .select({ name: channels.name, slug: groups.slug, groupName: groups.name })
      .from(channels)
      .innerJoin(groups, eq(groups.id, channels.groupId))
      .where(eq(channels.id, channel.id)),
    readMessage(asker, id, sightOf(asker.viewer, channel)),
  ]);
  return {
    id,
    key: id,
    title: place?.name ? `# ${place.name}` : null,
    url: `/messages/${channel.id}?after=${Math.max((message?.seq ?? 0) - 10, 0)}#message-${id}`,
    group: { id: channel.groupId, slug: place?.slug ?? '', name: place?.groupName ?? '' },
    channelId: channel.id,
    authorId,
    authorName: message?.authorName ?? null,
    words: joinWords(message?.body ?? null),
    ...(channel.kind === 'direct' && { decidedBy: 'stewards' }),
  };
}
