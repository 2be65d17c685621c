import { audit, brief, heard, type KindsOf } from '../kinds.ts';

export const segmentEntries = {
  'segments.saved': brief(),
  'segments.changed': brief(),
  'segments.removed': brief(),
  'segments.list-made': brief(),
  'segments.list-renamed': brief(),
  'segments.list-removed': brief(),
  'segments.view-made': brief(),
  'segments.view-changed': audit(),
  'segments.view-removed': audit(),
  'segments.view-shared': audit<{ accountId: string }>(),
  'segments.view-share-ended': audit<{ accountId: string }>(),
  'segments.deed-asked': heard(audit()),
  'segments.deed-done': audit<{ changedCount: number }>(),
  'segments.deed-undo-asked': heard(audit()),
  'segments.deed-undone': audit<{ undoneCount: number }>(),
  'segments.found-exported': audit<{ count: number }>(),
  'segments.file-downloaded': audit(),
  'segments.files-forgotten': brief<{ count: number }>(),
  'segments.deeds-forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'segments'>;
