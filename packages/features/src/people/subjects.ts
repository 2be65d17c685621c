import { Conflict } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { importedPeople, imports, overruledConsents } from './imports/tables.ts';
import { consents, contactPoints, people, personAddresses, personHistory, suppressions } from './tables.ts';

export const peopleSubjects: Subject[] = [
  {
    kind: 'person',
    tables: [people, contactPoints, personAddresses, consents, personHistory, suppressions],
    refusals: { contact_points_email: () => new Conflict('people.email-taken-now') },
  },
  { kind: 'import', tables: [imports, importedPeople, overruledConsents] },
];
