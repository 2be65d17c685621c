import { and, eq, isNull } from 'drizzle-orm';
import { NotFound } from '../../errors.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { people } from '../../people/tables.ts';
import { joinWords, type Reported } from '../../subject.ts';
import { findCampaign } from '../queries.ts';
import { campaigns } from '../tables.ts';
import { shownAs } from './shown-name.ts';
import { signatures } from './tables.ts';

/** What a signer let stand on a campaign's page, for who sees the campaign: the comment, or the name if there is none. */
export async function findReportedComment(asker: ReadContext, id: string): Promise<Reported> {
  const [comment] = await asker.db
    .select({
      name: signatures.name,
      shownName: signatures.shownName,
      words: signatures.comment,
      authorId: people.accountId,
      slug: campaigns.slug,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(
      and(
        eq(signatures.id, id),
        eq(signatures.stands, true),
        eq(signatures.showName, true),
        isNull(signatures.hiddenAt),
      ),
    );
  if (!comment) throw new NotFound('subject');
  const campaign = await findCampaign(asker, comment.slug);
  const authorName = shownAs(comment);
  return {
    id,
    key: id,
    title: campaign.title,
    url: `/campaigns/${campaign.slug}#recent`,
    group: { id: campaign.groupId, slug: campaign.groupSlug, name: campaign.groupName },
    authorId: comment.authorId,
    authorName,
    words: joinWords(comment.words) ?? authorName,
  };
}
