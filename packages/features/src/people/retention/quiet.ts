import { sql, type SQL } from 'drizzle-orm';
import { groups } from '../../groups/tables.ts';
import type { Subject } from '../../subject.ts';
import { isOfMail } from '../mailed.ts';
import { consents, people, personHistory } from '../tables.ts';

/** Days for which organizers know before somebody is forgotten. */
export const DAYS_AHEAD = 30;

/**
 * The condition that nothing was heard of somebody for as long as their group keeps people, over `people` and `groups`; so
 * many days `ahead`. Whoever has an account here, or takes part in something to come, is not quiet. A group that is frozen
 * forgets nobody: what it holds may be evidence.
 */
export function isQuiet(subjects: Subject[], { ahead }: { ahead: number }): SQL {
  const since = sql`(now() - make_interval(months => ${groups.forgetAfterMonths}::int) + make_interval(days => ${ahead}::int))`;
  const part = subjects.flatMap(({ takesPart }) => (takesPart ? [takesPart] : []));
  return sql`(${groups.forgetAfterMonths} is not null and ${groups.frozenAt} is null
    and ${people.accountId} is null and ${people.lastSeenAt} < ${since}
    and not exists (select from ${personHistory} did where did.person_id = ${people.id} and did.at >= ${since}
      and not ${isOfMail(sql`did.kind`)})
    and not exists (select from ${consents} said where said.person_id = ${people.id} and said.at >= ${since})
    and not (${sql.join([sql`false`, ...part], sql` or `)}))`;
}
