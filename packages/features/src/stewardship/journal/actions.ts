import { forgetEntries } from '@groundwork/database/journal';
import type { House } from '../../context.ts';
import { kindsKept } from '../../journal.ts';

const DAY_MS = 86_400_000;

/** Deletes journal entries that were kept as long as the settings say. Returns how many. `now` is for tests. */
export async function forgetJournal({ db, settings }: House, now = new Date()): Promise<number> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return forgetEntries(db, {
    allBefore: daysAgo(settings.auditDays),
    kindsBefore: daysAgo(settings.journalDays),
    kinds: kindsKept('brief'),
  });
}
