import { audit, brief, type KindsOf } from '../kinds.ts';

export const compositionEntries = {
  'compositions.begun': brief(),
  'compositions.audience-chosen': audit(),
  'compositions.written': audit<{ language: string }>(),
  'compositions.text-removed': audit<{ language: string }>(),
  'compositions.sender-chosen': audit(),
  'compositions.kept-as-template': brief<{ isTemplate: boolean; isOffered: boolean }>(),
  'compositions.tried': brief<{ count: number }>(),
  'compositions.look-asked': audit(),
  'compositions.look-given': audit(),
  'compositions.sent': audit<{ at: string; count: number }>(),
  'compositions.unsent': audit(),
  'compositions.held-back': audit(),
  'compositions.variant-added': audit<{ variant: string }>(),
  'compositions.variant-dropped': audit<{ variant: string }>(),
  'compositions.experiment-set': audit<{ deed: string; days: number }>(),
  'compositions.sharing-ended': audit(),
  'compositions.removed': audit(),
  'compositions.rules-set': audit<{ mostAWeek: number | null; lookAbove: number | null }>(),
} satisfies KindsOf<'compositions'>;
