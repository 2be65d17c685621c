import { joinWords, type Reported } from '../subject.ts';
import { groupPolicy } from './policy.ts';
import { findWholeGroup, type ReadContext } from './queries.ts';

/** A group with what its page says, for who sees it. The stewards of the site decide about it, never its own. */
export async function findReportedGroup(asker: ReadContext, slug: string): Promise<Reported> {
  const group = await findWholeGroup(asker, slug);
  const { id, name, summary, about } = group;
  return {
    id,
    key: group.slug,
    title: name,
    url: `/groups/${group.slug}`,
    group: { id, slug: group.slug, name },
    authorId: null,
    words: group.isHidden ? null : (joinWords(summary, about) ?? name),
    isMine: !groupPolicy.report(group),
    isOfGroup: true,
    decidedBy: 'stewards',
  };
}
