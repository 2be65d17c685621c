type Entry<T> = { value: Promise<T>; until: number };

/**
 * Remembers answers for a moment, so that a thousand strangers on one page cost one question. Askers of the
 * same key at the same time share one flight; a failure is not remembered. In memory, bounded, per process.
 */
export class Fresh<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #milliseconds: number;
  readonly #size: number;

  /** @param milliseconds how old an answer may be, counted from when it was asked for */
  constructor(milliseconds: number, size = 500) {
    this.#milliseconds = milliseconds;
    this.#size = size;
  }

  /** The remembered answer, or a new one from `ask`. `isKept` says which answers are worth remembering. */
  async get(key: string, ask: () => Promise<T>, isKept: (value: T) => boolean = () => true): Promise<T> {
    const now = performance.now();
    const known = this.#entries.get(key);
    if (known && known.until > now) return known.value;
    const entry = { value: ask(), until: now + this.#milliseconds };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#shed(now);
    try {
      const value = await entry.value;
      if (!isKept(value)) this.#forget(key, entry);
      return value;
    } catch (error) {
      this.#forget(key, entry);
      throw error;
    }
  }

  #forget(key: string, entry: Entry<T>) {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  /** Entries lie in the order they were asked for, so the first ones are the oldest. */
  #shed(now: number) {
    for (const [key, entry] of this.#entries) {
      if (entry.until > now && this.#entries.size <= this.#size) return;
      this.#entries.delete(key);
    }
  }
}
