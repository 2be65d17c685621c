import type { Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { signatures } from '../../campaigns/signatures/tables.ts';
import { events, rsvps } from '../../events/tables.ts';
import { people, personHistory } from '../../people/tables.ts';
import { compositionReceivers } from '../tables.ts';
import { compositionResults } from './tables.ts';
import type { CountedDeed, Tally } from './tallies.ts';

/** Anyone can type an address: what was signed or answered counts as far as it was proven, and is not taken back. */
const isProven = sql`exists (select from ${signatures} own where own.person_id = line.person_id
  and own.campaign_id = line.subject_id and own.stands)`;
const isStanding = sql`exists (select from ${rsvps} own where own.person_id = line.person_id
  and own.event_id = line.subject_id and own.state in ('going', 'waitlisted'))`;

/** Of events in its days, whenever somebody ticks who was there: whoever came before the letter did not come for it. */
const isAfterIt = sql`exists (select from ${events} own where own.id = line.subject_id
  and own.starts_at >= counted.since and own.starts_at < counted.until)`;

/** The condition that somebody did this after a moment and up to another, at a campaign or an event, or at any. */
export function didBetween(
  deed: CountedDeed,
  { personId, since, until, thing }: { personId: SQL; since: SQL; until: SQL; thing?: string },
): SQL {
  const { kinds, only = sql`true` } = LINES[deed];
  return sql`exists (select from ${personHistory} line, (select ${since} as since, ${until} as until) counted
    where line.person_id = ${personId} and line.at > counted.since and line.at <= counted.until
      and line.kind = any(${sql.param(kinds)}::text[]) and ${only}
      ${thing === undefined ? sql`` : sql`and line.subject_id = ${thing}::uuid`})`;
}

/** By which lines of somebody's history it is known that they did it. */
const LINES: Record<CountedDeed, { kinds: string[]; only?: SQL }> = {
  signed: { kinds: ['signed', 'confirmed'], only: isProven },
  coming: { kinds: ['rsvped'], only: isStanding },
  came: { kinds: ['came'], only: isAfterIt },
  joined: { kinds: ['joined'] },
  answered: { kinds: ['answered-mail'] },
  left: { kinds: ['unsubscribed', 'complained'] },
};

/** What those did in its days who were written down for a mailing, by what they have in common: nobody by name. */
export async function countTallies(db: Queryable, compositionId: string): Promise<Tally[]> {
  const columns = Object.entries(LINES).map(([deed, { kinds, only = sql`true` }]) => {
    const isIt = sql`line.kind = any(${sql.param(kinds)}::text[]) and ${only}`;
    return { deed: sql.identifier(deed), did: sql`bool_or(${isIt}) as ${sql.identifier(deed)}` };
  });
  const counts = columns.map(({ deed }) => sql`count(*) filter (where ${deed})::int as ${deed}`);
  const { rows } = await db.execute<Tally>(sql`
    select variant, language, source, line, count(*)::int as count, ${sql.join(counts, sql`, `)}
    from (
      select receiver.variant, person.language, person.source, receiver.line, done.*
      from ${compositionReceivers} receiver
      join ${compositionResults} counted on counted.composition_id = receiver.composition_id
      join ${people} person on person.id = receiver.person_id
      left join lateral (
        select ${sql.join(
          columns.map(({ did }) => did),
          sql`, `,
        )} from ${personHistory} line
        where line.person_id = receiver.person_id and line.at >= counted.since
          and (line.at < counted.until or line.kind = 'came')
      ) done on true
      where receiver.composition_id = ${compositionId}::uuid
    ) each_of_them
    group by variant, language, source, line`);
  return rows;
}
