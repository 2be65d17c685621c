import type { Subject } from '../subject.ts';
import { announcements, welcomes } from './tables.ts';

export const greetingSubjects: Subject[] = [
  {
    kind: 'announcement',
    tables: [announcements, welcomes],
    texts: [announcements.body, welcomes.body],
  },
];
