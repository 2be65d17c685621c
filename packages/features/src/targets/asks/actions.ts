import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, type FieldRefusal } from '../../errors.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { tell } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { eachByItself } from '../../work.ts';
import { changeTarget } from '../actions.ts';
import type { NamedTarget } from '../queries.ts';
import { targetAsks } from '../tables.ts';
import type { AskChange, NewAsk, PromiseOutcome } from './contract.ts';
import { askPolicy } from './policy.ts';
import { findAsk, isCampaignOf, listUntoldPromises, type NamedAsk, type SeenAsk } from './queries.ts';

/** A group writes down what it asked of a target. Answers its id. */
export async function writeAsk(ctx: Context, named: NamedTarget, asked: NewAsk): Promise<{ id: string }> {
  return changeTarget(ctx, named, 'ask', async (tx, target) => {
    const { groupId, id: targetId } = target;
    await spendQuota(ctx, tx, 'target-asks', groupId);
    const written = { ...NOTHING, ...tidied(asked) };
    await refuseBroken(tx, groupId, { ...written, askedOn: asked.askedOn });
    const id = newId();
    await tx.insert(targetAsks).values({
      ...{ ...written, what: asked.what.trim(), askedOn: asked.askedOn },
      ...{ id, targetId, groupId, writtenBy: ctx.viewer.id },
    });
    note(tx, ctx, 'targets.asked', { groupId, id: targetId }, { askId: id });
    return { id };
  });
}

/** Changes what is given and keeps the rest. With the promise goes what was said of it; another day is told of anew. */
export async function editAsk(ctx: Context, named: NamedAsk, change: AskChange): Promise<void> {
  await changeAsk(ctx, named, async (tx, ask) => {
    const fields = Object.keys(change);
    if (fields.length === 0) return;
    const written = tidied(change);
    await refuseBroken(tx, ask.groupId, { ...ask, ...written }, written.campaignId);
    const isPromiseGone = written.promise === null;
    await tx
      .update(targetAsks)
      .set({
        ...written,
        ...(isPromiseGone && { outcome: null, outcomeAt: null, outcomeWord: '' }),
        ...(written.dueOn !== undefined && written.dueOn !== ask.dueOn && { dueToldAt: null }),
      })
      .where(eq(targetAsks.id, ask.id));
    note(tx, ctx, 'targets.ask-edited', about(ask), { askId: ask.id, fields });
  });
}

/** Takes away what the group wrote down by mistake. */
export async function removeAsk(ctx: Context, named: NamedAsk): Promise<void> {
  await changeAsk(ctx, named, async (tx, ask) => {
    await tx.delete(targetAsks).where(eq(targetAsks.id, ask.id));
    note(tx, ctx, 'targets.ask-removed', about(ask), { askId: ask.id });
  });
}

/** Says whether a promise was kept; said again, this is what stands. */
export async function sayOutcome(ctx: Context, named: NamedAsk, { outcome, word }: PromiseOutcome) {
  await changeAsk(ctx, named, async (tx, ask) => {
    if (ask.promise === null) throw new Conflict('targets.no-promise');
    await tx
      .update(targetAsks)
      .set({ outcome, outcomeWord: word?.trim() ?? '', outcomeAt: sql`now()` })
      .where(eq(targetAsks.id, ask.id));
    note(tx, ctx, 'targets.outcome-said', about(ask), { askId: ask.id, outcome });
  });
}

/** It was said too early. */
export async function withdrawOutcome(ctx: Context, named: NamedAsk): Promise<void> {
  await changeAsk(ctx, named, async (tx, ask) => {
    if (ask.outcome === null) return;
    await tx
      .update(targetAsks)
      .set({ outcome: null, outcomeAt: null, outcomeWord: '' })
      .where(eq(targetAsks.id, ask.id));
    note(tx, ctx, 'targets.outcome-withdrawn', about(ask), { askId: ask.id });
  });
}

/** Tells those who publish for a group, once, that the day of a promise to it has passed. For the worker. */
export async function tellDuePromises(ctx: Context): Promise<void> {
  await eachByItself(await listUntoldPromises(ctx.db), (due) =>
    ctx.change(async (tx) => {
      const claimed = await tx
        .update(targetAsks)
        .set({ dueToldAt: sql`now()` })
        .where(and(eq(targetAsks.id, due.id), isNull(targetAsks.dueToldAt), isNull(targetAsks.outcome)))
        .returning({ id: targetAsks.id });
      if (claimed.length === 0) return;
      const { id: askId, targetId: id, title, groupId, ...said } = due;
      const hearers = await listCarriers(tx, groupId, 'publish');
      const told = hearers.map(({ to }) => ({ to, about: { id, title, groupId }, askId, ...said }));
      await tell(tx, ctx, 'targets.promise-due', ...told);
    }),
  );
}

function changeAsk(
  ctx: Context,
  named: NamedAsk,
  work: (tx: Transaction, ask: SeenAsk) => Promise<void>,
): Promise<void> {
  const find = async (asker: ReadContext) => {
    const ask = await findAsk(asker, named);
    permit(askPolicy, 'change', ask);
    return ask;
  };
  return changeUnderLock(ctx, find, work);
}

const about = ({ groupId, targetId: id }: SeenAsk) => ({ groupId, id });

const NOTHING = { campaignId: null, answer: null, answeredOn: null, promise: null, dueOn: null };
type Written = Pick<SeenAsk, 'askedOn' | 'answer' | 'answeredOn' | 'promise' | 'dueOn'> & {
  campaignId: string | null;
};

/** Days in the order in which things happen, where the group is; an answer has its day, and a day its promise. */
async function refuseBroken(
  tx: Transaction,
  groupId: string,
  { askedOn, answer, answeredOn, promise, dueOn, campaignId }: Written,
  chosen = campaignId,
) {
  const [now] = await tx
    .select({ today: sql<string>`today_in(${groups.timeZone})::text` })
    .from(groups)
    .where(eq(groups.id, groupId));
  const today = now?.today ?? askedOn;
  const fields: FieldRefusal[] = [];
  if (askedOn > today) fields.push({ name: 'askedOn', code: 'targets.day-ahead' });
  if (answer !== null && answeredOn === null) fields.push({ name: 'answeredOn', code: 'field.required' });
  if (answer === null && answeredOn !== null) fields.push({ name: 'answer', code: 'field.required' });
  if (answeredOn !== null && (answeredOn < askedOn || answeredOn > today))
    fields.push({ name: 'answeredOn', code: 'targets.answered-day' });
  if (dueOn !== null && promise === null) fields.push({ name: 'promise', code: 'field.required' });
  if (dueOn !== null && dueOn < askedOn) fields.push({ name: 'dueOn', code: 'targets.due-before' });
  if (chosen && !(await isCampaignOf(tx, groupId, chosen)))
    fields.push({ name: 'campaignId', code: 'targets.not-your-campaign' });
  if (fields.length > 0) throw new Invalid(fields);
}

/** What was typed, without blanks around it, and nothing as null. */
function tidied({ what, answer, promise, ...rest }: AskChange) {
  return {
    ...rest,
    ...(what !== undefined && { what: what.trim() }),
    ...(answer !== undefined && { answer: answer?.trim() || null }),
    ...(promise !== undefined && { promise: promise?.trim() || null }),
  };
}
