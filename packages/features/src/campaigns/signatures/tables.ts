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
import { links } from '../../links/tables.ts';
import { people } from '../../people/tables.ts';
import { campaignFrames } from '../frames/tables.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { hasLength } from '../../checks.ts';
import { LENGTHS } from '../../lengths.ts';

/**
 * One person's name under one campaign, signed or pledged: twice counts once. The email address is the person's, and the person
 * is the home group's, or a sponsor's whose link brought them. It counts (`stands`) from its confirmation to its withdrawal.
 */
export const signatures = pgTable(
  'signatures',
  {
    id: uuid().primaryKey(),
    /** Whose person it is: the group that was named to them when they signed. */
    groupId: uuid().notNull(),
    campaignId: uuid().notNull(),
    /** The same, unless that is the home group. */
    sponsorId: uuid(),
    /** The same, if it is the home group: for the key that holds it to its campaign. */
    homeId: uuid().generatedAlwaysAs(sql`case when sponsor_id is null then group_id end`),
    /** The mailbox that was pressed for it, under a key of the site and this campaign: the same one through two groups counts once. */
    mailboxKey: text(),
    /**
     * What its leaf in a proof of the count is made of (proofs/leaves.ts); known to the group whose person it is alone. Null for those
     * that were there before it, until a proof is taken or their names are taken out.
     */
    countKey: uuid().defaultRandom(),
    personId: uuid().notNull(),
    kind: text({ enum: ['signature', 'pledge'] }).notNull(),
    name: text().notNull(),
    comment: text(),
    /** Where the signer lives, if the form asked and they said; kept with their address once this is proven. */
    postcode: text(),
    /** A name and the comment may stand on the page. */
    showName: boolean().notNull().default(false),
    /** What the signer wants to be called there; null for whoever was not asked, or chose nothing (shown-name.ts). */
    shownName: text(),
    /** What was ticked when signing; becomes a consent when the address is confirmed, since anyone can type one. */
    wantsUpdates: boolean().notNull().default(false),
    /** When that was ticked last: a no that came after it stands. */
    optedInAt: timestamp({ withTimezone: true }),
    linkId: uuid().references(() => links.id, { onDelete: 'set null' }),
    /** The frame on whose page they signed; null: on the campaign's own. */
    frameId: uuid().references(() => campaignFrames.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a mail to confirm last went out: holds the number of mails a stranger can cause. */
    mailedAt: timestamp({ withTimezone: true }),
    /** When its mailbox was reminded, which happens once. */
    remindedAt: timestamp({ withTimezone: true }),
    confirmedAt: timestamp({ withTimezone: true }),
    withdrawnAt: timestamp({ withTimezone: true }),
    /** Comment and name were taken off the page; the signature counts all the same. */
    hiddenAt: timestamp({ withTimezone: true }),
    /** Why, when a report was decided so: only where that is taken back they show again. */
    hiddenReason: text(),
    stands: boolean()
      .notNull()
      .generatedAlwaysAs(sql`confirmed_at is not null and withdrawn_at is null`),
  },
  (t) => [
    unique('signatures_once').on(t.campaignId, t.personId),
    foreignKey({
      name: 'signatures_of_home',
      columns: [t.homeId, t.campaignId],
      foreignColumns: [campaigns.groupId, campaigns.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'signatures_of_sponsor',
      columns: [t.campaignId, t.sponsorId],
      foreignColumns: [campaignSponsors.campaignId, campaignSponsors.groupId],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.groupId, t.personId], foreignColumns: [people.groupId, people.id] }).onDelete(
      'cascade',
    ),
    index('signatures_of_person').on(t.personId),
    index('signatures_by_sponsor')
      .on(t.campaignId, t.sponsorId)
      .where(sql`${t.sponsorId} is not null`),
    index('signatures_by_mailbox')
      .on(t.campaignId, t.mailboxKey)
      .where(sql`${t.stands}`),
    // A link that goes with its group is taken out of them, which would read the whole table for each.
    index('signatures_by_link')
      .on(t.linkId)
      .where(sql`${t.linkId} is not null`),
    index('signatures_by_frame')
      .on(t.frameId, t.groupId)
      .where(sql`${t.frameId} is not null`),
    index('signatures_newest').on(t.campaignId, t.id),
    index('signatures_by_day')
      .on(t.campaignId, t.confirmedAt)
      .where(sql`${t.stands}`),
    index('signatures_unconfirmed')
      .on(t.mailedAt)
      .where(sql`${t.confirmedAt} is null`),
    index('signatures_to_remind')
      .on(t.campaignId, t.mailedAt)
      .where(
        sql`${t.confirmedAt} is null and ${t.withdrawnAt} is null and ${t.remindedAt} is null and ${t.sponsorId} is null`,
      ),
    index('signatures_reminded')
      .on(t.campaignId)
      .where(sql`${t.remindedAt} is not null`),
    index('signatures_shown')
      .on(t.campaignId, t.confirmedAt)
      .where(sql`${t.stands} and ${t.showName} and ${t.hiddenAt} is null`),
    index('signatures_without_key')
      .on(t.campaignId)
      .where(sql`${t.countKey} is null`),
    check('signatures_sponsors_person', sql`${t.sponsorId} = ${t.groupId}`),
    check('signatures_name_length', hasLength(t.name, LENGTHS.personName, 1)),
    check('signatures_postcode_length', hasLength(t.postcode, LENGTHS.postcode, 1)),
    check('signatures_comment_length', hasLength(t.comment, LENGTHS.comment, 1)),
  ],
);
