import type { Deed, WishOutcome } from '@groundwork/features/accounts/wishes/contract';

const TOLD: Record<Deed, string> = {
  'groups.join': 'joined',
  'groups.ask': 'asked',
  'groups.accept': 'joined',
  'events.rsvp': 'going',
};

/** The deed that an address says was pressed, to be told in words; null for any other. */
export function deedIn(url: URL): Deed | null {
  const deed = url.searchParams.get('wish');
  return deed !== null && Object.hasOwn(TOLD, deed) ? (deed as Deed) : null;
}

/** The page to go back to, which says what was done. */
export function backTo(next: string, wish: WishOutcome | null | undefined): string {
  if (wish?.outcome !== 'done' || next.includes('?')) return next;
  return `${next}?done=${TOLD[wish.deed]}`;
}
