/** What was opened, closed in the opposite order; once, however often it is asked. */
export class Closers {
  readonly #closers: (() => Promise<unknown>)[] = [];
  #closing: Promise<void> | null = null;

  add(close: () => Promise<unknown>): void {
    this.#closers.unshift(close);
  }

  /** `failed` hears of what would not close; the rest is closed all the same. */
  async close(failed: (error: unknown) => void): Promise<void> {
    this.#closing ??= this.#closeAll(failed);
    await this.#closing;
  }

  async #closeAll(failed: (error: unknown) => void) {
    for (const close of this.#closers) await close().catch(failed);
  }
}
