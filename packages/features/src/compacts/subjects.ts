import { Conflict } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { compactAgreements, compactLetters, compacts, compactUses, compactVersions } from './tables.ts';

export const compactSubjects: Subject[] = [
  {
    kind: 'compact',
    tables: [compacts, compactVersions, compactAgreements, compactUses, compactLetters],
    texts: [compactLetters.body],
    refusals: {
      compact_agreements_take_two: () => new Conflict('compacts.takes-two'),
      compact_versions_one_open: () => new Conflict('compacts.replaced'),
    },
  },
];
