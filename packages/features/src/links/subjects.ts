import type { Subject } from '../subject.ts';
import { links } from './tables.ts';

export const linkSubjects: Subject[] = [{ kind: 'link', tables: [links] }];
