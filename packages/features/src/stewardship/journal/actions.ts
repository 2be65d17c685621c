import { forgetEntries } from '@groundwork/database/journal';
import { sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { kindsWith } from '../../journal.ts';

/**
 * Deletes journal entries that were kept as long as the settings say, by the database's clock: that of a worker may go
 * wrong by years. Returns how many. `days` later, for tests.
 */
export async function forgetJournal({ db, settings }: House, days = 0): Promise<number> {
  const { auditDays, journalDays } = settings;
  const { rows } = await db.execute<Record<'audit' | 'brief', string>>(sql`
    select now() - make_interval(days => ${auditDays - days}) as audit,
      now() - make_interval(days => ${journalDays - days}) as brief`);
  const [before] = rows;
  if (!before) return 0;
  return forgetEntries(db, {
    allBefore: new Date(before.audit),
    lasting: kindsWith('lasting'),
    kindsBefore: new Date(before.brief),
    kinds: kindsWith('brief'),
  });
}
