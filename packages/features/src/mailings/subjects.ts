import type { Subject } from '../subject.ts';
import { contactMarks } from './marks/tables.ts';
import { mailings } from './tables.ts';

export const mailingSubjects: Subject[] = [{ kind: 'mailing', tables: [mailings, contactMarks] }];
