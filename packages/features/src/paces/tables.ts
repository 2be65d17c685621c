import { sql } from 'drizzle-orm';
import { check, doublePrecision, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });

/** How fast a provider of mailboxes takes mail to many (pace.ts). Without a row, nothing of note has gone there yet. */
export const mailPaces = pgTable(
  'mail_paces',
  {
    /** Its domain (providers.ts), or `*`: the site's own mail server, whoever a mail is to. */
    provider: text().primaryKey(),
    perSecond: doublePrecision().notNull(),
    /** How many could leave at `refilledAt`; less than none where several left at once. */
    headroom: doublePrecision().notNull(),
    refilledAt: moment().notNull().defaultNow(),
    troubledPerSecond: doublePrecision(),
    troubledAt: moment(),
    /** What it said then, as codes: `421 4.7.28`. */
    troubleCode: text(),
    tookAt: moment(),
    restsUntil: moment(),
    stopCount: integer().notNull(),
    stretchFrom: moment().notNull(),
    takenCount: integer().notNull(),
    putOffCount: integer().notNull(),
  },
  (t) => [
    check('mail_paces_positive', sql`${t.perSecond} > 0`),
    check('mail_paces_troubled', sql`(${t.troubledAt} is null) = (${t.troubledPerSecond} is null)`),
  ],
);
