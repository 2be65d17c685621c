import { Invalid } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { DAYS_KEPT } from './deeds/queries.ts';
import { daysInFiles } from './deeds/takings.ts';
import { deedFiles, deedPeople, peopleDeeds } from './deeds/tables.ts';
import { peopleViews, viewShares } from './people-views/tables.ts';
import { listPeople, lists, segments } from './tables.ts';

export const segmentSubjects: Subject[] = [
  {
    kind: 'segment',
    tables: [segments],
    refusals: { segments_same_name: () => new Invalid([{ name: 'name', code: 'segments.name-taken' }]) },
  },
  {
    kind: 'list',
    tables: [lists, listPeople],
    ties: [listPeople.personId],
    refusals: { lists_same_name: () => new Invalid([{ name: 'name', code: 'segments.list-name-taken' }]) },
  },
  {
    kind: 'people-deed',
    tables: [peopleDeeds, deedPeople, deedFiles],
    follows: [deedPeople.personId],
    takings: { name: 'found', count: daysInFiles, days: DAYS_KEPT },
  },
  {
    kind: 'people-view',
    tables: [peopleViews, viewShares],
    refusals: {
      people_views_same_name: () => new Invalid([{ name: 'name', code: 'segments.view-name-taken' }]),
    },
  },
];
