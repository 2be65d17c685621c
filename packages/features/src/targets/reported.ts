import { eq } from 'drizzle-orm';
import { NotFound } from '../errors.ts';
import type { ReadContext } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { joinWords, type Reported } from '../subject.ts';
import { findTarget, findTargetPlace } from './queries.ts';
import { targetPolicy } from './policy.ts';

/** A target with what stands there of it, for who finds it. Those who moderate in the coalition, or the group, whose it is decide. */
export async function findReportedTarget(asker: ReadContext, id: string): Promise<Reported> {
  const target = await findTarget(asker, { slug: await findTargetPlace(asker, id), targetId: id });
  const { name, office, area, email, phone, page, address, holderId } = target;
  if (holderId === null) throw new NotFound('target');
  const [group] = await asker.db
    .select({ id: groups.id, slug: groups.slug, name: groups.name })
    .from(groups)
    .where(eq(groups.id, holderId));
  if (!group) throw new NotFound('target');
  return {
    ...{ id, key: id, title: name, group, url: `/targets/${id}`, authorId: target.addedBy },
    words: target.isHidden ? null : joinWords(name, office, area, email, phone, page, address),
    isMine: !targetPolicy.report(target),
    isOfGroup: true,
  };
}
