import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { sql } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { findGroup } from '../groups/queries.ts';
import { permit } from '../policy.ts';
import { newCode } from './codes.ts';
import type { NewLink } from './contract.ts';
import { linkPolicy } from './policy.ts';
import { links, linkVisits } from './tables.ts';

export type LinkToMake = {
  groupId: string;
  path: string;
  label: string;
  code?: string;
  createdBy?: string | null;
};

/** Makes a short link in the caller's transaction. A chosen `code` that is taken is refused (422, field `code`). */
export async function makeLink(tx: Transaction, { code, createdBy = null, ...link }: LinkToMake) {
  const wanted = code?.toLowerCase();
  // A free code is found at the first try unless billions exist; the bound only keeps a defect from looping.
  for (let tries = 0; tries < 5; tries += 1) {
    const [made] = await tx
      .insert(links)
      .values({ ...link, id: newId(), code: wanted ?? newCode(), createdBy })
      .onConflictDoNothing({ target: links.code })
      .returning();
    if (made) {
      await record(tx, { kind: 'links.made', groupId: link.groupId, actorId: createdBy, subjectId: made.id });
      return made;
    }
    if (wanted) break;
  }
  throw new Invalid([{ name: 'code', code: 'links.taken' }]);
}

/** An organizer makes a further link to a page: one for the flyer, one for the broadcast. */
export async function addLink(ctx: Context, slug: string, { label, ...link }: NewLink) {
  const group = await findGroup(ctx, slug);
  permit(linkPolicy, 'make', group);
  const asked = { ...link, label: label.trim(), groupId: group.id, createdBy: ctx.viewer.id };
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'links', group.id);
    return makeLink(tx, asked);
  });
}

/** Counts one visit for today (UTC), in one of sixteen rows by chance, so that a rally's visits do not queue. */
export async function countVisit({ db }: Context, linkId: string): Promise<void> {
  await db
    .insert(linkVisits)
    .values({ linkId, day: sql`(now() at time zone 'utc')::date`, shard: randomInt(16), count: 1 })
    .onConflictDoUpdate({
      target: [linkVisits.linkId, linkVisits.day, linkVisits.shard],
      set: { count: sql`${linkVisits.count} + 1` },
    });
}
