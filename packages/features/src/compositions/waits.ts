import { sql } from 'drizzle-orm';
import { decidingIn, nameIn } from '../groups/standing.ts';
import { mailings } from '../mailings/tables.ts';
import { tells } from '../mailings/queries.ts';
import { waiting, type Wait } from '../wait.ts';
import { LETTER } from './queries.ts';
import { compositions, compositionTexts } from './tables.ts';

const subject = sql`(select own_text.subject from ${compositionTexts} own_text
  where own_text.composition_id = ${compositions.id} and own_text.variant = 'a' and own_text.subject <> ''
  order by own_text.changed_at, own_text.language limit 1)`;
const path = sql`'/groups/' || home.slug || '/mailings/' || ${compositions.id}`;
const itsMailing = sql`left join ${mailings} on ${tells(LETTER, compositions.id)}`;

export const compositionWaits = [
  {
    kind: 'compositions.look',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${compositions.id}`,
          at: sql`${compositions.lookAskedAt}`,
          group: sql`home.id`,
          path,
          who: nameIn(compositions.lookAskedBy, compositions.groupId),
          title: subject,
        },
        sql`${decidingIn(account, 'contact_people')}
          join ${compositions} on ${compositions.groupId} = home.id and ${compositions.lookAskedAt} is not null
            and ${compositions.lookGivenAt} is null and ${compositions.lookAskedBy} is distinct from ${account}
          ${itsMailing}
          where coalesce(${mailings.state}, 'draft') in ('draft', 'stopped')`,
      ),
  },
  {
    kind: 'compositions.draft',
    section: 'began',
    rows: (account) =>
      waiting(
        {
          id: sql`${compositions.id}`,
          at: sql`${compositions.changedAt}`,
          group: sql`home.id`,
          path,
          title: subject,
        },
        sql`${decidingIn(account, 'contact_people')}
          join ${compositions} on ${compositions.groupId} = home.id and ${compositions.createdBy} = ${account}
            and not ${compositions.isTemplate} and ${compositions.ladderId} is null and ${compositions.writerName} is null
          ${itsMailing}
          where coalesce(${mailings.state}, 'draft') = 'draft'`,
      ),
  },
] as const satisfies Wait[];
