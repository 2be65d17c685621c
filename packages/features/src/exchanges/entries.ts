import { audit, brief, type KindsOf } from '../kinds.ts';

export const exchangeEntries = {
  'exchanges.desk-begun': audit(),
  'exchanges.desk-ended': audit(),
  'exchanges.arrived': brief(),
  'exchanges.answered': audit(),
  'exchanges.put-aside': brief(),
  'exchanges.taken-up': brief(),
  'exchanges.forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'exchanges'>;
