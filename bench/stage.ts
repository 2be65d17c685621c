/** What was started for a measurement, ended in the opposite order, once, however the measurement ends. */
export class Stage {
  readonly #enders: (() => Promise<unknown>)[] = [];
  #ended: Promise<void> | null = null;

  /** What is named when the stage has ended was being started at that moment, and is ended at once. */
  ending(end: () => Promise<unknown>): void {
    this.#enders.unshift(end);
    if (this.#ended) this.#ended = this.#ended.then(() => this.#endAll());
  }

  /** Does a part of the work on a stage of its own, which ends with that part. */
  async within<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
    const own = new Stage();
    this.ending(() => own.end());
    try {
      return await work(own);
    } finally {
      await own.end();
    }
  }

  /** Whoever asks again waits for the same end. */
  end(): Promise<void> {
    return (this.#ended ??= this.#endAll());
  }

  async #endAll(): Promise<void> {
    for (const end of this.#enders.splice(0)) {
      await end().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
      });
    }
  }
}
