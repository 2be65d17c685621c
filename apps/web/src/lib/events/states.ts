import type { EventStateName, EventView } from '@groundwork/features/events/contract';
import type { RsvpStateName } from '@groundwork/features/events/rsvps/contract';

type Tone = 'good' | 'warn' | undefined;

/** What colour a state's tag has. */
export function eventTone(state: EventStateName | RsvpStateName): Tone {
  if (state === 'published' || state === 'going') return 'good';
  return ['draft', 'cancelled', 'waitlisted', 'unconfirmed'].includes(state) ? 'warn' : undefined;
}

/** An event that is for members, seen by somebody else. */
export function isForOthers({ state, rsvpFrom, isMember }: EventView): boolean {
  return state === 'published' && rsvpFrom === 'members' && !isMember;
}
