import { audit, brief, heard, type KindsOf } from '../kinds.ts';

export const peopleEntries = {
  'people.tagged': brief(),
  'people.subscribed': brief(),
  'people.unsubscribed': brief(),
  'people.erased': audit(),
  'people.exported': audit(),
  'people.field-defined': audit(),
  'people.field-changed': audit(),
  'people.fields-ordered': brief(),
  'people.field-removed': audit<{ count: number }>(),
  'people.fields-filled': brief<{ fieldIds: string[] }>(),
  'people.import-asked': heard(audit()),
  'people.imported': audit<{ addedCount: number; knownCount: number }>(),
  'people.import-undo-asked': heard(audit()),
  'people.import-undone': audit<{ removedCount: number }>(),
  'people.imports-forgotten': brief<{ count: number }>(),
  'people.suppressions-forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'people'>;
