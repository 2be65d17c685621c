import type { Subject } from '../subject.ts';
import { mailings } from './tables.ts';

export const mailingSubjects: Subject[] = [{ kind: 'mailing', tables: [mailings] }];
