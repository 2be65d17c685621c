import type { Subject } from '../subject.ts';
import { sites } from './tables.ts';

export const siteSubjects: Subject[] = [{ kind: 'site', tables: [sites], texts: [sites.rules] }];
