/** What was opened, closed in the opposite order; once, however often it is asked. */
export class Closers {
  readonly #closers: (() => Promise<unknown>)[] = [];
  #closing: Promise<void> | null = null;

  add(close: () => Promise<unknown>): void {
    this.#closers.unshift(close);
  }

  async exit(code: number): Promise<void> {
    this.#closing ??= this.#closeAll();
    await this.#closing;
    process.exit(code);
  }

  async #closeAll() {
    for (const close of this.#closers) {
      await close().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
      });
    }
  }
}
