import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { people } from '../people/tables.ts';

const moment = () => timestamp({ withTimezone: true });

/** The groups that read here what people answer to their mail; for others it goes to the address that they say. */
export const answerDesks = pgTable(
  'answer_desks',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    begunBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    begunAt: moment().notNull().defaultNow(),
  },
  (t) => [index('answer_desks_of_account').on(t.begunBy)],
);

/** What one person wrote to a group about one matter, and what it wrote back. */
export const exchanges = pgTable(
  'exchanges',
  {
    id: uuid().primaryKey(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /** As the first letter said it, without "Re:". */
    subject: text().notNull(),
    /** The same in one form: what comes under it later goes on with this exchange (threads.ts). */
    thread: text().notNull(),
    lastAt: moment().notNull().defaultNow(),
    /** Since when the person waits for an answer; null: nobody waits. */
    waitsSince: moment(),
  },
  (t) => [
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('exchanges_thread').on(t.personId, t.thread, t.lastAt),
    // Read backwards. With .desc() drizzle writes "nulls last", which no "order by ... desc" can use.
    index('exchanges_newest').on(t.groupId, t.lastAt, t.id),
    index('exchanges_waiting')
      .on(t.groupId, t.lastAt, t.id)
      .where(sql`${t.waitsSince} is not null`),
    index('exchanges_old').on(t.lastAt),
    check('exchanges_subject', hasLength(t.subject, LENGTHS.mailSubject)),
  ],
);

/** One letter of an exchange: from the person, or from the group by one of its organizers. */
export const exchangeLetters = pgTable(
  'exchange_letters',
  {
    id: uuid().primaryKey(),
    exchangeId: uuid()
      .notNull()
      .references(() => exchanges.id, { onDelete: 'cascade' }),
    isFromPerson: boolean().notNull(),
    /** Who of the group wrote it; null of the person's, and once that account is deleted. */
    authorId: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** Where the person wrote it from, if it is another address than the group knows. */
    fromAddress: text(),
    body: text().notNull(),
    /** The names of the files that came with it: they are not kept. */
    leftOut: text().array().notNull().default([]),
    /** What its mail is called, by which it is known again and answered. */
    messageId: text().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    unique('exchange_letters_once').on(t.exchangeId, t.messageId),
    index('exchange_letters_in_order').on(t.exchangeId, t.at, t.id),
    index('exchange_letters_of_author')
      .on(t.authorId)
      .where(sql`${t.authorId} is not null`),
    check('exchange_letters_body', hasLength(t.body, LENGTHS.answer, 1)),
    check('exchange_letters_author', sql`not ${t.isFromPerson} or ${t.authorId} is null`),
  ],
);
