import { integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from '../../campaigns/tables.ts';
import { groups } from '../../groups/tables.ts';

/** How many came to what a group held for a campaign, as the groups beside it hear of that: down to the ten, and never less than before. */
export const campaignTurnouts = pgTable(
  'campaign_turnouts',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    toldCount: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.groupId] })],
);
