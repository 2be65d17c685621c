import { audit, type KindsOf } from '../kinds.ts';

type Decision = { deed: 'hide' | 'remove' | 'dismiss'; aboutId: string };

export const reportEntries = {
  'reports.made': audit<{ kind: string; aboutId: string }>(),
  'reports.decided': audit<Decision>(),
  'reports.reopened': audit<Decision>(),
} satisfies KindsOf<'reports'>;
