import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import { findEvent } from '../../events/queries.ts';
import { note } from '../../journal.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { coalitionPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import { eachByItself } from '../../work.ts';
import { tellDelegates } from '../telling.ts';
import { findCouncil, findOwnCoalition, listOwing, listUntold, speaksFor } from './queries.ts';
import { councilReports, councils } from './tables.ts';

/** An event of the coalition is one at which its delegates decide, or is not after all: as long as nobody reported of it. */
export async function callCouncil(ctx: Context, slug: string, eventSlug: string, isCalled: boolean) {
  const coalition = await findCoalition(ctx, slug);
  permit(coalitionPolicy, 'callCouncil', coalition);
  const event = await findEvent(ctx, eventSlug);
  if (event.groupId !== coalition.id) throw new NotFound('event');
  await ctx.change(async (tx) => {
    const changed = await (isCalled ? addCouncil(tx, coalition.id, event.id) : dropCouncil(tx, event.id));
    if (changed.length === 0) return;
    const kind = isCalled ? 'coalitions.council-called' : 'coalitions.council-dropped';
    note(tx, ctx, kind, { groupId: coalition.id, id: coalition.id }, { eventId: event.id });
  });
}

function addCouncil(tx: Transaction, coalitionId: string, eventId: string) {
  return tx
    .insert(councils)
    .values({ eventId, coalitionId })
    .onConflictDoNothing()
    .returning({ eventId: councils.eventId });
}

/** What groups were told is theirs: a council of which one was told stays (409). */
async function dropCouncil(tx: Transaction, eventId: string) {
  // Locked first, so that a report is either seen here or finds no council.
  const isIt = eq(councils.eventId, eventId);
  await tx.select({ id: councils.eventId }).from(councils).where(isIt).for('update');
  if ((await tx.$count(councilReports, eq(councilReports.eventId, eventId))) > 0)
    throw new Conflict('coalitions.council-reported');
  return tx.delete(councils).where(isIt).returning({ eventId: councils.eventId });
}

type Named = { slug: string; other: string; eventSlug: string };

/** Whoever speaks for a group, or did at that council, tells its members of it once it is over; told again, this is what stands. */
export async function reportBack(ctx: Context, { eventSlug, ...named }: Named, text: string): Promise<void> {
  const { group, coalition } = await findOwnCoalition(ctx, named);
  const council = await findCouncil(ctx.db, coalition.id, eventSlug);
  const speaking = { coalitionId: coalition.id, groupId: group.id, eventId: council.eventId };
  if (!(await speaksFor(ctx, speaking))) throw new Forbidden('coalitions.delegates-report');
  refuseFrozen(group);
  if (!council.hasEnded) throw new Conflict('coalitions.council-not-over');
  await ctx.change(async (tx) => {
    const told = { text, writtenBy: ctx.viewer.id, writtenAt: new Date() };
    await tx
      .insert(councilReports)
      .values({ eventId: council.eventId, coalitionId: coalition.id, groupId: group.id, ...told })
      .onConflictDoUpdate({ target: [councilReports.eventId, councilReports.groupId], set: told });
    const about = { groupId: coalition.id, id: group.id };
    note(tx, ctx, 'coalitions.reported-back', about, { eventId: council.eventId });
  });
}

/** Tells those who spoke at a council that is over that their groups wait for a report; for the worker. */
export async function askForReports(ctx: Context): Promise<void> {
  await eachByItself(await listUntold(ctx.db), ({ eventId }) =>
    ctx.change(async (tx) => {
      const claimed = await tx
        .update(councils)
        .set({ toldAt: sql`now()` })
        .where(sql`${councils.eventId} = ${eventId} and ${councils.toldAt} is null`)
        .returning({ eventId: councils.eventId });
      if (claimed.length === 0) return;
      const { ids, on } = await listOwing(tx, eventId);
      await tellDelegates(tx, ctx, 'coalitions.report-due', { ids, on, key: eventId });
    }),
  );
}
