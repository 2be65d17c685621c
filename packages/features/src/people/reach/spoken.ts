import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { noteAnswer } from '../consents.ts';
import { liftSuppressionOf } from '../suppressions.ts';
import { consents, people } from '../tables.ts';
import { BY_HAND } from '../ways.ts';
import type { SpokenAnswer, SpokenUndone } from './contract.ts';
import { findCorrectable } from './queries.ts';

/**
 * Writes down what somebody said to an organizer. A yes does not take the place of a no that they gave themself on that
 * day or since (Conflict people.said-no-since). What stood before is kept, for as long as this can be taken back.
 */
export async function recordSpoken(
  ctx: Context,
  slug: string,
  personId: string,
  { way, given, manner, saidOn }: SpokenAnswer,
): Promise<void> {
  const owner = await findCorrectable(ctx, slug, personId);
  await ctx.change(async (tx) => {
    const answer = { personId, groupId: owner.groupId, way, purpose: 'updates' as const };
    const day = await dayOf(tx, owner.groupId, saidOn);
    if (given === 'yes' && (await hasSaidNoSince(tx, answer, day)))
      throw new Conflict('people.said-no-since');
    await tx
      .insert(consents)
      .values({ ...answer, given, manner, ...BY_HAND, at: sql`${day.at}::timestamptz` })
      .onConflictDoUpdate({
        target: [consents.personId, consents.way, consents.purpose],
        set: {
          ...{ given, manner, ...BY_HAND, subjectId: null, words: null },
          at: sql`excluded.at`,
          // An organizer who corrects themself takes both back at once.
          before: sql`case when ${consents.how} = ${BY_HAND.how} then ${consents.before} else ${STANDING_ANSWER} end`,
        },
      });
    if (given === 'yes' && way === 'email') await liftSuppressionOf(tx, ctx, personId);
    noteAnswer(tx, { ...answer, given });
    note(tx, ctx, 'people.answer-recorded', owner);
  });
}

/** Takes back what an organizer wrote down: what stood before stands again. Conflict once the person said something since. */
export async function undoSpoken(
  ctx: Context,
  slug: string,
  personId: string,
  { way }: SpokenUndone,
): Promise<void> {
  const owner = await findCorrectable(ctx, slug, personId);
  const answer = { personId, way, purpose: 'updates' as const };
  await ctx.change(async (tx) => {
    const { before: kept, pace, onlyAbout } = consents;
    const [spoken] = await tx
      .select({ before: kept, pace, onlyAbout })
      .from(consents)
      .where(and(isAnswer(answer), eq(consents.how, BY_HAND.how)))
      .for('update');
    if (!spoken) throw new Conflict('people.answer-changed');
    const { before } = spoken;
    // Of two records made one the other said themself how much they want, which would go with it.
    if (before === null && (spoken.pace ?? spoken.onlyAbout)) throw new Conflict('people.answer-changed');
    await putBack(tx, answer, before);
    note(tx, ctx, 'people.answer-undone', owner);
  });
}

type Answered = Pick<typeof consents.$inferInsert, 'personId' | 'way' | 'purpose'>;

/** What stood before an organizer's answer stands again; where that was nothing, there is no answer. */
export async function putBack(
  tx: Transaction,
  answer: Answered,
  before: typeof consents.$inferSelect.before,
): Promise<void> {
  if (before === null) await tx.delete(consents).where(isAnswer(answer));
  else
    await tx
      .update(consents)
      .set({ ...before, at: new Date(before.at), before: null })
      .where(isAnswer(answer));
}

function isAnswer({ personId, way, purpose }: Answered) {
  return and(eq(consents.personId, personId), eq(consents.way, way), eq(consents.purpose, purpose));
}

/** A standing no to everything, or its end. Safe to do twice. */
export async function setDoNotContact(
  ctx: Context,
  slug: string,
  personId: string,
  doNotContact: boolean,
): Promise<void> {
  const owner = await findCorrectable(ctx, slug, personId);
  await ctx.change(async (tx) => {
    await tx.update(people).set({ doNotContact }).where(eq(people.id, personId));
    note(tx, ctx, doNotContact ? 'people.contact-ended' : 'people.contact-allowed', owner);
  });
}

/** The row that stands, as `before` keeps it. */
export const STANDING_ANSWER = sql`jsonb_build_object('given', ${consents.given}, 'how', ${consents.how}, 'manner', ${consents.manner},
  'words', ${consents.words}, 'subjectId', ${consents.subjectId}, 'at', ${consents.at})`;

type Day = { on: string; at: string };
/** The day on which something was said, where the group is, and a moment of it that is past. */
async function dayOf(tx: Transaction, groupId: string, saidOn: string | undefined): Promise<Day> {
  const today = sql`(now() at time zone ${groups.timeZone})::date`;
  const day = saidOn === undefined ? today : sql`${saidOn}::date`;
  const [found] = await tx
    .select({
      on: sql<string>`${day}::text`,
      at: sql<string>`least(now(), (${day} + interval '12 hours') at time zone ${groups.timeZone})::text`,
      isToCome: sql<boolean>`${day} > ${today}`,
      isToday: sql<boolean>`${day} = ${today}`,
      now: sql<string>`now()::text`,
    })
    .from(groups)
    .where(eq(groups.id, groupId));
  if (!found || found.isToCome) throw new Invalid([{ name: 'saidOn', code: 'people.said-to-come' }]);
  return { on: found.on, at: found.isToday ? found.now : found.at };
}

type Answer = Answered & { groupId: string };

/** Whether the person themself said no on that day, or later. */
async function hasSaidNoSince(tx: Transaction, { personId, way, purpose, groupId }: Answer, { on }: Day) {
  const zone = sql`(select held.time_zone from ${groups} held where held.id = ${groupId})`;
  const own = sql`${consents.how} in ('unsubscribe-link', 'own-page', 'complaint')`;
  const [no] = await tx
    .select({ given: consents.given })
    .from(consents)
    .where(
      and(
        isAnswer({ personId, way, purpose }),
        eq(consents.given, 'no'),
        own,
        sql`(${consents.at} at time zone ${zone})::date >= ${on}::date`,
      ),
    )
    .for('update');
  return no !== undefined;
}
