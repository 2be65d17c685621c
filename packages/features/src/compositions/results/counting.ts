import type { Queryable } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { people, personHistory } from '../../people/tables.ts';
import { compositionReceivers } from '../tables.ts';
import type { Counted, Tally } from './tallies.ts';

/** By which lines of somebody's history it is known that they did it. */
const LINES: Record<Counted, string[]> = {
  signed: ['signed'],
  coming: ['rsvped'],
  came: ['came', 'came-elsewhere'],
  joined: ['joined'],
  answered: ['answered-mail'],
  left: ['unsubscribed', 'complained'],
};

type Counting = { compositionId: string; since: Date; until: Date };

/** What those did who were written down for a mailing, counted by what they have in common: nobody by name. */
export async function countTallies(
  db: Queryable,
  { compositionId, since, until }: Counting,
): Promise<Tally[]> {
  const columns = Object.entries(LINES).map(([deed, kinds]) => {
    const isIt = sql`line.kind = any(${sql.param(kinds)}::text[])`;
    return { deed: sql.identifier(deed), did: sql`bool_or(${isIt}) as ${sql.identifier(deed)}` };
  });
  const counts = columns.map(({ deed }) => sql`count(*) filter (where ${deed})::int as ${deed}`);
  const { rows } = await db.execute<Tally>(sql`
    select variant, language, source, line, count(*)::int as count, ${sql.join(counts, sql`, `)}
    from (
      select receiver.variant, person.language, person.source, receiver.line, done.*
      from ${compositionReceivers} receiver
      join ${people} person on person.id = receiver.person_id
      left join lateral (
        select ${sql.join(
          columns.map(({ did }) => did),
          sql`, `,
        )} from ${personHistory} line
        where line.person_id = receiver.person_id
          and line.at >= ${since.toISOString()}::timestamptz and line.at < ${until.toISOString()}::timestamptz
      ) done on true
      where receiver.composition_id = ${compositionId}::uuid
    ) each_of_them
    group by variant, language, source, line`);
  return rows;
}
