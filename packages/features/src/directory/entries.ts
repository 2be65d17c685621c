import { audit, brief, type KindsOf } from '../kinds.ts';

/** Each about a listing, in the group that did it; what is done about an answer bears its id. */
export const directoryEntries = {
  'directory.listed': audit(),
  'directory.edited': audit<{ fields: string[] }>(),
  'directory.closed': audit<{ how: string }>(),
  'directory.reopened': audit(),
  'directory.hidden': audit(),
  'directory.shown': audit(),
  'directory.exported': audit(),
  'directory.forgotten': brief<{ count: number }>(),
  'directory.answered': audit<{ answerId: string }>(),
  'directory.taken': audit<{ answerId: string }>(),
  'directory.declined': audit<{ answerId: string }>(),
  'directory.fulfilled': audit<{ answerId: string }>(),
  'directory.withdrawn': audit<{ answerId: string }>(),
} satisfies KindsOf<'directory'>;
