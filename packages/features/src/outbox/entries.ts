import { brief, type KindsOf } from '../kinds.ts';

export const outboxEntries = {
  'outbox.mail-held': brief<{ by: 'mailbox' | 'group' | 'site' | 'unvouched' }>(),
  'outbox.mail-refused': brief(),
} satisfies KindsOf<'outbox'>;
