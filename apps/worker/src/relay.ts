import type { Database } from '@groundwork/database';
import { listenToJournal, relayOnce, type JournalEntry } from '@groundwork/database/journal';
import type { Logger } from '@groundwork/processes/log';

/** How often what is due is asked for while there are entries to deliver. */
const ASK_MS = 1_000;

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
      let askedAt = -Infinity;
      let isMore = true;
      while (isMore && !closing.signal.aborted) {
        isMore = (await relayOnce(db, deliver)) > 0;
        // While entries keep coming, what is due is not made to wait for their end.
        if (isMore && performance.now() - askedAt < ASK_MS) continue;
        await ask();
        askedAt = performance.now();
      }
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
