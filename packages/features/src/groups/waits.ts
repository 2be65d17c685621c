import { sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { decidingIn } from './standing.ts';
import { joinRequests } from './tables.ts';

export const groupWaits = [
  {
    kind: 'groups.join-request',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`request.id`,
          at: sql`request.asked_at`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/members#requests'`,
          who: sql`asker.name`,
          said: sql`nullif(array_to_string(request.answers, ' · '), '')`,
        },
        sql`${decidingIn(account, 'manage_members')}
          join ${joinRequests} request on request.group_id = home.id and request.decided_at is null
          join ${accounts} asker on asker.id = request.account_id`,
      ),
  },
] as const satisfies Wait[];
