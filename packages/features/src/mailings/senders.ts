import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { lookAtDomainsOf } from '../groups/domains/looks.ts';
import { mailings } from './tables.ts';

/** Looks, before mailings begin, whether receivers will believe that they are from their groups' own domains. */
export async function lookAtSenders(ctx: Context): Promise<void> {
  const soon = await ctx.db
    .selectDistinct({ groupId: mailings.groupId })
    .from(mailings)
    .where(and(eq(mailings.state, 'scheduled'), sql`${mailings.dueAt} < now() + interval '10 minutes'`));
  await lookAtDomainsOf(
    ctx,
    soon.map(({ groupId }) => groupId),
  );
}
