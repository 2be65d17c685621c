/** Numbers that look thrown and are the same in every run with the same seed, so that what broke breaks again. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `count`. */
  below(count: number): number;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
};

/** Mulberry32, by Tommy Ettinger: small, and even enough to choose inputs. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { next, below, of: <T>(list: readonly T[]) => list[below(list.length)] as T };
}
