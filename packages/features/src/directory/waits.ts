import { sql } from 'drizzle-orm';
import { decidingIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { listingAnswers, listings } from './tables.ts';

export const directoryWaits = [
  {
    kind: 'directory.answer',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`answer.id`,
          at: sql`answer.answered_at`,
          group: sql`home.id`,
          path: sql`'/directory/' || listing.id || '#answers'`,
          who: sql`answering.name`,
          title: sql`listing.title`,
          said: sql`answer.word`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${listings} listing on listing.group_id = home.id and listing.closed_at is null
          join ${listingAnswers} answer on answer.listing_id = listing.id and answer.state = 'offered'
          join ${groups} answering on answering.id = answer.group_id and answering.hidden_at is null`,
      ),
  },
] as const satisfies Wait[];
