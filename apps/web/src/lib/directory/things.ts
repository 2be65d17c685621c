import type { ListingSide, Thing } from '@groundwork/features/directory/contract';

const ORDER: Record<Thing, true> = {
  room: true,
  vehicle: true,
  interpreting: true,
  speaker: true,
  equipment: true,
  hands: true,
  food: true,
  other: true,
};

/** The kinds of things that groups need and offer, as pages list them. */
export const things = Object.keys(ORDER) as Thing[];

/** The kind of thing that an address asks for; null for anything else. */
export function thingAsked(asked: string | null): Thing | null {
  return things.find((thing) => thing === asked) ?? null;
}

/** The side that an address asks for; null for anything else. */
export function sideAsked(asked: string | null): ListingSide | null {
  return asked === 'need' || asked === 'offer' ? asked : null;
}
