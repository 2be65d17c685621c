import { audit, type KindsOf } from '../kinds.ts';

export const siteEntries = {
  'site.set-up': audit(),
  'site.changed': audit<{ fields: string[] }>(),
} satisfies KindsOf<'site'>;
