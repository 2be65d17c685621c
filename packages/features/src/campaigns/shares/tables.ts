import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { groups } from '../../groups/tables.ts';
import { people } from '../../people/tables.ts';
import { campaignDraws } from '../draws/tables.ts';
import { signatures } from '../signatures/tables.ts';

/**
 * A group beside the one whose person signed, to which they said yes when they signed: once the mailbox is proven, and if the campaign
 * deals them out by lot its lot is drawn, it has a record of them that is its own, with where it came from. Nothing of it is the other
 * group's to see.
 */
export const signatureShares = pgTable(
  'signature_shares',
  {
    signatureId: uuid()
      .notNull()
      .references(() => signatures.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** As it was typed with the tick. Null once it has crossed. */
    email: text(),
    tickedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When whoever reads the mail of that address said so again, by the link that was mailed there. */
    provenAt: timestamp({ withTimezone: true }),
    /** What its lot is made of in a draw; known to the other group alone, once the lot fell to it. */
    lotKey: uuid().notNull().defaultRandom(),
    /** The draw in which its lot fell to the other group. */
    drawId: uuid().references(() => campaignDraws.id, { onDelete: 'set null' }),
    /** When it crossed: once it is proven and the name counts, and where the campaign shares in proportion, its lot was drawn. */
    givenAt: timestamp({ withTimezone: true }),
    /** What the other group holds since. */
    personId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.signatureId, t.groupId] }),
    index('signature_shares_of_group').on(t.groupId),
    index('signature_shares_of_person').on(t.personId),
    index('signature_shares_waiting')
      .on(t.signatureId)
      .where(sql`${t.givenAt} is null`),
    index('signature_shares_by_draw')
      .on(t.drawId)
      .where(sql`${t.drawId} is not null`),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
  ],
);
