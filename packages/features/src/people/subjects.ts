import type { Subject } from '../subject.ts';
import { importedPeople, imports, overruledConsents } from './imports/tables.ts';
import { consents, people, personHistory, suppressions } from './tables.ts';

export const peopleSubjects: Subject[] = [
  { kind: 'person', tables: [people, consents, personHistory, suppressions] },
  { kind: 'import', tables: [imports, importedPeople, overruledConsents] },
];
