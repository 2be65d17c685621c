import { say } from '@groundwork/words';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor, type PageQuery } from '../../paging.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { LONGEST } from './columns.ts';
import { BEGINNING, readFirstRows } from './spreadsheet.ts';
import { importFiles, importRefusals, imports } from './tables.ts';

/** The files brought into a group, newest first, for those who may bring people in. */
export async function listImports(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findImporter(ctx, slug);
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({ ...importRow, cursorAt: sql<string>`${imports.startedAt}::text` })
    .from(imports)
    .where(
      and(
        eq(imports.groupId, group.id),
        cursor
          ? sql`(${imports.startedAt}, ${imports.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(imports.startedAt), desc(imports.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.cursorAt, row.id]);
}

/** One import, with a look into the file while it can still be corrected. */
export async function findImport(ctx: Context, slug: string, importId: string) {
  const group = await findImporter(ctx, slug);
  const [found] = await ctx.db
    .select({
      ...importRow,
      encoding: imports.encoding,
      delimiter: imports.delimiter,
      headers: imports.headers,
      mapping: imports.mapping,
      consent: imports.consent,
    })
    .from(imports)
    .where(and(eq(imports.groupId, group.id), eq(imports.id, importId)));
  if (!found) throw new NotFound('import');
  return { ...found, group };
}

/** The first rows and the first refusals, to look at. */
export async function previewImport(ctx: Context, plan: Awaited<ReturnType<typeof findImport>>) {
  const [file] = await ctx.db
    .select({ bytes: sql<Buffer>`substring(${importFiles.bytes} from 1 for ${BEGINNING})` })
    .from(importFiles)
    .where(and(eq(importFiles.importId, plan.id), eq(importFiles.part, 0)));
  const refusals = await ctx.db
    .select({ row: importRefusals.row, field: importRefusals.field, code: importRefusals.code })
    .from(importRefusals)
    .where(eq(importRefusals.importId, plan.id))
    .orderBy(asc(importRefusals.row))
    .limit(50);
  const rows = file ? await readFirstRows(file.bytes, plan, 6) : [];
  return {
    sample: rows.slice(1),
    refusals: refusals.map(({ code, ...rest }) => ({
      ...rest,
      message: refusalSentence(ctx, rest.field, code),
    })),
  };
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
  doneCount: imports.doneCount,
  addedCount: imports.addedCount,
  knownCount: imports.knownCount,
  removedCount: imports.removedCount,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
};

function refusalSentence({ language }: Context, field: string, code: string) {
  const max = field === 'email' ? LONGEST.email : LONGEST.name;
  return say(language, `error.${code}` as Parameters<typeof say>[1], { max });
}
