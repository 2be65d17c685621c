import { Forbidden } from './errors.ts';

/** What may be done to a thing, one pure line per deed. `Thing` is what a query returned for its viewer. */
export type Policy<Thing> = Record<string, (thing: Thing) => boolean>;

/** Refuses (403) when the policy says no. The thing was seen by the viewer, so its existence is no secret. */
export function permit<Thing, P extends Policy<Thing>>(
  policy: P,
  deed: keyof P & string,
  thing: Thing,
): void {
  if (!policy[deed]?.(thing)) throw new Forbidden();
}

/** Every deed of a policy with its answer: the `can` that travels with a thing to the page. */
export function allowed<Thing, P extends Policy<Thing>>(
  policy: P,
  thing: Thing,
): Record<keyof P & string, boolean> {
  const answers = Object.entries(policy).map(([deed, may]) => [deed, may(thing)]);
  return Object.fromEntries(answers) as Record<keyof P & string, boolean>;
}
