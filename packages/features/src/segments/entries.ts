import { brief, type KindsOf } from '../kinds.ts';

export const segmentEntries = {
  'segments.saved': brief(),
  'segments.changed': brief(),
  'segments.removed': brief(),
} satisfies KindsOf<'segments'>;
