import type { Subject } from '../subject.ts';
import { letters, mails } from './tables.ts';

export const outboxSubjects: Subject[] = [
  { kind: 'mail', tables: [mails, letters], follows: [mails.personId] },
];
