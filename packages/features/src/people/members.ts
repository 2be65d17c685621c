import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { standsIn } from '../groups/standing.ts';
import type { Entry } from '../journal.ts';
import { rememberPerson } from './actions.ts';
import { endConsent, giveConsent } from './consents.ts';
import { people, personHistory } from './tables.ts';

/** A new member becomes one of the group's people, and hears what members must: that is what joining says. Heard from the journal, so it may run twice for one entry. */
export async function rememberMember(
  ctx: Context,
  { id, groupId, at }: Entry,
  accountId: string | null,
): Promise<void> {
  if (!groupId || !accountId) return;
  await ctx.change(async (tx) => {
    const [account] = await tx
      .select({ email: accounts.email, name: accounts.name, language: accounts.language })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), standsIn(accountId, groupId)));
    if (!account) return;
    const person = await rememberPerson(tx, { ...account, groupId, accountId, source: 'membership' });
    const joining = { personId: person.id, groupId, how: 'joining', words: 'groups.join.hears' } as const;
    const optedInAt = at.toISOString();
    await giveConsent(tx, ctx, { ...joining, way: 'email', purpose: 'membership', optedInAt });
    await noteEntry(tx, { id, at, groupId, personId: person.id, kind: 'joined' });
  });
}

/** A membership ended, whoever ended it. Heard from the journal, so it may run twice for one entry. */
export async function noteLeaving(ctx: Context, { id, groupId, subjectId, at }: Entry): Promise<void> {
  if (!groupId || !subjectId) return;
  await ctx.change(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.groupId, groupId), eq(people.accountId, subjectId)));
    if (!person) return;
    await endConsent(tx, { personId: person.id, purpose: 'membership', until: at });
    await noteEntry(tx, { id, at, groupId, personId: person.id, kind: 'left' });
  });
}

/** A line that has the id of the journal entry it tells of, so that hearing the entry twice writes it once. */
async function noteEntry(tx: Transaction, entry: typeof personHistory.$inferInsert) {
  await tx.insert(personHistory).values(entry).onConflictDoNothing({ target: personHistory.id });
}
