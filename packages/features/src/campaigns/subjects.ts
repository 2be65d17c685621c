import { and, eq, inArray, sql } from 'drizzle-orm';
import { Invalid, NotFound } from '../errors.ts';
import { visibleTo } from '../groups/queries.ts';
import { standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import type { Subject } from '../subject.ts';
import { signatureBursts } from './bursts/tables.ts';
import { campaignDraws, campaignLots } from './draws/tables.ts';
import { campaignFrames, frameFigures } from './frames/tables.ts';
import { daysAmongNames } from './names/takings.ts';
import { keepLeaves } from './proofs/leaves.ts';
import { campaignProofLeaves, campaignProofs } from './proofs/tables.ts';
import { isPublishedOrMine } from './queries.ts';
import { findReportedCampaign } from './reported.ts';
import { findReportedComment } from './signatures/reported.ts';
import { signatureShares } from './shares/tables.ts';
import { signatures } from './signatures/tables.ts';
import { campaignCoordinators, campaigns, campaignSignOns, campaignSponsors, tallyMarks } from './tables.ts';
import { findNewsUpdates } from './updates/queries.ts';
import { findReportedUpdate } from './updates/reported.ts';
import { campaignUpdates } from './updates/tables.ts';

export const campaignSubjects: Subject[] = [
  {
    kind: 'campaign',
    tables: [
      ...[campaigns, campaignCoordinators, campaignSponsors, signatureBursts],
      ...[campaignProofs, campaignProofLeaves, campaignDraws, campaignLots, campaignSignOns],
      ...[campaignFrames, frameFigures],
    ],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: campaigns.id,
          title: campaigns.title,
          url: sql<string>`'/campaigns/' || ${campaigns.slug}`,
          isOff: sql<boolean>`${campaigns.hiddenAt} is not null`,
        })
        .from(campaigns)
        .innerJoin(groups, eq(groups.id, campaigns.groupId))
        .leftJoin(...standingOf(viewer.id))
        .where(and(inArray(campaigns.id, ids), visibleTo({ viewer }), isPublishedOrMine(viewer))),
    reported: { by: 'slug', find: findReportedCampaign },
    // The draft was removed while somebody was named for it.
    refusals: {
      campaign_coordinators_of_campaign: () => new NotFound('campaign'),
      campaigns_sharing_fixed: () => new Invalid([{ name: 'sharing', code: 'campaigns.sharing-fixed' }]),
    },
    pictures: [campaigns.pictureKey, campaignFrames.pictureKey],
    texts: [campaigns.story, campaignFrames.story],
    news: { 'campaigns.published': ({ subjectId }) => subjectId },
  },
  {
    kind: 'update',
    tables: [campaignUpdates],
    find: findNewsUpdates,
    reported: { by: 'id', find: findReportedUpdate },
    texts: [campaignUpdates.body],
    news: { 'campaigns.update-posted': ({ subjectId }) => subjectId },
  },
  {
    kind: 'comment',
    tables: [signatures, signatureShares],
    reported: { by: 'id', find: findReportedComment },
    ties: [signatures.personId, signatureShares.personId],
    takings: { name: 'names', count: daysAmongNames },
    // The mark that a signature's end leaves takes one from its campaign: this gives it back, and keeps what proves it.
    keepCounts: async (tx, personIds) => {
      await keepLeaves(tx, personIds);
      await tx.execute(sql`insert into ${tallyMarks} (campaign_id, sponsor_id, step)
        select campaign_id, sponsor_id, 1 from ${signatures}
        where stands and person_id = any(${sql.param(personIds)}::uuid[])`);
    },
    // Twice counts once: whoever took their name off took it off, and whoever would not be shown is not.
    firsts: [
      {
        of: signatures,
        // Of what was proven their last word counts; where both stand, the first, and whichever shows less.
        order: sql`coalesce(${signatures.withdrawnAt}, ${signatures.confirmedAt}) is null,
          case when not bool_and(${signatures.stands}) over () then coalesce(${signatures.withdrawnAt}, ${signatures.confirmedAt}) end desc nulls last,
          ${signatures.showName}, ${signatures.confirmedAt}, ${signatures.createdAt}, ${signatures.id}`,
      },
    ],
  },
];
