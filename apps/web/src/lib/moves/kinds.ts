import type { MoveKind } from '@groundwork/features/moves/contract';

/** The kinds of places that groups leave, in the order of forms. */
export const moveKinds: MoveKind[] = [
  'facebook',
  'meetup',
  'instagram',
  'whatsapp',
  'telegram',
  'discord',
  'other',
];
