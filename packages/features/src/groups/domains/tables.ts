import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';
import { groups } from '../tables.ts';
import { DOMAIN_PATTERN, FINDINGS, LOCAL_PART_PATTERN } from './names.ts';

/**
 * The domain of its own from which a group's mail goes out, once the record with our key is in its DNS: only who holds the
 * domain can set that. While that is not so, it keeps no other group from the domain.
 */
export const groupDomains = pgTable(
  'group_domains',
  {
    /** Of the key as well: another domain has another key, and so another row. */
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .unique('group_domains_group')
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** As the DNS has it: small letters, other scripts in punycode. */
    domain: text().notNull(),
    localPart: text().notNull(),
    selector: text().notNull(),
    /** DER in base64, as it is published. */
    publicKey: text().notNull(),
    /** PEM, encrypted with the site's secret (site/tokens.ts). */
    keptKey: text().notNull(),
    enteredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** What the last look at the DNS found. */
    found: text({ enum: FINDINGS }),
    lookedAt: timestamp({ withTimezone: true }),
    provenAt: timestamp({ withTimezone: true }),
    /** Since when looks have not found the record; and when a second one, an hour later, made that a loss. */
    missedAt: timestamp({ withTimezone: true }),
    lostAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('group_domains_held')
      .on(t.domain)
      .where(sql`${t.provenAt} is not null and ${t.lostAt} is null`),
    index('group_domains_to_look')
      .on(t.lookedAt)
      .where(sql`${t.provenAt} is not null`),
    check(
      'group_domains_domain',
      sql`${matches(t.domain, DOMAIN_PATTERN)} and ${hasLength(t.domain, LENGTHS.domain)}`,
    ),
    check(
      'group_domains_local_part',
      sql`${matches(t.localPart, LOCAL_PART_PATTERN)} and ${hasLength(t.localPart, LENGTHS.localPart)}`,
    ),
    check('group_domains_looked_whole', sql`(${t.found} is null) = (${t.lookedAt} is null)`),
    check('group_domains_missed_proven', sql`${t.missedAt} is null or ${t.provenAt} is not null`),
    check('group_domains_lost_missed', sql`${t.lostAt} is null or ${t.missedAt} is not null`),
  ],
);

function matches(column: Parameters<typeof hasLength>[0], pattern: RegExp) {
  return sql`${column} ~ ${sql.raw(`'${pattern.source}'`)}`;
}
