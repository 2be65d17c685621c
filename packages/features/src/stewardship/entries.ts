import { audit, brief, heard, type KindsOf } from '../kinds.ts';

export const stewardshipEntries = {
  'stewardship.allowance-given': audit<{ times: number }>(),
  'stewardship.allowance-ended': audit(),
  'stewardship.letter-opened': audit<{ withLinks: boolean }>(),
  'stewardship.backup-asked': audit(),
  'stewardship.backup-done': brief(),
  'stewardship.backup-failed': brief(),
  'stewardship.test-mail-asked': heard(brief()),
  'stewardship.pictures-forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'stewardship'>;
