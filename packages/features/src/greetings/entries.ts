import { audit, heard, type KindsOf } from '../kinds.ts';

export const greetingEntries = {
  'greetings.announced': heard(audit()),
  'greetings.announcement-withdrawn': audit(),
  'greetings.welcome-written': audit(),
  'greetings.welcome-ended': audit(),
  'greetings.care-chosen': audit<{ isCareful: boolean }>(),
} satisfies KindsOf<'greetings'>;
