import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { changeUnderLock } from '../groups/locks.ts';
import type { ReadContext } from '../groups/queries.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { makeLink } from '../links/actions.ts';
import { links } from '../links/tables.ts';
import { permit } from '../policy.ts';
import type { MoveInput } from './contract.ts';
import { movePolicy } from './policy.ts';
import { findMove, findMover } from './queries.ts';
import { moveArrivals, moves, moveTexts } from './tables.ts';

const MOST_MOVES = 20;

/** Begins to lead people over from a place, by a short link of its own. Answers the move's id. */
export async function beginMove(ctx: Context, slug: string, asked: MoveInput): Promise<string> {
  return changeMoves(ctx, slug, async (tx, group) => {
    if ((await tx.$count(moves, eq(moves.groupId, group.id))) >= MOST_MOVES)
      throw new Conflict('moves.too-many', { most: MOST_MOVES });
    await spendQuota(ctx, tx, { moves: 1, links: 1 }, group.id);
    const [id, createdBy] = [newId(), ctx.viewer.id];
    const label = asked.name.trim().slice(0, 80);
    const link = await makeLink(tx, { groupId: group.id, path: `/groups/${group.slug}`, label, createdBy });
    await tx
      .insert(moves)
      .values({ id, groupId: group.id, ...written(asked), linkId: link.id, madeBy: createdBy });
    note(tx, ctx, 'moves.begun', { groupId: group.id, id });
    return id;
  });
}

type Named = { slug: string; id: string };

/** Puts what is known of a place now in place of what was. */
export async function changeMove(ctx: Context, { slug, id }: Named, asked: MoveInput): Promise<void> {
  await changeMoves(ctx, slug, async (tx, group) => {
    await findMove({ db: tx }, group.id, id);
    await tx.update(moves).set(written(asked)).where(eq(moves.id, id));
    note(tx, ctx, 'moves.changed', { groupId: group.id, id });
  });
}

/** Keeps what is said of a move in one language; nothing takes what is suggested again. */
export async function writeMoveText(
  ctx: Context,
  { slug, id }: Named,
  { language, text }: { language: 'en' | 'es' | 'ar'; text: string },
): Promise<void> {
  await changeMoves(ctx, slug, async (tx, group) => {
    await findMove({ db: tx }, group.id, id);
    if (text.trim() === '')
      await tx.delete(moveTexts).where(and(eq(moveTexts.moveId, id), eq(moveTexts.language, language)));
    else
      await tx
        .insert(moveTexts)
        .values({ moveId: id, language, text })
        .onConflictDoUpdate({ target: [moveTexts.moveId, moveTexts.language], set: { text } });
    note(tx, ctx, 'moves.text-changed', { groupId: group.id, id }, { language });
  });
}

/** The place is left for good, or is not after all. Its link leads here either way. */
export async function endMove(ctx: Context, { slug, id }: Named, isEnded: boolean): Promise<void> {
  await changeMoves(ctx, slug, async (tx, group) => {
    const { endedAt } = await findMove({ db: tx }, group.id, id);
    if ((endedAt !== null) === isEnded) return;
    await tx
      .update(moves)
      .set({ endedAt: isEnded ? sql`now()` : null })
      .where(eq(moves.id, id));
    note(tx, ctx, isEnded ? 'moves.ended' : 'moves.resumed', { groupId: group.id, id });
  });
}

/** Forgets a move with its texts and who came by it. Its link still leads to the group. */
export async function removeMove(ctx: Context, { slug, id }: Named): Promise<void> {
  await changeMoves(ctx, slug, async (tx, group) => {
    await findMove({ db: tx }, group.id, id);
    await tx.delete(moves).where(eq(moves.id, id));
    note(tx, ctx, 'moves.removed', { groupId: group.id, id });
  });
}

type Arrival = { groupId: string | null; accountId: string | null; via: string | undefined };

/** Someone joined, or asked to, by a link. Heard from the journal, so it may run twice for one entry. */
export async function countArrival(ctx: Context, { groupId, accountId, via }: Arrival): Promise<void> {
  if (!groupId || !accountId || !via) return;
  await ctx.db.execute(sql`insert into ${moveArrivals} (move_id, account_id)
    select ${moves.id}, ${accounts.id} from ${moves}
    join ${links} on ${links.id} = ${moves.linkId} join ${accounts} on ${accounts.id} = ${accountId}
    where ${moves.groupId} = ${groupId} and ${links.code} = ${via.toLowerCase()}
    on conflict do nothing`);
}

type Mover = { id: string; slug: string };

async function changeMoves<T>(
  ctx: Context,
  slug: string,
  work: (tx: Transaction, group: Mover) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const group = await findMover(asker, slug);
    permit(movePolicy, 'keep', group);
    return { ...group, groupId: group.id };
  };
  return changeUnderLock(ctx, find, work);
}

function written({ kind, name, memberCount, silentOn }: MoveInput) {
  return { kind, name: name.trim(), memberCount: memberCount ?? null, silentOn: silentOn ?? null };
}
