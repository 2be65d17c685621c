import type { Subject } from '../subject.ts';
import { Invalid } from '../errors.ts';
import { fieldValues, personFields } from './fields/tables.ts';
import { importedPeople, importMappings, imports, overruledConsents } from './imports/tables.ts';
import { consents, people, personHistory, suppressions } from './tables.ts';

export const peopleSubjects: Subject[] = [
  { kind: 'person', tables: [people, consents, personHistory, suppressions] },
  {
    kind: 'field',
    tables: [personFields, fieldValues],
    refusals: { person_fields_name: () => new Invalid([{ name: 'name', code: 'people.field-named' }]) },
  },
  { kind: 'import', tables: [imports, importMappings, importedPeople, overruledConsents] },
];
