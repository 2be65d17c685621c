import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { nothingFound } from './findings.ts';
import { importFiles, importRefusals, imports } from './tables.ts';

/** Days for which a list that came in can be taken back. */
const UNDO_DAYS = 30;

const newestFirst = keyset('desc', imports.startedAt, imports.id);

/** The files brought into a group, newest first, for those who may bring people in. */
export async function listImports(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findImporter(ctx, slug);
  const rows = await ctx.db
    .select({ ...importRow, cursor: newestFirst.cursor })
    .from(imports)
    .where(and(eq(imports.groupId, group.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(
    rows.map((row) => ({ ...row, undoUntil: undoUntil(row) })),
    limit,
  );
}

/** One import, with a look into the file while it can still be corrected. */
export async function findImport(ctx: Context, slug: string, importId: string) {
  const group = await findImporter(ctx, slug);
  const [found] = await ctx.db
    .select({
      ...importRow,
      encoding: imports.encoding,
      delimiter: imports.delimiter,
      headingRow: imports.headingRow,
      headers: imports.headers,
      columns: imports.columns,
      known: imports.known,
      shape: imports.shape,
      purpose: imports.purpose,
      language: imports.language,
      country: imports.country,
      dateOrder: imports.dateOrder,
      consent: imports.consent,
      findings: imports.findings,
      sample: imports.sample,
    })
    .from(imports)
    .where(and(eq(imports.groupId, group.id), eq(imports.id, importId)));
  if (!found) throw new NotFound('import');
  // Read by a version of before, it lacks what is counted since.
  const findings = { ...nothingFound(), ...found.findings };
  return { ...found, undoUntil: undoUntil(found), findings, group };
}
export type SeenImport = Awaited<ReturnType<typeof findImport>>;

/** The first of the rows of an import that cannot be taken. */
export async function listRefusals({ db }: Context, importId: string) {
  return db
    .select({ row: importRefusals.row, field: importRefusals.field, code: importRefusals.code })
    .from(importRefusals)
    .where(eq(importRefusals.importId, importId))
    .orderBy(asc(importRefusals.row))
    .limit(50);
}

/** The file of an import, part by part; nothing once it was applied. */
export async function* filePartsOf({ db }: Pick<Context, 'db'>, importId: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const [file] = await db
      .select({ bytes: importFiles.bytes })
      .from(importFiles)
      .where(and(eq(importFiles.importId, importId), eq(importFiles.part, part)));
    if (!file) return;
    yield file.bytes;
  }
}

async function findImporter(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  if (!peoplePolicy.seeImports(group)) throw new NotFound('imports');
  return group;
}

const importRow = {
  id: imports.id,
  fileName: imports.fileName,
  state: imports.state,
  totalCount: imports.totalCount,
  refusedCount: imports.refusedCount,
  repeatedCount: imports.repeatedCount,
  doneCount: imports.doneCount,
  addedCount: imports.addedCount,
  knownCount: imports.knownCount,
  removedCount: imports.removedCount,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
};

/** Until when a list can be taken back, once it is in. */
function undoUntil({ state, finishedAt }: { state: string; finishedAt: Date | null }): Date | null {
  const isIn = state === 'done' && finishedAt !== null;
  return isIn ? new Date(finishedAt.getTime() + UNDO_DAYS * 86_400_000) : null;
}
