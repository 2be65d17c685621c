import { and, eq, inArray, sql } from 'drizzle-orm';
import { standsIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import type { Subject } from '../subject.ts';
import { listPersonLetters } from './queries.ts';
import { answerDesks, exchangeLetters, exchanges } from './tables.ts';

export const exchangeSubjects: Subject[] = [
  {
    kind: 'exchange',
    tables: [exchanges, exchangeLetters],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: exchanges.id,
          title: exchanges.subject,
          url: sql<string>`'/groups/' || ${groups.slug} || '/mailings/answers/' || ${exchanges.id}`,
          isOff: sql<boolean>`false`,
        })
        .from(exchanges)
        .innerJoin(groups, eq(groups.id, exchanges.groupId))
        .where(
          and(
            inArray(exchanges.id, ids),
            standsIn(viewer.id, groups.id, 'contact_people'),
            standsIn(viewer.id, groups.id, 'see_people'),
          ),
        ),
    ties: [exchanges.personId],
    letters: listPersonLetters,
  },
  { kind: 'answer-desk', tables: [answerDesks] },
];
