/**
 * What was seen last, for while nobody can be asked: an old page is worth more than none, and a form that could not be
 * sent needs its page to come back on. In memory, bounded, per process.
 */
export class LastSeen<T> {
  readonly #entries = new Map<string, { value: T; at: number }>();
  readonly #milliseconds: number;
  readonly #size: number;

  /** @param milliseconds how old it may be */
  constructor(milliseconds: number, size = 500) {
    this.#milliseconds = milliseconds;
    this.#size = size;
  }

  /**
   * What `ask` answers. When it fails and `isAway` says that this was for want of an answer, what it last answered for
   * this key; with nothing to show, the failure.
   */
  async get(key: string, ask: () => Promise<T>, isAway: (error: unknown) => boolean): Promise<T> {
    try {
      const value = await ask();
      this.#keep(key, value);
      return value;
    } catch (error) {
      const known = isAway(error) ? this.#entries.get(key) : undefined;
      if (!known || performance.now() - known.at > this.#milliseconds) throw error;
      return known.value;
    }
  }

  #keep(key: string, value: T) {
    this.#entries.delete(key);
    this.#entries.set(key, { value, at: performance.now() });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
  }
}
