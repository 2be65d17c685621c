import type { WaitRow } from '@groundwork/features/home/contract';

/** The parts in which the page shows what waits. Who wants to join stands apart: it is the most, and decided with one press. */
export const WAITING_SECTIONS = ['decide', 'join', 'addressed', 'due'] as const;
export type WaitingSection = (typeof WAITING_SECTIONS)[number] | 'began';

export function sectionOf({ kind, section }: Pick<WaitRow, 'kind' | 'section'>): WaitingSection {
  return kind === 'groups.join-request' ? 'join' : section;
}
