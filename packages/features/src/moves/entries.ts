import { brief, type KindsOf } from '../kinds.ts';

export const moveEntries = {
  'moves.begun': brief(),
  'moves.changed': brief(),
  'moves.text-changed': brief<{ language: string }>(),
  'moves.ended': brief(),
  'moves.resumed': brief(),
  'moves.removed': brief(),
} satisfies KindsOf<'moves'>;
