import { sql, type SQL } from 'drizzle-orm';
import type { Subject } from '../../subject.ts';
import { people } from '../tables.ts';

/** The condition that a row of `people` is named by one of the subjects' ties: this person did something. */
export function isTied(subjects: Subject[]): SQL {
  const ties = subjects.flatMap((subject) => subject.ties ?? []);
  const named = ties.map((tie) => sql`exists (select from ${tie.table} where ${tie} = ${people.id})`);
  return sql`(${sql.join([sql`false`, ...named], sql` or `)})`;
}
