import { Invalid } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { segments } from './tables.ts';

export const segmentSubjects: Subject[] = [
  {
    kind: 'segment',
    tables: [segments],
    refusals: { segments_same_name: () => new Invalid([{ name: 'name', code: 'segments.name-taken' }]) },
  },
];
