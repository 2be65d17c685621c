import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import { findEvent } from '../../events/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { coalitionPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import { eachByItself } from '../../work.ts';
import { tellDelegate } from '../telling.ts';
import { findCouncil, findOwnCoalition, listOwing, listUntold, speaksFor } from './queries.ts';
import { councilReports, councils } from './tables.ts';

/** An event of the coalition is one at which its delegates decide, or is not after all: as long as nobody reported of it. */
export async function callCouncil(ctx: Context, slug: string, eventSlug: string, isCalled: boolean) {
  const coalition = await findCoalition(ctx, slug);
  permit(coalitionPolicy, 'callCouncil', coalition);
  const event = await findEvent(ctx, eventSlug);
  if (event.groupId !== coalition.id) throw new NotFound('event');
  if (!isCalled && (await findCouncil(ctx.db, coalition.id, eventSlug)).isReported)
    throw new Conflict('coalitions.council-reported');
  await ctx.change(async (tx) => {
    const changed = isCalled
      ? await tx
          .insert(councils)
          .values({ eventId: event.id, coalitionId: coalition.id })
          .onConflictDoNothing()
          .returning({ eventId: councils.eventId })
      : await tx
          .delete(councils)
          .where(eq(councils.eventId, event.id))
          .returning({ eventId: councils.eventId });
    if (changed.length === 0) return;
    const kind = isCalled ? 'coalitions.council-called' : 'coalitions.council-dropped';
    note(tx, ctx, kind, { groupId: coalition.id, id: coalition.id }, { eventId: event.id });
  });
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
  await eachByItself(await listUntold(ctx.db), ({ eventId, coalitionId }) =>
    ctx.change(async (tx) => {
      const claimed = await tx
        .update(councils)
        .set({ toldAt: sql`now()` })
        .where(sql`${councils.eventId} = ${eventId} and ${councils.toldAt} is null`)
        .returning({ eventId: councils.eventId });
      const [coalition] = await tx
        .select({ name: groups.name })
        .from(groups)
        .where(eq(groups.id, coalitionId));
      if (claimed.length === 0 || !coalition) return;
      for (const { dueOn, ...owing } of await listOwing(tx, eventId)) {
        const said = { coalition: coalition.name, on: dueOn, key: `${eventId}:${owing.id}` };
        await tellDelegate(tx, ctx, 'coalitions.report-due', { ...owing, ...said });
      }
    }),
  );
}
