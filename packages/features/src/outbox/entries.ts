import { brief, type KindsOf } from '../kinds.ts';

export const outboxEntries = {
  'outbox.mail-held': brief<{ by: 'mailbox' | 'group' | 'site' | 'unvouched' }>(),
  'outbox.mail-refused': brief(),
  'outbox.mail-returned': brief<{ kind: 'gone' | 'later' | 'refused' | 'delayed' | 'complaint' }>(),
} satisfies KindsOf<'outbox'>;
