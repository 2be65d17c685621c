import type { Deed, IntentOutcome } from '@groundwork/features/accounts/contract';

const TOLD: Record<Deed, string> = {
  'groups.join': 'joined',
  'groups.ask': 'asked',
  'groups.accept': 'joined',
  'events.rsvp': 'going',
};

/** The deed that an address says was pressed, to be told in words; null for any other. */
export function deedIn(url: URL): Deed | null {
  const deed = url.searchParams.get('intent');
  return deed !== null && Object.hasOwn(TOLD, deed) ? (deed as Deed) : null;
}

/** The page to go back to, which says what was done. */
export function backTo(next: string, intent: IntentOutcome | null | undefined): string {
  if (intent?.outcome !== 'done' || next.includes('?')) return next;
  return `${next}?done=${TOLD[intent.deed]}`;
}
