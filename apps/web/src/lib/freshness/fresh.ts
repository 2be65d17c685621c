import { LRUCache } from 'lru-cache';

/**
 * Remembers answers for a moment, so that a thousand strangers on one page cost one question. Askers of the
 * same key at the same time share one flight; a failure is not remembered. In memory, bounded, per process.
 */
export class Fresh<T> {
  readonly #flights: LRUCache<string, Promise<T>>;

  /** @param milliseconds how old an answer may be, counted from when it was asked for */
  constructor(milliseconds: number, size = 500) {
    // What is over goes at once: some of it is what the holder of one link may see.
    this.#flights = new LRUCache({ max: size, ttl: milliseconds, ttlAutopurge: true });
  }

  /** How many answers are remembered. */
  get size(): number {
    return this.#flights.size;
  }

  /** The remembered answer, or a new one from `ask`. `isCacheable` says which answers are worth remembering. */
  async get(key: string, ask: () => Promise<T>, isCacheable: (value: T) => boolean = () => true): Promise<T> {
    const known = this.#flights.get(key);
    if (known) return known;
    const flight = ask();
    this.#flights.set(key, flight);
    try {
      const value = await flight;
      if (!isCacheable(value)) this.#forget(key, flight);
      return value;
    } catch (error) {
      this.#forget(key, flight);
      throw error;
    }
  }

  #forget(key: string, flight: Promise<T>) {
    if (this.#flights.peek(key) === flight) this.#flights.delete(key);
  }
}
