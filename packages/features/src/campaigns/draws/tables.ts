import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';
import { campaigns } from '../tables.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** That lots were drawn for one group among those who signed a campaign through others and said yes to it. */
export const campaignDraws = pgTable(
  'campaign_draws',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    drawnAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** How many stood by then who had signed through this group. */
    broughtCount: integer().notNull(),
    /** How many it had got in draws before, of the same campaign. */
    beforeCount: integer().notNull(),
    /** How many lots were in it, by tens. */
    lotCount: integer().notNull(),
    /** How many of them fell to the group: what it brought less what it had got, or all. */
    drawnCount: integer().notNull(),
  },
  (t) => [
    index('campaign_draws_of_group').on(t.campaignId, t.groupId, t.id),
    index('campaign_draws_by_group').on(t.groupId),
    check('campaign_draws_by_tens', sql`${t.lotCount} > 0 and ${t.lotCount} % 10 = 0`),
    check(
      'campaign_draws_fair',
      sql`${t.drawnCount} = least(${t.lotCount}, ${t.broughtCount} - ${t.beforeCount}) and ${t.drawnCount} > 0`,
    ),
  ],
);

/** The lots of a draw. Nothing leads from one to a person, a signature, or a lot of another draw. */
export const campaignLots = pgTable(
  'campaign_lots',
  {
    drawId: uuid()
      .notNull()
      .references(() => campaignDraws.id, { onDelete: 'cascade' }),
    lot: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.drawId, t.lot] }),
    check('campaign_lots_length', sql`length(${t.lot}) = 32`),
  ],
);
