import { eq, sql } from 'drizzle-orm';
import { defineAudience } from '../mailings/audience.ts';
import { people } from '../people/tables.ts';
import { isReceiver } from './signatures/queries.ts';
import { signatures } from './signatures/tables.ts';

/** Those whose signature under a campaign stands, and who agreed to its group's mail: of mailings that the version before began. */
export const signers = defineAudience('campaigns.signers', (db, { campaignId }: { campaignId: string }) =>
  db
    .select({
      personId: signatures.personId,
      email: people.email,
      language: people.language,
      variant: sql`''`.as('variant'),
      own: sql`${signatures.personId}`.as('own'),
      dueAt: sql`null::timestamptz`.as('due_at'),
    })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(isReceiver(campaignId)),
);
