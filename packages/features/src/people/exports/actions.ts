import type { Database } from '@groundwork/database';
import { and, asc, eq, gt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { consents, people } from '../tables.ts';
import { copyOut, inert, utc } from './copying.ts';

/**
 * Everyone a group holds, as CSV, in UTF-8 with a mark so that spreadsheets read it. It is read in stretches: memory
 * stays constant, and a slow line holds no connection. `stretch` is how many people at a time. The export is on record
 * before the first row leaves.
 */
export async function exportPeople(
  ctx: Context,
  slug: string,
  { stretch = 5_000 }: { stretch?: number } = {},
): Promise<{ fileName: string; csv: Readable }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'takeOut', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    note(tx, ctx, 'people.exported', theGroup(group.id));
  });
  return { fileName: `${group.slug}-people.csv`, csv: streamPeople(ctx, group.id, { stretch }) };
}

/** People of a group as CSV, for who may take them out, as was just established and put on record. `among`: not all of them. */
export function streamPeople(
  ctx: Context,
  groupId: string,
  { among, stretch = 5_000 }: { among?: SQL; stretch?: number },
): Readable {
  return Readable.from(stretches(ctx, { groupId, among }, stretch), { objectMode: false });
}

/** Times are UTC, in the form that spreadsheets know for times. */
const HEADER =
  '\ufeffname,email,phone,language,tags,source,email_consent,added_at_utc,last_seen_at_utc,' +
  'email_consent_at_utc,do_not_text,do_not_call,do_not_post,do_not_share\n';
const NIL = '00000000-0000-0000-0000-000000000000';

/** The next stretch is read while the last one is on its way. */
async function* stretches({ db }: Context, whom: Whom, count: number): AsyncGenerator<Buffer | string> {
  yield HEADER;
  const read = async (from: string): Promise<Stretch> => {
    const upTo = await endOfStretch(db, { ...whom, from, count });
    const isWithin = (id: SQLWrapper) => and(sql`${id} > ${from}`, upTo ? sql`${id} <= ${upTo}` : undefined);
    return { lines: await copyOut(db, cells(whom, isWithin), { sideBySide: true }), upTo };
  };
  let reading: Promise<Stretch> | undefined = read(NIL);
  while (reading) {
    const { lines, upTo }: Stretch = await reading;
    reading = upTo === undefined ? undefined : read(upTo);
    // Whoever stopped listening hears of no failure; everyone else hears of it at the next turn.
    reading?.catch(() => {});
    yield lines;
  }
}

type Whom = { groupId: string; among: SQL | undefined };
type Stretch = { lines: Buffer; upTo: string | undefined };

type Beginning = Whom & { from: string; count: number };
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

/**
 * Consents are joined, not asked for each: a stretch is in the order of both keys, and they are read side by side. The
 * stretch is said of both, or the consents of everyone would be read for each.
 */
function cells({ groupId, among }: Whom, isWithin: (id: SQLWrapper) => SQL | undefined) {
  const agreed = sql`${consents.personId} = ${people.id} and ${consents.way} = 'email'
    and ${consents.purpose} = 'updates' and ${consents.given} = 'yes' and ${isWithin(consents.personId)}`;
  const refused = sql`select no.person_id, array_agg(no.way || '/' || no.purpose) as noes from ${consents} no
    where no.given = 'no' and no.way <> 'email' and ${isWithin(sql`no.person_id`)} group by no.person_id`;
  const mailable = sql`${people.email} is not null and ${consents.personId} is not null`;
  return sql`select ${inert(people.name)}, ${inert(people.email)}, ${inert(people.phone)}, ${people.language},
    ${inert(sql`nullif(${tagsCell}, '')`)}, ${people.source}, case when ${mailable} then 'yes' else 'no' end,
    ${utc(people.addedAt)}, ${utc(people.lastSeenAt)}, case when ${mailable} then ${utc(consents.at)} end,
    ${sql.join(
      ['text/updates', 'call/updates', 'post/updates', 'any/sharing'].map(
        (no) => sql`case when ${no}::text = any(refused.noes) then 'yes' end`,
      ),
      sql`, `,
    )}
    from ${people} left join ${consents} on ${agreed} left join (${refused}) refused on refused.person_id = ${people.id}
    where ${and(eq(people.groupId, groupId), isWithin(people.id), among)} order by ${people.id}`;
}

/** Tags with commas between them; one that holds what stands between tags is in quotes, as our own import reads it. */
const tagsCell = sql`case when ${people.tags} = '{}' then null when array_to_string(${people.tags}, '') ~ '[,;|\u060c\u061b"]' then (
    select string_agg(case when tag ~ '[,;|\u060c\u061b"]' then '"' || replace(tag, '"', '""') || '"' else tag end, ', ')
    from unnest(${people.tags}) tag)
  else array_to_string(${people.tags}, ', ') end`;
