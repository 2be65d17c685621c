import { inArray, and, eq, sql } from 'drizzle-orm';
import { groups } from '../groups/tables.ts';
import { standsIn } from '../groups/standing.ts';
import type { Subject } from '../subject.ts';
import { ladders, ladderSteps, ladderTallies } from './tables.ts';

export const ladderSubjects: Subject[] = [
  {
    kind: 'ladder',
    tables: [ladders, ladderSteps, ladderTallies],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: ladders.id,
          title: ladders.name,
          url: sql<string>`'/groups/' || ${groups.slug} || '/ladders/' || ${ladders.id}`,
          isOff: sql<boolean>`false`,
        })
        .from(ladders)
        .innerJoin(groups, eq(groups.id, ladders.groupId))
        .where(and(inArray(ladders.id, ids), standsIn(viewer.id, groups.id, 'contact_people'))),
  },
];
