import { audit, brief, heard, type KindsOf } from '../kinds.ts';

type OfUse = { useId: string };

/** Each about an agreement, in the group that did it. */
export const compactEntries = {
  'compacts.proposed': audit<{ number: number }>(),
  'compacts.agreed': audit<{ number: number }>(),
  'compacts.declined': audit<{ number: number }>(),
  'compacts.withdrawn': audit<{ number: number }>(),
  'compacts.ended': audit(),
  'compacts.use-asked': audit<OfUse>(),
  'compacts.use-refused': audit<OfUse & { clause: string }>(),
  'compacts.use-agreed': audit<OfUse & { compositionId: string }>(),
  'compacts.use-declined': audit<OfUse>(),
  'compacts.use-wished': audit<OfUse>(),
  'compacts.use-withdrawn': audit<OfUse>(),
  'compacts.use-lapsed': brief<OfUse>(),
  'compacts.use-fallen': audit<OfUse>(),
  'compacts.use-stopped': audit<OfUse>(),
  'compacts.use-sent': audit<OfUse>(),
  'compacts.overlap-asked': audit<OfUse>(),
  'compacts.overlap-agreed': heard(audit<OfUse>()),
  'compacts.overlap-declined': audit<OfUse>(),
  'compacts.overlap-withdrawn': audit<OfUse>(),
  'compacts.overlap-counted': audit<OfUse>(),
} satisfies KindsOf<'compacts'>;
