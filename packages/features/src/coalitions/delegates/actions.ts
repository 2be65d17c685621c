import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { lockGroup } from '../../groups/locks.ts';
import { isBanned } from '../../groups/bans/actions.ts';
import { addMember, copyFace, lockMembers } from '../../groups/members/actions.ts';
import { hasCarrier } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note, type Entry } from '../../journal.ts';
import { refuseFrozen } from '../../policy.ts';
import { eachByItself } from '../../work.ts';
import { changeBoth, fromGroup, type BothSlugs } from '../belonging/sides.ts';
import { delegates } from '../tables.ts';
import { tellDelegates, tellNamers, tellSuccessor } from '../telling.ts';
import type { Naming } from './contract.ts';
import { endSpeaking } from './ending.ts';
import { listSpeaking } from './queries.ts';

type OfAccount = BothSlugs & { accountId: string };

/**
 * A group names a member who speaks for it in a coalition, as many as the coalition has seats for each; named again, the
 * mandate and the term are these. Where the coalition has no steward, they are it.
 */
export async function nameDelegate(ctx: Context, named: OfAccount, asked: Naming): Promise<void> {
  mustBeTerm(asked.termEndsOn);
  await changeBoth(ctx, fromGroup(named, 'nameDelegates'), async (tx, { group, coalition }) => {
    refuseFrozen(coalition);
    if (coalition.state !== 'accepted') throw new Conflict('coalitions.not-in');
    if (!(await lockMembers(tx, group.id, [named.accountId])))
      throw new Invalid([{ name: 'accountId', code: 'coalitions.not-a-member' }]);
    if (await isBanned(tx, coalition.id, named.accountId)) throw new Conflict('coalitions.banned');
    const speaking = await listSpeaking(tx, coalition.id);
    const own = speaking.find(({ accountId }) => accountId === named.accountId);
    if (own && own.groupId !== group.id) throw new Conflict('coalitions.speaks-for-another');
    const written = { mandate: asked.mandate.trim(), termEndsOn: asked.termEndsOn };
    if (own) {
      await tx
        .update(delegates)
        .set({ ...written, remindedAt: null })
        .where(eq(delegates.id, own.id));
    } else {
      if (speaking.filter(({ groupId }) => groupId === group.id).length >= coalition.seats)
        throw new Conflict('coalitions.seats-taken', { count: coalition.seats });
      await beginSpeaking(tx, ctx, { ...written, coalition, group, accountId: named.accountId });
    }
    note(
      tx,
      ctx,
      'coalitions.delegate-named',
      { groupId: coalition.id, id: group.id },
      { accountId: named.accountId },
    );
  });
}

type Begun = { coalition: { id: string }; group: { id: string }; accountId: string } & Naming;

/** Somebody speaks for a group from now on, and is a member of the coalition; told, unless they named themselves. */
export async function beginSpeaking(
  tx: Transaction,
  ctx: Context,
  { coalition, group, accountId, mandate, termEndsOn }: Begun,
): Promise<void> {
  const id = newId();
  await tx.insert(delegates).values({
    ...{ id, coalitionId: coalition.id, groupId: group.id, accountId, mandate, termEndsOn },
    namedBy: ctx.viewer.id,
  });
  const [led] = await tx
    .select({ isLed: hasCarrier('manage_group', coalition.id, () => sql`true`) })
    .from(groups)
    .where(eq(groups.id, coalition.id));
  const role = led?.isLed ? 'member' : 'steward';
  await addMember(tx, { groupId: coalition.id, accountId, actorId: ctx.viewer.id, way: 'named', role });
  // They are called there as in the group that sends them.
  await copyFace(tx, accountId, { from: group.id, to: coalition.id });
  if (accountId === ctx.viewer.id) return;
  await tellDelegates(tx, ctx, 'coalitions.delegate-named', { ids: [id], key: id });
}

/** The group calls back who speaks for it. Also the last steward of the coalition: the one who is there longest follows. */
export async function recallDelegate(ctx: Context, named: OfAccount): Promise<void> {
  await changeBoth(ctx, fromGroup(named, 'recall'), async (tx, { group, coalition }) => {
    const own = (await listSpeaking(tx, coalition.id, group.id)).find(
      ({ accountId }) => accountId === named.accountId,
    );
    if (!own) throw new NotFound('delegate');
    await endSpeaking(tx, ctx, own, { how: 'recalled', coalitionId: coalition.id });
    if (own.accountId === ctx.viewer.id) return;
    await tellDelegates(tx, ctx, 'coalitions.delegate-recalled', { ids: [own.id], key: own.id });
  });
}

/** Ends the terms that are over where the group is, and says two weeks ahead which will be; for the worker. */
export async function endTerms(ctx: Context): Promise<void> {
  const due = await ctx.db
    .select({
      ...{ id: delegates.id, groupId: delegates.groupId, accountId: delegates.accountId },
      ...{ termEndsOn: delegates.termEndsOn, coalitionId: delegates.coalitionId },
      isOver: sql<boolean>`${delegates.termEndsOn} < today_in(${groups.timeZone})`,
    })
    .from(delegates)
    .innerJoin(groups, eq(groups.id, delegates.groupId))
    .where(
      and(
        isNull(delegates.endedAt),
        // Wide by a day, for the index; the zone of each group says the rest.
        sql`${delegates.termEndsOn} <= current_date + 15`,
        or(
          sql`${delegates.termEndsOn} < today_in(${groups.timeZone})`,
          and(
            isNull(delegates.remindedAt),
            sql`${delegates.termEndsOn} <= today_in(${groups.timeZone}) + 14`,
          ),
        ),
      ),
    )
    .orderBy(asc(delegates.termEndsOn))
    .limit(500);
  await eachByItself(due, ({ isOver, coalitionId, ...spoken }) =>
    ctx.change(async (tx) => {
      // In the order in which everybody locks them: leaving the group asks for the coalition as well.
      await lockGroup(tx, spoken.groupId);
      await lockGroup(tx, coalitionId);
      const still = isOver
        ? and(eq(delegates.id, spoken.id), isNull(delegates.endedAt))
        : and(eq(delegates.id, spoken.id), isNull(delegates.endedAt), isNull(delegates.remindedAt));
      const claimed = await tx
        .update(delegates)
        .set({ remindedAt: sql`now()` })
        .where(and(still, eq(delegates.termEndsOn, spoken.termEndsOn)))
        .returning({ id: delegates.id });
      if (claimed.length === 0) return;
      if (isOver) await endSpeaking(tx, null, spoken, { how: 'term', coalitionId });
      const news = isOver ? 'coalitions.term-over' : 'coalitions.term-soon';
      const key = `${spoken.id}:${spoken.termEndsOn}`;
      await tellDelegates(tx, ctx, news, { ids: [spoken.id], key });
      await tellNamers(tx, ctx, news, { id: spoken.id, key });
    }),
  );
}

/** Somebody left a group, or was put out: where they spoke for it they do no more, and those who name hear of it. */
export async function tellLost(ctx: Context, { groupId, subjectId }: Entry): Promise<void> {
  if (groupId === null || subjectId === null) return;
  await ctx.change(async (tx) => {
    const lost = await tx
      .update(delegates)
      .set({ endToldAt: sql`now()` })
      .where(
        and(
          eq(delegates.accountId, subjectId),
          eq(delegates.endedHow, 'standing'),
          isNull(delegates.endToldAt),
          or(eq(delegates.groupId, groupId), eq(delegates.coalitionId, groupId)),
        ),
      )
      .returning({ id: delegates.id, groupId: delegates.groupId, coalitionId: delegates.coalitionId });
    for (const { id, coalitionId, ...spoken } of lost) {
      const about = { groupId: coalitionId, id: spoken.groupId };
      // What ends with a membership, ends with the one in the coalition too.
      if (coalitionId !== groupId) note(tx, null, 'groups.left', { groupId: coalitionId, id: subjectId });
      note(tx, null, 'coalitions.delegate-ended', about, { accountId: subjectId, how: 'standing' });
      await tellNamers(tx, ctx, 'coalitions.delegate-lost', { id, key: id });
    }
  });
}

/** Whoever followed the last steward of a coalition hears that they are it. */
export async function tellFollowed(ctx: Context, { id, groupId, subjectId }: Entry): Promise<void> {
  if (groupId === null || subjectId === null) return;
  const followed = { coalitionId: groupId, accountId: subjectId, key: id };
  await ctx.change((tx) => tellSuccessor(tx, ctx, followed));
}

const DAY_MS = 86_400_000;
const LONGEST_TERM_DAYS = 3 * 366;

/** From tomorrow to three years ahead: a term that nobody would live to see end is none. */
export function mustBeTerm(termEndsOn: string): void {
  const days = (Date.parse(`${termEndsOn}T23:59:59Z`) - Date.now()) / DAY_MS;
  if (!(days > 0 && days <= LONGEST_TERM_DAYS))
    throw new Invalid([{ name: 'termEndsOn', code: 'coalitions.term' }]);
}
