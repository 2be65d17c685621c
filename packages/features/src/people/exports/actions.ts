import { record } from '@groundwork/database/journal';
import { stringify } from 'csv-stringify';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { pipeline, Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder, mayBeMailed } from '../queries.ts';
import { people } from '../tables.ts';

/**
 * Everyone a group holds, as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets read it), read in pages so that
 * memory stays constant and a slow line holds no transaction. The export is on record before the first row leaves.
 */
export async function exportPeople(ctx: Context, slug: string): Promise<{ fileName: string; csv: Readable }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'takeOut', group);
  await ctx.change((tx) =>
    record(tx, { kind: 'people.exported', groupId: group.id, actorId: ctx.viewer.id, subjectId: group.id }),
  );
  // A cell that a spreadsheet would compute is written as text (CWE-1236).
  const writer = stringify({ header: true, bom: true, columns: [...COLUMNS], escape_formulas: true });
  // An error on the way ends the answer unfinished; whoever receives it sees that, and nobody else has to.
  pipeline(Readable.from(everyone(ctx, group.id)), writer, () => undefined);
  return { fileName: `${group.slug}-people.csv`, csv: writer };
}

const COLUMNS = [
  'name',
  'email',
  'phone',
  'language',
  'tags',
  'source',
  'email_consent',
  'added_at',
  'last_seen_at',
] as const;
const PAGE = 2_000;

async function* everyone({ db }: Context, groupId: string) {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        phone: people.phone,
        language: people.language,
        tags: sql<string>`array_to_string(${people.tags}, ', ')`,
        source: people.source,
        email_consent: sql<string>`case when ${mayBeMailed()} then 'yes' else 'no' end`,
        added_at: sql<string>`to_char(${people.addedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        last_seen_at: sql<string>`to_char(${people.lastSeenAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      })
      .from(people)
      .where(and(eq(people.groupId, groupId), gt(people.id, last)))
      .orderBy(asc(people.id))
      .limit(PAGE);
    yield* rows;
    const final = rows.at(-1);
    if (!final || rows.length < PAGE) return;
    last = final.id;
  }
}
