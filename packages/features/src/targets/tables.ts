import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { targets } from '../groups/targets/tables.ts';
import { LENGTHS } from '../lengths.ts';

const at = () => timestamp({ withTimezone: true });
const day = () => date({ mode: 'string' });
const ofTarget = () =>
  uuid()
    .notNull()
    .references(() => targets.id, { onDelete: 'cascade' });
const ofGroup = () =>
  uuid()
    .notNull()
    .references(() => groups.id, { onDelete: 'cascade' });
const byAccount = () => uuid().references(() => accounts.id, { onDelete: 'set null' });

/** That a group asked a target something, and what came of it: the answer, the promise, whether it was kept. */
export const targetAsks = pgTable(
  'target_asks',
  {
    id: uuid().primaryKey(),
    targetId: ofTarget(),
    groupId: ofGroup(),
    campaignId: uuid().references(() => campaigns.id, { onDelete: 'set null' }),
    what: text().notNull(),
    askedOn: day().notNull(),
    answer: text(),
    answeredOn: day(),
    promise: text(),
    /** The last day on which the promise can be kept. */
    dueOn: day(),
    outcome: text({ enum: ['kept', 'broken'] }),
    outcomeWord: text().notNull().default(''),
    /** When somebody said so. */
    outcomeAt: at(),
    writtenBy: byAccount(),
    writtenAt: at().notNull().defaultNow(),
    /** When the group was told that the day had passed. */
    dueToldAt: at(),
  },
  (t) => [
    index('target_asks_of_target').on(t.targetId, t.askedOn, t.id),
    index('target_asks_of_group').on(t.groupId, t.dueOn, t.id),
    index('target_asks_to_tell')
      .on(t.dueOn)
      .where(sql`${t.outcome} is null and ${t.dueToldAt} is null`),
    index('target_asks_of_campaign').on(t.campaignId),
    index('target_asks_by_writer').on(t.writtenBy),
    check('target_asks_answer_whole', sql`(${t.answer} is null) = (${t.answeredOn} is null)`),
    check('target_asks_due_promise', sql`${t.dueOn} is null or ${t.promise} is not null`),
    check('target_asks_outcome', sql`${t.outcome} in ('kept', 'broken')`),
    check('target_asks_outcome_whole', sql`(${t.outcome} is null) = (${t.outcomeAt} is null)`),
    check('target_asks_outcome_promise', sql`${t.outcome} is null or ${t.promise} is not null`),
    check('target_asks_what_length', hasLength(t.what, LENGTHS.targetAsk, 1)),
    check('target_asks_answer_length', hasLength(t.answer, LENGTHS.targetAsk, 1)),
    check('target_asks_promise_length', hasLength(t.promise, LENGTHS.targetAsk, 1)),
    check('target_asks_word_length', hasLength(t.outcomeWord, LENGTHS.reason)),
  ],
);

/** What a group keeps in mind about a target, for itself alone. */
export const targetNotes = pgTable(
  'target_notes',
  {
    id: uuid().primaryKey(),
    targetId: ofTarget(),
    groupId: ofGroup(),
    body: text().notNull(),
    writtenBy: byAccount(),
    writtenAt: at().notNull().defaultNow(),
  },
  (t) => [
    index('target_notes_newest').on(t.targetId, t.groupId, t.id),
    index('target_notes_of_group').on(t.groupId),
    index('target_notes_by_writer').on(t.writtenBy),
    check('target_notes_length', hasLength(t.body, LENGTHS.targetNote, 1)),
  ],
);
