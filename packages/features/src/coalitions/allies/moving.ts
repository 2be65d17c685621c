import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { allies } from '../../groups/allies/tables.ts';
import { makeSteward } from '../../groups/members/actions.ts';
import { groups } from '../../groups/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { proseOf } from '../../site/prose.ts';
import type { SeenAlly } from './queries.ts';

/**
 * An ally becomes a group, with the same id, name and address, so that what was said of it stays; whoever was believed is its
 * first steward. It begins as every new group does: nobody has vouched for it, so that strangers see nothing of it, and the
 * site's stewards hear that it waits. How it was reached stands in its description, for its own people to change.
 */
export async function becomeGroup(tx: Transaction, ally: SeenAlly, accountId: string): Promise<void> {
  const about = [ally.contact, ally.link && `<${ally.link}>`].filter(Boolean).join('\n\n');
  const { html, of } = proseOf('about', about);
  await tx
    .update(groups)
    .set({
      ...{ kind: 'group', visibility: 'public', joining: 'approval', createdAt: sql`now()` },
      ...{ about, aboutHtml: html, aboutHtmlOf: of },
    })
    .where(eq(groups.id, ally.id));
  await tx.delete(allies).where(eq(allies.groupId, ally.id));
  await makeSteward(tx, ally.id, accountId);
  note(tx, accountId, 'groups.created', theGroup(ally.id));
}
