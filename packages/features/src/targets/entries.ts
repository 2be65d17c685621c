import { audit, type KindsOf } from '../kinds.ts';

/** Each about a target, in the group that did it; what is about an ask or a note bears its id. */
export const targetEntries = {
  'targets.added': audit(),
  'targets.edited': audit<{ fields: string[] }>(),
  'targets.removed': audit(),
  'targets.hidden': audit(),
  'targets.shown': audit(),
  'targets.exported': audit(),
  'targets.asked': audit<{ askId: string }>(),
  'targets.ask-edited': audit<{ askId: string; fields: string[] }>(),
  'targets.ask-removed': audit<{ askId: string }>(),
  'targets.outcome-said': audit<{ askId: string; outcome: string }>(),
  'targets.outcome-withdrawn': audit<{ askId: string }>(),
  'targets.noted': audit<{ noteId: string }>(),
  'targets.note-removed': audit<{ noteId: string }>(),
} satisfies KindsOf<'targets'>;
