import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { changeThingsOf, changeUnderLock } from '../groups/locks.ts';
import type { ReadContext, SeenGroup } from '../groups/queries.ts';
import { targets } from '../groups/targets/tables.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { permit, refuseFrozen } from '../policy.ts';
import type { NewTarget, TargetChange } from './contract.ts';
import { targetPolicy, targetsPolicy } from './policy.ts';
import {
  findNamesake,
  findTarget,
  listTargetCoalitions,
  type NamedTarget,
  type SeenTarget,
} from './queries.ts';
import { targetAsks, targetNotes } from './tables.ts';

/** A group puts up a decision-maker, for itself or for a coalition that it is in. Answers its id. */
export async function addTarget(ctx: Context, slug: string, asked: NewTarget): Promise<{ id: string }> {
  const { coalition, ...written } = asked;
  const add = { slug, what: 'targets', policy: targetsPolicy, deed: 'add' } as const;
  return changeThingsOf(ctx, add, async (tx, group) => {
    await spendQuota(ctx, tx, 'targets', group.id);
    const holderId = await holderFor({ db: tx, viewer: ctx.viewer }, group, coalition);
    const { name, ...rest } = tidied(written);
    const said = { name: name ?? asked.name, office: rest.office ?? '' };
    await refuseTwice(tx, { ...said, holderId, slug });
    const id = newId();
    await tx.insert(targets).values({
      ...{ ...rest, ...said, id, groupId: holderId },
      ...{ addedBy: ctx.viewer.id, addedFor: group.id },
    });
    note(tx, ctx, 'targets.added', { groupId: group.id, id });
    return { id };
  });
}

/** Changes what is given and keeps the rest. */
export async function editTarget(ctx: Context, named: NamedTarget, change: TargetChange): Promise<void> {
  await changeTarget(ctx, named, 'edit', async (tx, target) => {
    const fields = Object.keys(change);
    if (fields.length === 0) return;
    const written = tidied(change);
    const { name = target.name, office = target.office } = written;
    const { holderId, id, groupId, slug } = target;
    if (holderId !== null) await refuseTwice(tx, { name, office, holderId, slug, except: id });
    await tx.update(targets).set(written).where(eq(targets.id, id));
    note(tx, ctx, 'targets.edited', { groupId, id }, { fields });
  });
}

/** Takes one of a group's own away, with what it wrote about them. */
export async function removeTarget(ctx: Context, named: NamedTarget): Promise<void> {
  await changeTarget(ctx, named, 'remove', async (tx, { id, groupId }) => {
    await tx.delete(targets).where(eq(targets.id, id));
    note(tx, ctx, 'targets.removed', { groupId, id });
  });
}

/** Forgets targets of groups and coalitions that are gone, once nobody who wrote about them is there either. For the worker. */
export async function forgetOrphans(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const about = (table: typeof targetAsks | typeof targetNotes) =>
      sql`not exists (select from ${table} kept where kept.target_id = targets.id)`;
    await tx.delete(targets).where(and(isNull(targets.groupId), about(targetAsks), about(targetNotes)));
  });
}

/** One at a time in the group that does it, and with the target as they find it by then. */
export function changeTarget<T>(
  ctx: Context,
  named: NamedTarget,
  deed: keyof typeof targetPolicy,
  work: (tx: Transaction, target: SeenTarget) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const target = await findTarget(asker, named);
    permit(targetPolicy, deed, target);
    return target;
  };
  return changeUnderLock(ctx, find, work);
}

async function holderFor(asker: ReadContext, group: SeenGroup, slug: string | null): Promise<string> {
  if (slug === null) return group.id;
  const coalition = (await listTargetCoalitions(asker, group.id)).find((one) => one.slug === slug);
  if (!coalition) throw new Invalid([{ name: 'coalition', code: 'targets.not-in' }]);
  refuseFrozen({ isFrozen: coalition.isFrozen === true });
  return coalition.id;
}

type Said = { name: string; office: string; holderId: string; slug: string; except?: string };

async function refuseTwice(tx: Transaction, { slug, except, ...said }: Said) {
  const known = await findNamesake(tx, said);
  if (!known || known.id === except) return;
  const link = known.isHidden ? {} : { link: `/groups/${slug}/targets/${known.id}` };
  throw new Invalid([{ name: 'name', code: 'targets.twice', ...link }]);
}

type Columns = Partial<Omit<typeof targets.$inferInsert, 'id'>>;

/** What was typed, without blanks around it; where nothing was, an empty text. */
function tidied({ leftOn, ...texts }: TargetChange): Columns {
  const given = Object.entries(texts).map(([name, text]) => [name, text?.trim() ?? '']);
  return { ...(Object.fromEntries(given) as Columns), ...(leftOn !== undefined && { leftOn }) };
}
