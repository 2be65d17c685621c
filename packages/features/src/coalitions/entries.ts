import { audit, heard, lasting, type KindsOf } from '../kinds.ts';

/** Each about the coalition, as the group of the entry, and the other group, or the ally, as its subject. */
export const coalitionEntries = {
  'coalitions.founded': lasting(),
  'coalitions.seats-changed': audit<{ from: number; to: number }>(),
  /** What a coalition proposes, from now on; null: nothing. */
  'coalitions.budget-proposed': audit<{ mostAWeek: number | null }>(),
  'coalitions.budget-kept': audit<{ mostAWeek: number }>(),
  'coalitions.budget-dropped': audit(),
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
  'coalitions.ally-added': audit(),
  'coalitions.ally-edited': audit<{ fields: string[] }>(),
  'coalitions.ally-taken-down': audit(),
  'coalitions.ally-put-back': audit(),
  'coalitions.ally-forgotten': audit(),
  'coalitions.ally-claimed': audit<{ claimId: string }>(),
  'coalitions.claim-withdrawn': audit<{ claimId: string }>(),
  'coalitions.claim-accepted': audit<{ claimId: string }>(),
  'coalitions.claim-declined': audit<{ claimId: string }>(),
} satisfies KindsOf<'coalitions'>;
