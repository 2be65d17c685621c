import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { givenFor } from '../campaigns/coordinators/queries.ts';
import { groups } from '../groups/tables.ts';
import { standsIn } from '../groups/standing.ts';
import type { Subject } from '../subject.ts';
import { compositionResults } from './results/tables.ts';
import {
  compositionBudgets,
  compositionReceivers,
  compositionRules,
  compositions,
  compositionTexts,
  experiments,
} from './tables.ts';

export const compositionSubjects: Subject[] = [
  {
    kind: 'composition',
    tables: [
      ...[compositions, compositionTexts, compositionReceivers, compositionBudgets],
      ...[compositionResults, experiments],
    ],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: compositions.id,
          title: sql<string>`coalesce((select own.subject from ${compositionTexts} own
            where own.composition_id = ${compositions.id} and own.variant = 'a' order by own.changed_at limit 1), '')`,
          url: sql<string>`'/groups/' || ${groups.slug} || '/mailings/' || ${compositions.id}`,
          isOff: sql<boolean>`false`,
        })
        .from(compositions)
        .innerJoin(groups, eq(groups.id, compositions.groupId))
        .where(
          and(
            inArray(compositions.id, ids),
            or(
              standsIn(viewer.id, groups.id, 'contact_people'),
              sql`'contact_people' = any(${givenFor(viewer.id, compositions.campaignId)})`,
            ),
          ),
        ),
    texts: [compositionTexts.body],
    follows: [compositionReceivers.personId],
  },
  { kind: 'composition-rules', tables: [compositionRules] },
];
