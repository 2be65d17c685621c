import { audit, type KindsOf } from '../kinds.ts';

export const siteEntries = {
  'site.set-up': audit(),
  'site.changed': audit<{ fields: string[] }>(),
  'site.postcodes-replaced': audit<{ count: number }>(),
  'site.postcodes-removed': audit(),
  'site.first-steps-away': audit(),
} satisfies KindsOf<'site'>;
