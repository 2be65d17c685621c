/** What was started for a measurement, ended in the opposite order, once, however the measurement ends. */
export class Stage {
  readonly #enders: (() => Promise<unknown>)[] = [];

  ending(end: () => Promise<unknown>): void {
    this.#enders.unshift(end);
  }

  async end(): Promise<void> {
    for (const end of this.#enders.splice(0)) {
      await end().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
      });
    }
  }
}
