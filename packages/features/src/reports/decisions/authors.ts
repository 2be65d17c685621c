import type { Transaction } from '@groundwork/database';
import { and, eq, not } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import type { Context } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { tell } from '../../notices/actions.ts';
import type { NoticeReceiver } from '../../notices/kinds.ts';
import { people } from '../../people/tables.ts';
import type { SeenReport } from '../queries.ts';

/** `entryId`: the entry of the journal that is told. */
type Telling = { deed: 'hide' | 'show' | 'remove'; reason: string; entryId: string };

/**
 * Tells the author of a campaign, an event or a comment what was decided and why. A message says it where it stands, and
 * a group's stewards are told as of any measure.
 */
export async function tellAuthor(
  tx: Transaction,
  ctx: Context,
  report: SeenReport,
  telling: Telling,
): Promise<void> {
  const { kind } = report;
  if (kind === 'message' || kind === 'group') return;
  const authors = kind === 'comment' ? await findSigner(tx, report) : await listAuthors(tx, report);
  const about = { ...report, id: report.subjectId };
  const told = authors.map((to, place) => ({ to, about, place, ...telling }));
  await tell(tx, ctx, `reports.${kind}-decided`, ...told);
}

/** Their mailbox is proven: a comment stands on the page only once it is. */
function findSigner(tx: Transaction, { subjectId }: SeenReport): Promise<NoticeReceiver[]> {
  return tx
    .select({ person: people.id, email: people.email, language: people.language })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(eq(signatures.id, subjectId), eq(signatures.stands, true)));
}

/** Who began it, as long as they have an account; else the group's stewards. */
async function listAuthors(tx: Transaction, { authorId, groupId }: SeenReport): Promise<NoticeReceiver[]> {
  if (authorId !== null)
    return tx
      .select(accountReceiver)
      .from(accounts)
      .where(and(eq(accounts.id, authorId), not(isSuspended(accounts.id))));
  if (groupId === null) return [];
  return (await listCarriers(tx, groupId, 'manage_group')).map(({ to }) => to);
}
