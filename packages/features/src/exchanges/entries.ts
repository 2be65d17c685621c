import { audit, brief, type KindsOf } from '../kinds.ts';

export const exchangeEntries = {
  'exchanges.opened': audit(),
  'exchanges.closed': audit(),
  'exchanges.arrived': brief(),
  'exchanges.answered': audit(),
  'exchanges.put-aside': brief(),
  'exchanges.taken-up': brief(),
  'exchanges.forgotten': brief<{ count: number }>(),
} satisfies KindsOf<'exchanges'>;
