import { and, eq } from 'drizzle-orm';
import { joinWords, type Reported } from '../subject.ts';
import { isOpenAlly } from './allies/queries.ts';
import { allies } from './allies/tables.ts';
import { groupPolicy } from './policy.ts';
import { findWholeGroup, isGroupAt, type ReadContext } from './queries.ts';
import { groups } from './tables.ts';

/** A group, or an ally, with what its page says, for who sees it. The stewards of the site decide about it, never its own. */
export async function findReportedGroup(asker: ReadContext, slug: string): Promise<Reported> {
  const ally = await findReportedAlly(asker, slug);
  if (ally) return ally;
  const group = await findWholeGroup(asker, slug);
  const { id, name, summary, about } = group;
  return {
    ...reportedAs({ id, slug: group.slug, name }),
    words: group.isHidden ? null : (joinWords(summary, about) ?? name),
    isMine: !groupPolicy.report(group),
  };
}

/** Whoever put the page up may report it too: it is of somebody else. */
async function findReportedAlly({ db }: ReadContext, slug: string): Promise<Reported | null> {
  const { id, name, summary } = groups;
  const [ally] = await db
    .select({ id, slug: groups.slug, name, summary, contact: allies.contact, link: allies.link })
    .from(groups)
    .innerJoin(allies, eq(allies.groupId, groups.id))
    .where(and(isGroupAt(slug), isOpenAlly));
  if (!ally) return null;
  const words = joinWords(ally.name, ally.summary, ally.contact, ally.link);
  return { ...reportedAs(ally), words, isMine: false };
}

function reportedAs({ id, slug, name }: { id: string; slug: string; name: string }) {
  return {
    ...{ id, key: slug, title: name, url: `/groups/${slug}`, group: { id, slug, name } },
    ...{ authorId: null, isOfGroup: true, decidedBy: 'stewards' as const },
  };
}
