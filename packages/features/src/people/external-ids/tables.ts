import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';
import { people } from '../tables.ts';

/** By which other tools know a person: the next file of the same tool finds them by it, whatever their address is by then. */
export const personExternalIds = pgTable(
  'person_external_ids',
  {
    groupId: uuid().notNull(),
    tool: text({
      enum: ['action-network', 'nationbuilder', 'civicrm', 'zetkin', 'mailchimp', 'everyaction'],
    }).notNull(),
    value: text().notNull(),
    personId: uuid().notNull(),
    /** The list that brought it. */
    importId: uuid(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.tool, t.value] }),
    foreignKey({
      name: 'person_external_ids_of_person',
      columns: [t.groupId, t.personId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    index('person_external_ids_person').on(t.personId),
    check('person_external_ids_tool', sql`${t.tool} ~ '^[a-z-]{1,40}$'`),
    check('person_external_ids_length', hasLength(t.value, LENGTHS.externalId, 1)),
  ],
);
