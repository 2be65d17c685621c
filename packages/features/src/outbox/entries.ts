import { brief, heard, type KindsOf } from '../kinds.ts';

export const outboxEntries = {
  /** Of one mail, its subject; or of a bundle. */
  'outbox.mail-promised': heard(brief<{ mailIds?: string[] }>()),
  'outbox.mail-held': brief<{ by: 'mailbox' | 'group' | 'site' | 'unvouched' }>(),
  'outbox.mail-refused': brief(),
} satisfies KindsOf<'outbox'>;
