import type { Transaction } from '@groundwork/database';
import { and, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { check, text, timestamp, uuid, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { accounts } from './accounts/tables.ts';
import { hasLength } from './checks.ts';
import { LENGTHS } from './lengths.ts';
import { links } from './links/tables.ts';

/** What the tables of groups that carry something with another have in common. */
export function sponsorColumns() {
  return {
    /** What was written by those who asked. */
    word: text().notNull().default(''),
    invitedBy: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    invitedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    acceptedAt: timestamp({ withTimezone: true }),
    /** What the group was called when it said yes: another name since is shown beside it. */
    acceptedAs: text(),
    declinedAt: timestamp({ withTimezone: true }),
    /** When it carried it no longer, whoever ended that. */
    leftAt: timestamp({ withTimezone: true }),
    /** What it wrote with its yes or no. */
    answer: text().notNull().default(''),
    /** Its own link to the page, from its first yes on. */
    linkId: uuid().references(() => links.id, { onDelete: 'set null' }),
  };
}

/** The checks of those columns, in the table of this name. */
export function sponsorChecks(table: string, t: Record<CheckedColumn, PgColumn>) {
  const { word, answer, acceptedAt, declinedAt, leftAt } = t;
  return [
    check(`${table}_word_length`, hasLength(word, LENGTHS.sponsorWord)),
    check(`${table}_answer_length`, hasLength(answer, LENGTHS.sponsorWord)),
    check(`${table}_one_state`, sql`num_nonnulls(${acceptedAt}, ${declinedAt}, ${leftAt}) <= 1`),
  ];
}
type CheckedColumn = 'word' | 'answer' | 'acceptedAt' | 'declinedAt' | 'leftAt';

/** A table of groups that were asked to carry something with the group whose it is: a campaign, an event. */
export type Sponsors = PgTable &
  Record<'groupId' | 'invitedAt' | 'acceptedAt' | 'acceptedAs' | 'declinedAt' | 'leftAt', PgColumn>;

/** A group that said no is left in peace for so long. */
const PEACE = sql`interval '30 days'`;

/** So long a question that is asked anew is told nobody anew. */
const QUIET = sql`interval '7 days'`;

/** How a group stands to what it was asked to carry. */
export type SponsorState = 'asked' | 'stands' | 'declined' | 'left';
export function stateOfSponsor({ acceptedAt, declinedAt, leftAt }: Sponsors): SQL<SponsorState> {
  return sql<SponsorState>`case when ${acceptedAt} is not null then 'stands' when ${declinedAt} is not null then 'declined'
    when ${leftAt} is not null then 'left' else 'asked' end`;
}

/** The condition that a question was taken back before there was a yes. */
export function wasTakenBack({ leftAt, acceptedAs }: Sponsors): SQL<boolean> {
  return sql<boolean>`(${leftAt} is not null and ${acceptedAs} is null)`;
}

/** The condition that a group may be asked anew: it is not asked, does not stand with it, and its no is old. */
export function mayBeAskedAgain({ leftAt, declinedAt }: Sponsors): SQL | undefined {
  return or(isNotNull(leftAt), sql`${declinedAt} < now() - ${PEACE}`);
}

/** The condition that a group was told so lately that it is asked, that it is not told again. */
export function wasAskedLately({ invitedAt }: Sponsors): SQL {
  return sql`${invitedAt} > now() - ${QUIET}`;
}

/** The condition that an answer of a group changes something. A no may become a yes; it is said once. */
export function awaits({ acceptedAt, leftAt, declinedAt }: Sponsors, { isYes }: { isYes: boolean }) {
  return and(isNull(acceptedAt), isNull(leftAt), isYes ? undefined : isNull(declinedAt));
}

/**
 * Ends that a group stands with something; unless it is `isLeaving`, also that it was asked. Which of them it was, if any. The row
 * stays: whoever stood with it before has brought people, and who asks again tells nobody twice.
 */
export async function endSponsoring(
  tx: Transaction,
  sponsors: Sponsors,
  { isPair, isLeaving = false }: { isPair: SQL | undefined; isLeaving?: boolean },
): Promise<'asked' | 'stood' | null> {
  const { rowCount: stood } = await tx.execute(sql`update ${sponsors} set accepted_at = null, left_at = now()
    where ${isPair} and ${isNotNull(sponsors.acceptedAt)}`);
  if (stood) return 'stood';
  if (isLeaving) return null;
  const { rowCount: asked } = await tx.execute(sql`update ${sponsors} set left_at = now()
    where ${isPair} and ${isNull(sponsors.declinedAt)} and ${isNull(sponsors.leftAt)}`);
  return asked ? 'asked' : null;
}
