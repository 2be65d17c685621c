import { audit, brief, heard, type KindsOf } from '../kinds.ts';

export const peopleEntries = {
  'people.tagged': brief(),
  'people.reach-changed': brief(),
  'people.answer-recorded': audit(),
  'people.answer-undone': audit(),
  'people.contact-ended': audit(),
  'people.contact-allowed': audit(),
  'people.subscribed': brief(),
  'people.unsubscribed': brief(),
  'people.erased': audit(),
  'people.exported': audit(),
  'people.import-asked': heard(audit()),
  'people.imported': audit<{ addedCount: number; knownCount: number }>(),
  'people.import-undo-asked': heard(audit()),
  'people.import-undone': audit<{ removedCount: number }>(),
  'people.imports-forgotten': brief<{ count: number }>(),
  'people.suppressions-forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'people'>;
