import type { Subject } from '../subject.ts';
import { reports } from './tables.ts';

export const reportSubjects: Subject[] = [{ kind: 'report', tables: [reports] }];
