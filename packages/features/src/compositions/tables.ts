import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import { hasLength } from '../checks.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { people } from '../people/tables.ts';
import type { Line } from '../segments/lines.ts';
import { DEEDS, LOTS, VARIANTS } from './learning.ts';

/**
 * A letter that organizers write to many: whom it is for, in whose name, and when. What it says is in `composition_texts`, how
 * far it has gone in its mailing, which is about it.
 */
export const compositions = pgTable(
  'compositions',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Whom it is for: whoever these leave of the group's people when it begins. Null: nobody was chosen yet. */
    lines: jsonb().$type<Line[]>(),
    /** The campaign whose signers these are, all of them and nobody else: who runs it alone writes this too. Null: others. */
    campaignId: uuid().references(() => campaigns.id, { onDelete: 'set null' }),
    /** The ladder of which it is a letter: it goes to one after another who come to its step, and never by itself. */
    ladderId: uuid(),
    /**
     * The other group that wrote it, and what it was called, where two groups agreed on that: it goes to all who hear from this
     * one, under both names, at its moment. Nobody changes it: what was looked at is what goes out.
     */
    writerId: uuid().references(() => groups.id, { onDelete: 'set null' }),
    writerName: text(),
    /** Who chose them, and whether they see all fields of the group: a line about another one holds nobody. */
    chosenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    seesAll: boolean().notNull().default(false),
    /** `membership`: what members must hear. It goes to those who agreed to that. */
    purpose: text({ enum: ['updates', 'membership'] })
      .notNull()
      .default('updates'),
    /** In whose name beside the group's; null: in the group's alone. */
    inNameOf: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    /** It is never sent: others begin with a copy of it. `isOffered`: those of other groups too. */
    isTemplate: boolean().notNull().default(false),
    isOffered: boolean().notNull().default(false),
    /** The hour of each reader's own place at which they get it, as `2026-12-01T10:00`; null: all at the same moment. */
    readersHour: text(),
    /** Whether one in ten, drawn by lot, gets it some days later, or not at all: what it does shows beside them. Null: nobody. */
    lot: text({ enum: LOTS }),
    /** Who asked for a second look, who gave it, and what was looked at, for how many: anything else needs another look. */
    lookAskedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    lookAskedAt: timestamp({ withTimezone: true }),
    lookGivenBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    lookGivenAt: timestamp({ withTimezone: true }),
    lookedAt: text(),
    lookedCount: integer(),
    /** When it did not begin, as it would have gone to more than were looked at. */
    heldBackAt: timestamp({ withTimezone: true }),
    /** When somebody last had a trial of it in their own mailbox. */
    triedAt: timestamp({ withTimezone: true }),
    createdBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // Read backwards for their list: ids are in the order in which they were made.
    unique('compositions_same_group').on(t.groupId, t.id),
    index('compositions_templates')
      .on(t.groupId, t.id)
      .where(sql`${t.isTemplate}`),
    index('compositions_offered')
      .on(t.id)
      .where(sql`${t.isOffered}`),
    index('compositions_of_ladder')
      .on(t.ladderId)
      .where(sql`${t.ladderId} is not null`),
    index('compositions_by_creator').on(t.createdBy),
    index('compositions_of_campaign')
      .on(t.campaignId, t.id)
      .where(sql`${t.campaignId} is not null`),
    index('compositions_of_writer')
      .on(t.writerId)
      .where(sql`${t.writerId} is not null`),
    check(
      'compositions_of_writer',
      sql`${t.writerName} is null or (${t.purpose} = 'updates' and ${t.campaignId} is null and not ${t.isTemplate}
      and ${t.lookedAt} is not null)`,
    ),
    check(
      'compositions_of_campaign',
      sql`${t.campaignId} is null or coalesce(${t.purpose} = 'updates' and not ${t.isTemplate}
      and jsonb_array_length(${t.lines}) = 1 and ${t.lines} #>> '{0,how}' = 'add'
      and ${t.lines} #>> '{0,who,campaign}' = ${t.campaignId}::text, false)`,
    ),
    check('compositions_lot', sql`${t.lot} in ('two-days', 'week', 'never')`),
    check('compositions_offered', sql`not ${t.isOffered} or ${t.isTemplate}`),
    check(
      'compositions_readers_hour',
      sql`${t.readersHour} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'`,
    ),
    check(
      'compositions_look',
      sql`(${t.lookGivenAt} is null) = (${t.lookedAt} is null)
      and (${t.lookedAt} is null) = (${t.lookedCount} is null)`,
    ),
  ],
);

/** What it says in one language; where it is tried in several variants, in one of these. */
export const compositionTexts = pgTable(
  'composition_texts',
  {
    compositionId: uuid()
      .notNull()
      .references(() => compositions.id, { onDelete: 'cascade' }),
    variant: text({ enum: VARIANTS }).notNull().default('a'),
    language: text({ enum: ['en', 'es', 'ar'] }).notNull(),
    subject: text().notNull().default(''),
    /** What a list of mails shows after the subject. */
    preheader: text().notNull().default(''),
    body: text().notNull().default(''),
    /** Counts up with each change: who changes an older one is told so, and overwrites nobody. */
    version: integer().notNull().default(1),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.compositionId, t.variant, t.language] }),
    check('composition_texts_variant', sql`${t.variant} in ('a', 'b', 'c', 'd')`),
    check('composition_texts_subject_length', hasLength(t.subject, LENGTHS.mailSubject)),
    check('composition_texts_preheader_length', hasLength(t.preheader, LENGTHS.preheader)),
    check('composition_texts_body_length', hasLength(t.body, LENGTHS.page)),
  ],
);

/** Who is to have one, written down when it begins: whoever comes to fit later gets it not, and nobody twice. */
export const compositionReceivers = pgTable(
  'composition_receivers',
  {
    compositionId: uuid().notNull(),
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    /** Which variant they get, by lot; null: the lot left them out, for some days or for good. */
    variant: text({ enum: VARIANTS }).default('a'),
    /** Which of its lines first added them, from 0; null: none did, as everyone is in it who is not taken out. */
    line: smallint(),
    /**
     * They had as many mails from the groups of a coalition as its budget allows: their mail ends like all others, and is given to
     * no mail server. Read where mail leaves and nowhere else, and forgotten when all is out.
     */
    isPassedOver: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.compositionId, t.personId] }),
    check('composition_receivers_variant', sql`${t.variant} in ('a', 'b', 'c', 'd')`),
    foreignKey({
      columns: [t.groupId, t.compositionId],
      foreignColumns: [compositions.groupId, compositions.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('composition_receivers_of_person').on(t.personId),
  ],
);

/** How many the budget of a coalition passes over, of a mailing: as it was said before it was sent, and of one that began. */
export const compositionBudgets = pgTable(
  'composition_budgets',
  {
    compositionId: uuid()
      .primaryKey()
      .references(() => compositions.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** When it was worked out last, and what was said then: down to the ten, by lot; null: fewer than ten. */
    estimatedAt: timestamp({ withTimezone: true }),
    estimate: integer(),
    /** When its receivers were marked last; and how many were passed over, as it is said. */
    markedAt: timestamp({ withTimezone: true }),
    passedOver: integer(),
  },
  (t) => [
    index('composition_budgets_of_group').on(t.groupId),
    check('composition_budgets_tens', sql`${t.estimate} >= 10 and ${t.estimate} % 10 = 0`),
    check('composition_budgets_passed_over', sql`${t.passedOver} >= 10 and ${t.passedOver} % 10 = 0`),
  ],
);

/** What a group asks of its own mailings. */
export const compositionRules = pgTable(
  'composition_rules',
  {
    groupId: uuid()
      .primaryKey()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** How many mailings one person gets within seven days at most; null: as many as are written. */
    mostAWeek: smallint(),
    /** Above so many receivers somebody else has to look at it first; null: never. */
    lookAbove: integer(),
  },
  (t) => [
    check('composition_rules_most_a_week', sql`${t.mostAWeek} between 1 and 14`),
    check('composition_rules_look_above', sql`${t.lookAbove} between 1 and 1000000`),
  ],
);

/** What a mailing in several variants is to find out: all said before it begins, and left as it is from then on. */
export const experiments = pgTable(
  'experiments',
  {
    compositionId: uuid()
      .primaryKey()
      .references(() => compositions.id, { onDelete: 'cascade' }),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    /** The one deed that decides, and within how many days it counts. */
    deed: text({ enum: DEEDS }).notNull(),
    days: smallint().notNull(),
    /** Of a thousand who get the first variant, how many are thought to do it, and how many more are worth knowing of. */
    usualOf1000: smallint().notNull(),
    worthOf1000: smallint().notNull(),
    /** How many people each variant needs for that. */
    neededEach: integer().notNull(),
    /** Whether organizers of the whole site read what came of it. */
    isShared: boolean().notNull(),
  },
  (t) => [
    // Read backwards: ids are in the order in which they were made.
    index('experiments_shared')
      .on(t.compositionId)
      .where(sql`${t.isShared}`),
    index('experiments_of_group').on(t.groupId),
    index('experiments_words').using('gin', sql`name_words(${t.question})`),
    check('experiments_question_length', hasLength(t.question, LENGTHS.question)),
    check('experiments_deed', sql`${t.deed} in ('signed', 'coming', 'came', 'joined', 'answered')`),
    check('experiments_days', sql`${t.days} between 1 and 30`),
    check('experiments_usual', sql`${t.usualOf1000} between 1 and 999`),
    check('experiments_worth', sql`${t.worthOf1000} between 1 and 500`),
  ],
);
