import type { Subject } from '../subject.ts';
import { mails } from './tables.ts';

export const outboxSubjects: Subject[] = [{ kind: 'mail', tables: [mails] }];
