import { audit, brief, heard, type KindsOf } from '../kinds.ts';

export const accountEntries = {
  'accounts.opened': audit(),
  'accounts.changed': brief(),
  'accounts.email-changed': heard(audit()),
  'accounts.password-changed': audit(),
  'accounts.reset-link-made': audit(),
  'accounts.session-ended': brief(),
  'accounts.sessions-ended': audit<{ count: number }>(),
  'accounts.suspended': audit<{ count: number }>(),
  'accounts.suspension-lifted': audit(),
  'accounts.deleted': heard(audit()),
  'accounts.invited': audit(),
  'accounts.invitation-withdrawn': audit(),
  'accounts.site-steward-granted': audit(),
  'accounts.site-steward-ended': audit(),
} satisfies KindsOf<'accounts'>;
