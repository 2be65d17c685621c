import { LRUCache } from 'lru-cache';

/**
 * What was seen last, for while nobody can be asked: an old page is worth more than none, and a form that could not be
 * sent needs its page to come back on. In memory, bounded, per process.
 */
export class LastSeen<T> {
  readonly #seen: LRUCache<string, { value: T }>;

  /** @param milliseconds how old it may be */
  constructor(milliseconds: number, size = 500) {
    this.#seen = new LRUCache({ max: size, ttl: milliseconds, ttlAutopurge: true });
  }

  /**
   * What `ask` answers. When it fails and `isAway` says that this was for want of an answer, what it last answered for
   * this key; with nothing to show, the failure.
   */
  async get(key: string, ask: () => Promise<T>, isAway: (error: unknown) => boolean): Promise<T> {
    try {
      const value = await ask();
      this.#seen.set(key, { value });
      return value;
    } catch (error) {
      const known = isAway(error) ? this.#seen.get(key) : undefined;
      if (!known) throw error;
      return known.value;
    }
  }
}
