import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';
import { groups } from '../tables.ts';

/**
 * What a group of the kind `ally` has: one that has not moved here, as the coalition that put it up says. Once its own
 * people have claimed it, it is a group, and this row is gone. Triggers (in the migration "allies") keep it private and
 * without a word of the site's stewards, let nobody become a member of it, and let those that nobody could see go with
 * their coalition.
 */
export const allies = pgTable(
  'allies',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** The coalition that answers for what is said here; null: it is gone, and nobody changes it any more. */
    keptBy: uuid().references(() => groups.id, { onDelete: 'set null' }),
    /** How it is reached, as words that everybody reads: nothing is mailed there. */
    contact: text().notNull().default(''),
    /** Its page elsewhere, of https. */
    link: text(),
    addedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Since when nobody else sees it: for thirty days it can be put back. */
    takenDownAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('allies_of_keeper').on(t.keptBy, t.addedAt, t.groupId),
    index('allies_by_adder').on(t.addedBy),
    index('allies_taken_down')
      .on(t.takenDownAt)
      .where(sql`${t.takenDownAt} is not null`),
    check('allies_contact_length', hasLength(t.contact, LENGTHS.contact)),
    check('allies_link_form', sql`${t.link} ~ '^https://[^[:space:]]+$'`),
    check('allies_link_length', hasLength(t.link, LENGTHS.url)),
  ],
);
