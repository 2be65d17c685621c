import { sql, type SQL } from 'drizzle-orm';
import { decidingIn } from '../groups/standing.ts';
import { waiting, type Wait } from '../wait.ts';
import { compacts, compactUses, compactVersions } from './tables.ts';

/** The one of the two that has this name in an agreement, which is never changed once they agreed on it. */
const isSide = (side: 'group' | 'writer') =>
  side === 'group' ? sql`home.id = compact.group_id` : sql`home.id = compact.writer_id`;
/** The other one asked. */
const isAsked = (askedSide: SQL) =>
  sql`((${askedSide} = 'writer' and ${isSide('group')}) or (${askedSide} = 'group' and ${isSide('writer')}))`;
const other = sql`case when ${isSide('group')} then compact.writer_name else compact.group_name end`;
const page = sql`'/groups/' || home.slug || '/compacts/' || compact.id`;
const ofTwo = (account: string) => sql`${decidingIn(account, 'manage_group')}
  join ${compacts} compact on (${isSide('group')} or ${isSide('writer')})`;

function asked(kind: 'letter' | 'overlap', path: SQL): Wait['rows'] {
  return (account) =>
    waiting(
      {
        id: sql`asked_use.id`,
        at: sql`asked_use.asked_at`,
        group: sql`home.id`,
        path,
        who: other,
        title: sql`nullif(asked_use.title, '')`,
      },
      sql`${ofTwo(account)}
        join ${compactUses} asked_use on asked_use.compact_id = compact.id and asked_use.state = 'asked'
          and asked_use.kind = '${sql.raw(kind)}' and ${isAsked(sql`asked_use.asked_side`)}`,
    );
}

export const compactWaits = [
  {
    kind: 'compacts.terms',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`compact.id`,
          at: sql`version.proposed_at`,
          group: sql`home.id`,
          path: page,
          who: other,
          said: sql`nullif(version.word, '')`,
        },
        sql`${ofTwo(account)}
          join ${compactVersions} version on version.compact_id = compact.id and version.state = 'open'
            and ${isAsked(sql`version.proposed_side`)}`,
      ),
  },
  {
    kind: 'compacts.letter',
    section: 'decide',
    rows: asked('letter', sql`${page} || '/uses/' || asked_use.id`),
  },
  { kind: 'compacts.overlap', section: 'decide', rows: asked('overlap', page) },
] as const satisfies Wait[];
