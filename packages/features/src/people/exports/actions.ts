import type { Database } from '@groundwork/database';
import { and, asc, eq, gt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { findFields } from '../fields/queries.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { people } from '../tables.ts';
import { csvOf } from './csv.ts';
import { copyOut } from './copying.ts';
import { osdiOf } from './osdi.ts';
import { heldIn, type Exported, type Stretches } from './rows.ts';
import { workbookOf } from './workbook.ts';

/** How each kind of file is written, and what it is to whoever gets it. */
const formats = {
  csv: { write: csvOf, type: 'text/csv; charset=utf-8' },
  json: { write: osdiOf, type: 'application/json; charset=utf-8' },
  xlsx: { write: workbookOf, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const satisfies Record<
  string,
  { write: (exported: Exported, read: Stretches) => AsyncIterable<Uint8Array | string>; type: string }
>;
export type ExportFormat = keyof typeof formats;

/**
 * Everyone a group holds, as a file. It is read in stretches: memory stays constant, and a slow line holds no connection.
 * `stretch` is how many people at a time, if not as many as their columns allow. The export is on record before the first row leaves.
 */
export async function exportPeople(
  ctx: Context,
  slug: string,
  { stretch, format = 'csv' }: { stretch?: number; format?: ExportFormat } = {},
): Promise<{ fileName: string; type: string; file: Readable }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'takeOut', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    note(tx, ctx, 'people.exported', theGroup(group.id));
  });
  return {
    fileName: `${group.slug}-people.${format}`,
    ...(await writePeople(ctx, group, { ...(stretch && { stretch }), format })),
  };
}

type Taking = {
  stretch?: number;
  format?: ExportFormat;
  /** Hears after each stretch how many were read, or a few more. */
  onRead?: (count: number) => Promise<void>;
};

/** People of a group as a file, for who may take them out, as was just established and put on record. `among`: not all of them. */
export async function writePeople(
  ctx: Context,
  group: Parameters<typeof findFields>[1],
  { among, ...taking }: Taking & { among?: SQL },
): Promise<{ type: string; file: Readable }> {
  return writeExported(ctx, { groupId: group.id, among, fields: await findFields(ctx.db, group) }, taking);
}

/** The same, with the fields that whoever takes them out was found to see. */
export function writeExported(
  ctx: Pick<Context, 'db'>,
  exported: Exported,
  { stretch = stretchFor(exported), format = 'csv', onRead }: Taking,
): { type: string; file: Readable } {
  const read: Stretches = (row) => stretches(ctx, { exported, stretch, row, onRead });
  return {
    type: contentTypeOf(format),
    file: Readable.from(formats[format].write(exported, read), { objectMode: false }),
  };
}

/** To plan one takes as long as to read some thousands; but of fields a group may have many, with much in each. */
function stretchFor({ fields }: Exported): number {
  return fields.length === 0 ? 20_000 : 5_000;
}

/** What such a file is to whoever gets it. */
export function contentTypeOf(format: ExportFormat): string {
  return formats[format].type;
}

const NIL = '00000000-0000-0000-0000-000000000000';
type Reading = {
  exported: Exported;
  stretch: number;
  row: Parameters<Stretches>[0];
  onRead: Taking['onRead'];
};

/** Two stretches are read at a time: where the next begins is known long before what stands in this one. */
async function* stretches(
  { db }: Pick<Context, 'db'>,
  { exported, stretch: count, row, onRead }: Reading,
): AsyncGenerator<Buffer> {
  const begin = (from: string): Stretch => {
    const upTo = endOfStretch(db, { ...exported, from, count });
    const lines = upTo.then((last) =>
      copyOut(db, heldIn(exported, row, within(from, last)), { sideBySide: true, isWhole: row.isWhole }),
    );
    // Whoever stopped listening hears of no failure; everyone else hears of it at its turn.
    lines.catch(() => {});
    return { upTo, lines };
  };
  let stretch: Stretch | undefined = begin(NIL);
  let readCount = 0;
  while (stretch) {
    const upTo: string | undefined = await stretch.upTo;
    const next: Stretch | undefined = upTo === undefined ? undefined : begin(upTo);
    yield await stretch.lines;
    await onRead?.((readCount += count));
    stretch = next;
  }
}

type Stretch = { upTo: Promise<string | undefined>; lines: Promise<Buffer> };

function within(from: string, upTo: string | undefined) {
  return (id: SQLWrapper) => and(sql`${id} > ${from}`, upTo ? sql`${id} <= ${upTo}` : undefined);
}

type Beginning = Exported & { from: string; count: number };
async function endOfStretch(
  db: Database,
  { groupId, among, from, count }: Beginning,
): Promise<string | undefined> {
  const [last] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.groupId, groupId), gt(people.id, from), among))
    .orderBy(asc(people.id))
    .offset(count - 1)
    .limit(1);
  return last?.id;
}
