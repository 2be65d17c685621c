import { audit, heard, lasting, type KindsOf } from '../kinds.ts';

/** Each about the coalition, as the group of the entry, and the other group as its subject. */
export const coalitionEntries = {
  'coalitions.founded': lasting(),
  'coalitions.seats-changed': audit<{ from: number; to: number }>(),
  'coalitions.applied': audit(),
  'coalitions.invited': audit(),
  'coalitions.accepted': audit(),
  'coalitions.declined': audit(),
  'coalitions.withdrawn': audit(),
  'coalitions.suspended': audit(),
  'coalitions.resumed': audit(),
  'coalitions.left': audit(),
  'coalitions.ended': audit(),
  'coalitions.delegate-named': audit<{ accountId: string }>(),
  'coalitions.delegate-ended': audit<{ accountId: string; how: string }>(),
  /** Noted by the database, whichever way the last steward went. */
  'coalitions.steward-followed': heard(audit()),
  'coalitions.council-called': audit<{ eventId: string }>(),
  'coalitions.council-dropped': audit<{ eventId: string }>(),
  'coalitions.reported-back': audit<{ eventId: string }>(),
} satisfies KindsOf<'coalitions'>;
