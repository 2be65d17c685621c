import { Conflict, Forbidden } from './errors.ts';

/** What may be done to a thing, one pure line per deed. `Thing` is what a query returned for its viewer. */
export type Policy<Thing> = Record<string, (thing: Thing) => boolean>;

/** Refuses (403) when the policy says no. The thing was seen by the viewer, so its existence is no secret. */
export function permit<Thing, P extends Policy<Thing>>(
  policy: P,
  deed: keyof P & string,
  thing: Thing,
): void {
  if (policy[deed]?.(thing)) return;
  // Whoever could do it, were the group not frozen, hears that.
  if (policy[deed]?.({ ...thing, isFrozen: false })) refuseFrozen(thing as Partial<Freezable>);
  throw new Forbidden();
}

/** What belongs to a group that may be frozen: then it is read, and left, and nothing else. */
type Freezable = { isFrozen: boolean };

/** Deeds that a frozen group's things refuse. Those that only read, end or leave stand beside them in the policy. */
export function unlessFrozen<P extends Record<string, (thing: never) => boolean>>(deeds: P): P {
  const guarded = Object.entries(deeds).map(([deed, may]) => [
    deed,
    (thing: Freezable) => !thing.isFrozen && may(thing as never),
  ]);
  return Object.fromEntries(guarded) as P;
}

/** Throws Conflict (groups.frozen) for what belongs to a frozen group. */
export function refuseFrozen({ isFrozen }: Partial<Freezable>): void {
  if (isFrozen) throw new Conflict('groups.frozen');
}

/** Every deed of a policy with its answer: the `can` that travels with a thing to the page. */
export function allowed<Thing, P extends Policy<Thing>>(
  policy: P,
  thing: Thing,
): Record<keyof P & string, boolean> {
  const answers = Object.entries(policy).map(([deed, may]) => [deed, may(thing)]);
  return Object.fromEntries(answers) as Record<keyof P & string, boolean>;
}
