import { findWholeGroup, type Asker } from '../../groups/queries.ts';
import { wordsOf, type Subject } from './subject.ts';

/** A group with what its page says, for who sees it. The stewards of the site decide about it, never its own. */
export async function findGroupSubject(asker: Asker, slug: string): Promise<Subject> {
  const group = await findWholeGroup(asker, slug);
  const { id, name, summary, about } = group;
  return {
    kind: 'group',
    id,
    key: group.slug,
    title: name,
    address: `/groups/${group.slug}`,
    group: { id, slug: group.slug, name },
    channelId: null,
    authorId: null,
    authorName: null,
    words: group.isHidden ? null : (wordsOf(summary, about) ?? name),
    isMine: group.myRole === 'steward',
    decidedBy: 'stewards',
  };
}
