import { audit, type KindsOf } from '../kinds.ts';

export const mailingEntries = {
  'mailings.scheduled': audit<{ at: string | null }>(),
  'mailings.started': audit(),
  'mailings.stopped': audit<{ withdrawnCount: number; stoppedFor?: 'addresses' | 'complaints' }>(),
  'mailings.resumed': audit(),
  'mailings.sent': audit(),
  /** Of all groups together: a mark names none. */
  'mailings.marks-deleted': audit<{ count: number }>(),
} satisfies KindsOf<'mailings'>;
