import { and, eq, inArray, sql } from 'drizzle-orm';
import { Conflict } from '../errors.ts';
import { standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import type { Subject } from '../subject.ts';
import { findReportedListing } from './reported.ts';
import { isSeenBy, listingCoalition } from './sight.ts';
import { listingAnswers, listings } from './tables.ts';

export const directorySubjects: Subject[] = [
  {
    kind: 'listing',
    tables: [listings, listingAnswers],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: listings.id,
          title: listings.title,
          url: sql<string>`'/directory/' || ${listings.id}`,
          isOff: sql<boolean>`${listings.hiddenAt} is not null`,
        })
        .from(listings)
        .innerJoin(groups, eq(groups.id, listings.groupId))
        .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
        .leftJoin(...standingOf(viewer.id))
        .where(and(inArray(listings.id, ids), isSeenBy(viewer))),
    reported: { by: 'id', find: findReportedListing },
    refusals: {
      listing_answers_open_once: () => new Conflict('directory.answered-already'),
      listing_answers_taken_once: () => new Conflict('directory.taken'),
    },
  },
];
