import { newId } from '@groundwork/database';
import { and, eq, inArray } from 'drizzle-orm';
import { compositions } from '../compositions/tables.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../errors.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { rungs } from '../people/climbing/tables.ts';
import { permit } from '../policy.ts';
import { findThingNames } from '../segments/thing-names.ts';
import { changeLadder } from './changing.ts';
import type { LadderInput } from './contract.ts';
import { laddersPolicy } from './policy.ts';
import { findLadderWriter, type LadderPlace } from './queries.ts';
import { ladders, ladderSteps } from './tables.ts';
import { thingOfTrigger } from './things.ts';
import type { Trigger } from './triggers.ts';

/** So many that are not ended: each is looked at every minute. */
const MOST_LADDERS = 50;

type Begun = Pick<typeof ladders.$inferInsert, 'name' | 'trigger' | 'purpose'>;

/** Begins a ladder without steps. Answers its id. */
export async function beginLadder(ctx: Context, slug: string, begun: Begun): Promise<string> {
  const group = await findLadderWriter(ctx, slug);
  permit(laddersPolicy, 'write', group);
  const id = newId();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'ladders', group.id);
    const isOpen = and(eq(ladders.groupId, group.id), inArray(ladders.state, ['draft', 'active', 'closed']));
    if ((await tx.$count(ladders, isOpen)) >= MOST_LADDERS)
      throw new Conflict('ladders.too-many', { most: MOST_LADDERS });
    await tx.insert(ladders).values({ id, groupId: group.id, ...begun, madeBy: ctx.viewer.id });
    note(tx, ctx, 'ladders.begun', { groupId: group.id, id });
  });
  return id;
}

/** Says what it is called, who begins it, and for which yes its letters are. */
export async function changeBeginning(ctx: Context, place: LadderPlace, asked: LadderInput): Promise<void> {
  await changeLadder(ctx, place, 'write', async (tx, { id, groupId }) => {
    const trigger = readTrigger(asked);
    const thing = thingOfTrigger(trigger);
    if (thing !== undefined && !(await findThingNames(tx, groupId, [thing])).has(thing))
      throw new Invalid([{ name: FIELDS[trigger.is], code: 'ladders.thing-unknown' }]);
    const { name, takesEarlier, purpose } = asked;
    if (purpose === 'membership' && trigger.is !== 'joined')
      throw new Invalid([{ name: 'purpose', code: 'ladders.membership-of-members' }]);
    await tx.update(ladders).set({ name, trigger, takesEarlier, purpose }).where(eq(ladders.id, id));
    await tx.update(compositions).set({ purpose }).where(eq(compositions.ladderId, id));
    note(tx, ctx, 'ladders.changed', { groupId, id });
  });
}

/** Removes one that was never opened, with its letters. */
export async function removeLadder(ctx: Context, place: LadderPlace): Promise<void> {
  await changeLadder(ctx, place, 'remove', async (tx, { id, groupId }) => {
    const ofLadder = tx.select({ id: ladderSteps.id }).from(ladderSteps).where(eq(ladderSteps.ladderId, id));
    await tx.delete(rungs).where(inArray(rungs.id, ofLadder));
    await tx.delete(compositions).where(eq(compositions.ladderId, id));
    await tx.delete(ladders).where(eq(ladders.id, id));
    note(tx, ctx, 'ladders.removed', { groupId, id });
  });
}

/** In which field it says what it begins with. */
const FIELDS = {
  joined: 'begins',
  signed: 'campaign',
  came: 'event',
  silent: 'days',
  segment: 'segment',
} as const;

function readTrigger({ begins, campaign, event, segment, days }: LadderInput): Trigger {
  switch (begins) {
    case 'joined':
      return { is: begins };
    case 'signed':
      return { is: begins, ...(campaign && { campaign }) };
    case 'came':
      return { is: begins, ...(event && { event }) };
    case 'silent':
      if (!days) throw new Invalid([{ name: 'days', code: 'field.required' }]);
      return { is: begins, days };
    case 'segment':
      if (!segment) throw new Invalid([{ name: 'segment', code: 'field.required' }]);
      return { is: begins, segment };
  }
}
