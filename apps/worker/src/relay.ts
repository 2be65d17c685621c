import type { Database } from '@groundwork/database';
import { listenToJournal, relayOnce, type JournalEntry } from '@groundwork/database/journal';
import type { Logger } from '@groundwork/processes/log';

type RelaySettings = {
  db: Database;
  databaseUrl: string;
  deliver: (entries: JournalEntry[]) => Promise<void>;
  /** Asks the queue for what is due by itself. */
  ask: () => Promise<void>;
  log: Logger;
};

/** Carries the journal, and what is due, into the queue: at once when the database says something was written, and every
 * two seconds in case it could not say so. Several relays may run: each entry is taken by one of them. */
export async function startRelay({
  db,
  databaseUrl,
  deliver,
  ask,
  log,
}: RelaySettings): Promise<{ close(): Promise<void> }> {
  const closing = new AbortController();
  let again = false;
  let running: Promise<void> | null = null;

  const wake = () => {
    again = true;
    running ??= drain().finally(() => {
      running = null;
      if (again && !closing.signal.aborted) wake();
    });
  };
  const drain = async () => {
    again = false;
    try {
      while (!closing.signal.aborted && (await relayOnce(db, deliver)) > 0);
      if (!closing.signal.aborted) await ask();
    } catch (error) {
      // What is undelivered stays in the journal; the clock below comes back to it.
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'relay could not deliver');
    }
  };

  const listener = await listenToJournal(databaseUrl, wake);
  const clock = setInterval(wake, 2_000);
  wake();
  return {
    async close() {
      closing.abort();
      clearInterval(clock);
      await listener.close();
      await running;
    },
  };
}
