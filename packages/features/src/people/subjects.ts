import { Conflict, Invalid } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { fieldValues, personFields } from './fields/tables.ts';
import { importedPeople, importMappings, imports, overruledConsents } from './imports/tables.ts';
import { consents, contactPoints, people, personAddresses, personHistory, suppressions } from './tables.ts';

export const peopleSubjects: Subject[] = [
  {
    kind: 'person',
    tables: [people, contactPoints, personAddresses, consents, personHistory, suppressions],
    refusals: { contact_points_email: () => new Conflict('people.email-taken-now') },
  },
  {
    kind: 'field',
    tables: [personFields, fieldValues],
    refusals: { person_fields_name: () => new Invalid([{ name: 'name', code: 'people.field-named' }]) },
  },
  { kind: 'import', tables: [imports, importMappings, importedPeople, overruledConsents] },
];
