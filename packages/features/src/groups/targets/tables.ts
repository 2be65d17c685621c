import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../../accounts/tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';
import { groups } from '../tables.ts';

const at = () => timestamp({ withTimezone: true });

/** A decision-maker: who holds which office, and how that office is reached. What is asked of them, and answered, is in the feature `targets`. */
export const targets = pgTable(
  'targets',
  {
    id: uuid().primaryKey(),
    /** Whose it is: a group's, or a coalition's and so of the groups in it. Null: that one is gone, and those who wrote about it keep it. */
    groupId: uuid().references(() => groups.id, { onDelete: 'set null' }),
    name: text().notNull(),
    office: text().notNull().default(''),
    area: text().notNull().default(''),
    email: text().notNull().default(''),
    phone: text().notNull().default(''),
    page: text().notNull().default(''),
    address: text().notNull().default(''),
    /** The first day on which they hold the office no more. */
    leftOn: date({ mode: 'string' }),
    addedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** The group for which it was put up: that may correct it, too. */
    addedFor: uuid().references(() => groups.id, { onDelete: 'set null' }),
    addedAt: at().notNull().defaultNow(),
    /** Kept from everybody but those who answer for it, by a decision about a report. */
    hiddenAt: at(),
    hiddenReason: text(),
  },
  (t) => [
    uniqueIndex('targets_named_once').on(t.groupId, sql`lower(${t.name})`, sql`lower(${t.office})`),
    index('targets_in_order').on(t.groupId, sql`lower(${t.name})`, t.id),
    index('targets_added_by').on(t.addedBy),
    index('targets_added_for').on(t.addedFor),
    check('targets_name_length', hasLength(t.name, LENGTHS.targetName, 1)),
    check('targets_office_length', hasLength(t.office, LENGTHS.targetOffice)),
    check('targets_area_length', hasLength(t.area, LENGTHS.placeName)),
    check('targets_email_length', hasLength(t.email, LENGTHS.email)),
    check('targets_phone_length', hasLength(t.phone, LENGTHS.phone)),
    check('targets_page_length', hasLength(t.page, LENGTHS.url)),
    check('targets_address_length', hasLength(t.address, LENGTHS.address)),
  ],
);
