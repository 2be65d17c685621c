import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../errors.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import type { SegmentInput } from './contract.ts';
import type { Line } from './lines.ts';
import { findSegment, savedOf } from './queries.ts';
import { changeSaved, isStoodOn } from './saving.ts';
import { segments } from './tables.ts';
import { readLines } from './writing.ts';

const MOST_SEGMENTS = 200;

/** Saves lines under a name. Answers its id. */
export async function saveSegment(ctx: Context, slug: string, asked: SegmentInput): Promise<string> {
  const written = read(asked);
  return changeSaved(ctx, slug, async (tx, groupId) => {
    if ((await tx.$count(segments, eq(segments.groupId, groupId))) >= MOST_SEGMENTS)
      throw new Conflict('segments.too-many', { most: MOST_SEGMENTS });
    await spendQuota(ctx, tx, 'segments', groupId);
    const id = newId();
    await refuseSaved(tx, { groupId, id, lines: written.lines });
    await tx.insert(segments).values({ id, groupId, ...written, madeBy: ctx.viewer.id });
    note(tx, ctx, 'segments.saved', { groupId, id });
    return id;
  });
}

/** Puts another name or other lines in place of a segment's; those that stand on it follow. */
export async function changeSegment(
  ctx: Context,
  slug: string,
  { id, ...asked }: SegmentInput & { id: string },
): Promise<void> {
  const written = read(asked);
  await changeSaved(ctx, slug, async (tx, groupId) => {
    await findSegment({ db: tx }, groupId, id);
    await refuseSaved(tx, { groupId, id, lines: written.lines });
    await tx.update(segments).set(written).where(eq(segments.id, id));
    note(tx, ctx, 'segments.changed', { groupId, id });
  });
}

/** Removes a segment that no other stands on (else Conflict segments.in-use). The people in it stay. */
export async function removeSegment(ctx: Context, slug: string, id: string): Promise<void> {
  await changeSaved(ctx, slug, async (tx, groupId) => {
    await findSegment({ db: tx }, groupId, id);
    if (await isStoodOn({ db: tx }, groupId, id)) throw new Conflict('segments.in-use');
    await tx.delete(segments).where(and(eq(segments.groupId, groupId), eq(segments.id, id)));
    note(tx, ctx, 'segments.removed', { groupId, id });
  });
}

function read({ name, lines: written }: SegmentInput) {
  const lines = readLines(written);
  if (lines.length === 0) throw new Invalid([{ name: 'lines', code: 'segments.no-lines' }]);
  return { name: name.trim(), lines };
}

/** Refuses a segment that would stand on one that is gone, on itself, or on one that stands on it. */
async function refuseSaved(
  tx: Transaction,
  { groupId, id, lines }: { groupId: string; id: string; lines: Line[] },
) {
  const saved = await savedOf({ db: tx }, groupId, lines);
  const seen = new Set<string>();
  const follow = (within: Line[]) => {
    for (const { who } of within) {
      if (who.is !== 'within' || seen.has(who.segment)) continue;
      if (who.segment === id) throw new Invalid([{ name: 'lines', code: 'segments.holds-itself' }]);
      const inner = saved.get(who.segment);
      if (!inner) throw new Invalid([{ name: 'lines', code: 'segments.gone' }]);
      seen.add(who.segment);
      follow(inner);
    }
  };
  follow(lines);
}
