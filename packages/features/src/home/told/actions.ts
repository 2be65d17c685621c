import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isUnseen } from '../../notices/queries.ts';
import { noticeRows } from '../../notices/tables.ts';
import { withdrawMails } from '../../outbox/actions.ts';

/** The viewer saw all that they were told, on whichever page. Safe to do twice. */
export async function seeAllNotices({ db, viewer }: Context): Promise<void> {
  await db
    .update(noticeRows)
    .set({ seenAt: sql`now()`, mailAt: null })
    .where(and(eq(noticeRows.accountId, viewer.id), isUnseen));
}

/** What somebody was told about a group that they are not in any more: it is theirs no longer, and mail of it goes no more. */
export async function endTelling(
  ctx: Context,
  groupId: string | null,
  accountId: string | null,
): Promise<void> {
  if (groupId === null || accountId === null) return;
  await ctx.change(async (tx) => {
    const ended = await tx
      .delete(noticeRows)
      .where(and(eq(noticeRows.groupId, groupId), eq(noticeRows.accountId, accountId)))
      .returning({ key: noticeRows.key });
    const keys = ended.map(({ key }) => key);
    if (keys.length === 0) return;
    for (const teller of [groupId, null]) await withdrawMails(tx, teller, keys);
  });
}

/** How long a line stays in the list. */
const DAYS = 90;
const BATCH = 5_000;

/** Forgets what was told long ago. Resolves to how much. */
export async function forgetNotices({ db }: Context): Promise<number> {
  let count = 0;
  for (;;) {
    const old = db
      .select({ id: noticeRows.id })
      .from(noticeRows)
      .where(lt(noticeRows.at, sql`now() - make_interval(days => ${DAYS})`))
      .limit(BATCH);
    const { rowCount } = await db.delete(noticeRows).where(inArray(noticeRows.id, old));
    count += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return count;
  }
}
