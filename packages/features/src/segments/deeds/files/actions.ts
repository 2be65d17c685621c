import { newPeopleFileKey } from '@groundwork/files';
import { inParts, isStored, partKey, readParts, removeParts } from '@groundwork/files/parts';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound } from '../../../errors.ts';
import { standsIn } from '../../../groups/standing.ts';
import { note } from '../../../journal.ts';
import { spendQuota } from '../../../limits/making.ts';
import { contentTypeOf, writeExported, type ExportFormat } from '../../../people/exports/actions.ts';
import { findFieldsSeen } from '../../../people/fields/queries.ts';
import { permit } from '../../../policy.ts';
import { amongDeed, foundFileName } from '../exporting.ts';
import { deedPolicy } from '../policy.ts';
import { hoursKept } from '../prepared-files.ts';
import { findDeed, mayDownload } from '../queries.ts';
import { deedFiles, peopleDeeds } from '../tables.ts';

/** Asks the worker to write those found into a file that whoever asked can have for a day; accepted is durable. */
export async function askForFile(
  ctx: Context,
  slug: string,
  { deedId, format }: { deedId: string; format: ExportFormat },
): Promise<void> {
  const { group, kind } = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, 'export', group);
  if (kind !== 'export') throw new Conflict('segments.deed-state');
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    const isDraft = and(eq(peopleDeeds.id, deedId), eq(peopleDeeds.state, 'draft'));
    const asked = await tx
      .update(peopleDeeds)
      .set({ state: 'asked', format, askedBy: ctx.viewer.id })
      .where(isDraft)
      .returning({ id: peopleDeeds.id });
    if (asked.length === 0) throw new Conflict('segments.deed-state');
    note(tx, ctx, 'segments.deed-asked', { groupId: group.id, id: deedId });
  });
}

/**
 * Writes the file of an export whose people are gathered; for whoever may take them out no more, none. A worker that takes
 * over from a killed one writes another, and what the first wrote is removed by the sweep.
 */
export async function writeDeedFile(ctx: Context, deedId: string): Promise<void> {
  const deed = await findAsked(ctx, deedId);
  if (!deed) return;
  const key = deed.mayTakeOut ? newPeopleFileKey() : null;
  if (key) await begin(ctx, deed, key);
  const isWhole = key === null || (await write(ctx, deed, key));
  if (!isWhole) return;
  await ctx.change(async (tx) => {
    if (key) await tx.update(deedFiles).set({ readyAt: new Date() }).where(eq(deedFiles.key, key));
    await tx
      .update(peopleDeeds)
      .set({ state: 'done', doneCount: peopleDeeds.totalCount, finishedAt: new Date() })
      .where(and(eq(peopleDeeds.id, deedId), eq(peopleDeeds.state, 'asked')));
    note(tx, deed.askedBy, 'segments.deed-done', deed, { changedCount: 0 });
  });
}

/** The prepared file, for who asked for it. On record before the first byte leaves. */
export async function openDeedFile(ctx: Context, slug: string, deedId: string) {
  const deed = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, 'export', deed.group);
  const { file, format, group } = deed;
  if (!file || !format || !mayDownload(ctx, deed)) throw new NotFound('file');
  if (!(await isStored(ctx.files, file))) throw new NotFound('file');
  await ctx.change((tx) => note(tx, ctx, 'segments.file-downloaded', { groupId: group.id, id: deedId }));
  return {
    fileName: foundFileName(group, format),
    type: contentTypeOf(format),
    file: Readable.from(readParts(ctx.files, file), { objectMode: false }),
  };
}

/** Removes files after a day, and those whose deed or group is gone. */
export async function forgetDeedFiles(ctx: Context): Promise<void> {
  const gone = await ctx.db
    .select({ key: deedFiles.key, partCount: deedFiles.partCount })
    .from(deedFiles)
    .where(or(isNull(deedFiles.deedId), lt(deedFiles.madeAt, sql`now() - ${hoursKept()}`)));
  for (const file of gone) {
    // What is stored first: if this stops half-way, the row still says what is left to remove.
    await removeParts(ctx.files, file);
    await ctx.change((tx) => tx.delete(deedFiles).where(eq(deedFiles.key, file.key)));
  }
  if (gone.length > 0)
    await ctx.change((tx) => note(tx, null, 'segments.files-forgotten', null, { count: gone.length }));
}

async function findAsked({ db }: Context, deedId: string) {
  const stands = (responsibility: Parameters<typeof standsIn>[2]) =>
    standsIn(peopleDeeds.askedBy, peopleDeeds.groupId, responsibility);
  const [deed] = await db
    .select({
      id: peopleDeeds.id,
      groupId: peopleDeeds.groupId,
      askedBy: peopleDeeds.askedBy,
      format: peopleDeeds.format,
      totalCount: peopleDeeds.totalCount,
      seesAll: sql<boolean>`${peopleDeeds.seesAll} and ${stands('see_people')} and ${stands('manage_members')}`,
      mayTakeOut: stands('export_people'),
    })
    .from(peopleDeeds)
    .where(and(eq(peopleDeeds.id, deedId), eq(peopleDeeds.kind, 'export'), eq(peopleDeeds.state, 'asked')));
  return deed;
}
type AskedFile = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** On record before the first row leaves; and known before it is there, so that nothing stays that nobody would remove. */
async function begin(ctx: Context, { id, groupId, askedBy, totalCount }: AskedFile, key: string) {
  await ctx.change(async (tx) => {
    await tx.insert(deedFiles).values({ key, deedId: id });
    note(tx, askedBy, 'segments.found-exported', { groupId, id }, { count: totalCount });
  });
}

/** Answers whether it is whole: it is left off where its deed went away meanwhile. */
async function write(ctx: Context, deed: AskedFile, key: string): Promise<boolean> {
  const { id, groupId, seesAll, format, totalCount } = deed;
  const fields = await findFieldsSeen(ctx.db, { id: groupId, seesAll });
  const { file } = writeExported(
    ctx,
    { groupId, among: amongDeed(id), fields },
    { format: format ?? 'csv', onRead: (count) => tellProgress(ctx, id, Math.min(count, totalCount)) },
  );
  let partCount = 0;
  for await (const part of inParts(file)) {
    partCount += 1;
    if (!(await isWanted(ctx, key, partCount))) return false;
    await ctx.files.put(partKey(key, partCount - 1), part);
  }
  return true;
}

async function tellProgress(ctx: Context, deedId: string, doneCount: number) {
  await ctx.change((tx) => tx.update(peopleDeeds).set({ doneCount }).where(eq(peopleDeeds.id, deedId)));
}

async function isWanted(ctx: Context, key: string, partCount: number): Promise<boolean> {
  const isOfDeed = and(eq(deedFiles.key, key), sql`${deedFiles.deedId} is not null`);
  const known = await ctx.change((tx) =>
    tx.update(deedFiles).set({ partCount }).where(isOfDeed).returning({ key: deedFiles.key }),
  );
  return known.length > 0;
}
