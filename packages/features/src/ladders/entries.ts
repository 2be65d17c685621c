import { audit, brief, type KindsOf } from '../kinds.ts';

export const ladderEntries = {
  'ladders.begun': brief(),
  'ladders.changed': audit(),
  'ladders.step-added': brief<{ does: string }>(),
  'ladders.step-changed': brief(),
  'ladders.step-moved': brief(),
  'ladders.step-removed': brief(),
  'ladders.opening-asked': audit(),
  'ladders.opened': audit<{ count: number }>(),
  'ladders.closed': audit(),
  'ladders.reopened': audit(),
  'ladders.stopped': audit<{ withdrawnCount: number }>(),
  'ladders.resumed': audit(),
  'ladders.ended': audit<{ count: number }>(),
  'ladders.removed': audit(),
} satisfies KindsOf<'ladders'>;
