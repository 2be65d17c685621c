import { Conflict } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { campaignTurnouts } from './alongside/tables.ts';
import { allyClaims } from './allies/tables.ts';
import { councilReports, councils } from './councils/tables.ts';
import { coalitionGroups, coalitions, coalitionSteps, delegates, groupTotals } from './tables.ts';

export const coalitionSubjects: Subject[] = [
  {
    kind: 'coalition',
    tables: [
      ...[coalitions, coalitionGroups, coalitionSteps, delegates, councils, councilReports, groupTotals],
      ...[campaignTurnouts, allyClaims],
    ],
    refusals: {
      coalition_groups_no_circle: () => new Conflict('coalitions.circle'),
      memberships_of_delegates: () => new Conflict('coalitions.delegates-only'),
      delegates_speak_once: () => new Conflict('coalitions.speaks-for-another'),
    },
  },
];
