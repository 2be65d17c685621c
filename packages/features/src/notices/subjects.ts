import type { Subject } from '../subject.ts';
import { groupLoudness, noticeChoices, noticeRows } from './tables.ts';

export const noticeSubjects: Subject[] = [
  { kind: 'notice', tables: [noticeRows, noticeChoices, groupLoudness] },
];
