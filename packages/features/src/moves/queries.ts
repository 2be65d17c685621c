import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { signatures } from '../campaigns/signatures/tables.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, type ReadContext } from '../groups/queries.ts';
import { standsIn } from '../groups/standing.ts';
import { links } from '../links/tables.ts';
import { people } from '../people/tables.ts';
import { movePolicy } from './policy.ts';
import { moves, moveArrivals, moveTexts } from './tables.ts';

/** The group of moves, for those who speak for it; for everyone else there are none. */
export async function findMover(ctx: ReadContext, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!movePolicy.see(group)) throw new NotFound('moves');
  return group;
}

/** A group's moves, newest first, with how many came by each. Few: see MOST_MOVES. */
export async function listMoves(ctx: Context, slug: string) {
  const group = await findMover(ctx, slug);
  const ofGroup = eq(moves.groupId, group.id);
  const [rows, texts] = await Promise.all([
    ctx.db
      .select({
        id: moves.id,
        kind: moves.kind,
        name: moves.name,
        memberCount: moves.memberCount,
        silentOn: moves.silentOn,
        isEnded: sql<boolean>`${moves.endedAt} is not null`,
        code: links.code,
        cameCount,
      })
      .from(moves)
      .innerJoin(links, eq(links.id, moves.linkId))
      .where(ofGroup)
      .orderBy(desc(moves.id)),
    ctx.db
      .select({ moveId: moveTexts.moveId, language: moveTexts.language, text: moveTexts.text })
      .from(moveTexts)
      .innerJoin(moves, eq(moves.id, moveTexts.moveId))
      .where(ofGroup)
      .orderBy(asc(moveTexts.language)),
  ]);
  return {
    group,
    rows: rows.map((row) => ({ ...row, texts: texts.filter((one) => one.moveId === row.id) })),
  };
}

/** Where somebody was who came by this link, for whoever sees the group; null: the link is no move's. */
export async function findGreeting(ctx: Context, slug: string, code: string) {
  const group = await findGroup(ctx, slug);
  const [greeting] = await ctx.db
    .select({
      kind: moves.kind,
      name: moves.name,
      cameCount: sql<number | null>`case when ${cameCount} >= ${FEWEST_SHOWN} then ${cameCount} end`,
    })
    .from(moves)
    .innerJoin(links, eq(links.id, moves.linkId))
    .where(and(eq(moves.groupId, group.id), eq(links.code, code.toLowerCase())));
  return greeting ?? null;
}

/** Under so many, a number tells strangers of single people. */
const FEWEST_SHOWN = 10;

/** One of a group's, for a viewer who was found to see them, or NotFound. */
export async function findMove({ db }: { db: Queryable }, groupId: string, id: string) {
  const [move] = await db
    .select({ id: moves.id, endedAt: moves.endedAt })
    .from(moves)
    .where(and(eq(moves.groupId, groupId), eq(moves.id, id)));
  if (!move) throw new NotFound('move');
  return move;
}

/** Members who came in by the link, and those who signed by it; who did both is one person. */
const cameCount = sql<number>`(select count(*)::int from (
  select ${accounts.email} from ${moveArrivals}
    join ${accounts} on ${accounts.id} = ${moveArrivals.accountId}
    where ${moveArrivals.moveId} = ${moves.id} and ${standsIn(moveArrivals.accountId, moves.groupId)}
  union
  select coalesce(${people.email}, ${people.id}::text) from ${signatures}
    join ${people} on ${people.id} = ${signatures.personId}
    where ${signatures.linkId} = ${moves.linkId} and ${signatures.stands}) came)`;
