import { Conflict } from '../errors.ts';
import { targets } from '../groups/targets/tables.ts';
import type { Subject } from '../subject.ts';
import { findReportedTarget } from './reported.ts';
import { targetAsks, targetNotes } from './tables.ts';

export const targetSubjects: Subject[] = [
  {
    kind: 'target',
    tables: [targets, targetAsks, targetNotes],
    reported: { by: 'id', find: findReportedTarget },
    refusals: { targets_named_once: () => new Conflict('targets.twice') },
  },
];
