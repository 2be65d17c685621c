import type { Transaction } from '@groundwork/database';
import { languages, say, type Key } from '@groundwork/words';
import { and, eq, lte, not, or, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { reopenMailbox } from '../outbox/shut-mailboxes.ts';
import { noteHistory } from './actions.ts';
import { findSubscription } from './queries.ts';
import { liftSuppressionOf } from './suppressions.ts';
import { consents, people } from './tables.ts';
import { BY_HAND, WAYS } from './ways.ts';

type Row = typeof consents.$inferInsert;
type ConsentChange = {
  personId: string;
  groupId: string;
  way: Row['way'];
  purpose: Row['purpose'];
  how: Row['how'];
  subjectId?: string | null;
  /** Of what an organizer was told: where. */
  manner?: Row['manner'];
  /** The sentence of the form that asked. */
  words?: Key;
  /** The campaign that the form was of. */
  about?: { id: string; title: string };
};

/**
 * Records a yes: when, how and for what. `optedInAt` is the moment it was ticked, as the database writes one, where it is
 * proven only now: a no that was said since then stands. What was kept of an earlier no, of somebody erased, is gone.
 */
export async function giveConsent(
  tx: Transaction,
  house: House,
  { optedInAt, ...change }: ConsentChange & { optedInAt?: string },
): Promise<void> {
  const since = optedInAt === undefined ? undefined : sql`${consents.at} > ${optedInAt}::timestamptz`;
  const isNew = await answerConsent(tx, { ...change, given: 'yes' }, since);
  if (!isNew || change.way !== 'email') return;
  await liftSuppressionOf(tx, house, change.personId);
  if (THEIR_OWN.includes(change.how)) await reopenMailboxOf(tx, house, change.personId);
}

/** A yes that they gave by themselves, from their mailbox or once it was proven. */
const THEIR_OWN: Row['how'][] = ['own-page', 'signature', 'rsvp', 'joining'];

/** Whoever called a letter spam and says yes to a group's mail again is written to again. */
async function reopenMailboxOf(tx: Transaction, house: House, personId: string) {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  reopenMailbox(tx, house, person?.email ?? null, { saysYes: true });
}

/** Records a no. Nothing is sent for this purpose until a new yes. */
export async function withdrawConsent(tx: Transaction, change: ConsentChange): Promise<void> {
  await answerConsent(tx, { ...change, given: 'no' });
}

/** Ends or takes up mail from one group, by the link in each mail; safe to do twice. */
export async function answerSubscription(ctx: Context, sealed: string, subscribed: boolean) {
  const person = await findSubscription(ctx, sealed);
  const change = { personId: person.id, groupId: person.groupId, way: 'email', purpose: 'updates' } as const;
  await ctx.change(async (tx) => {
    if (subscribed) {
      await allowContact(tx, change);
      await giveConsent(tx, ctx, { ...change, how: 'own-page', words: 'people.unsubscribe.undo' });
    } else await withdrawConsent(tx, { ...change, how: 'unsubscribe-link' });
    const kind = subscribed ? 'people.subscribed' : 'people.unsubscribed';
    note(tx, null, kind, { groupId: person.groupId, id: person.id });
  });
  return { ...person, subscribed };
}

/** Ends or takes up the mail that members must have, without leaving, by the link in each mail; safe to do twice. */
export async function answerMembershipMail(ctx: Context, sealed: string, wanted: boolean): Promise<void> {
  const { id: personId, groupId, membership } = await findSubscription(ctx, sealed);
  // Whoever was never asked is no member.
  if (membership === null) return;
  const change = { personId, groupId, way: 'email', purpose: 'membership', how: 'own-page' } as const;
  await ctx.change(async (tx) => {
    if (wanted) {
      await allowContact(tx, change);
      await giveConsent(tx, ctx, { ...change, words: 'people.unsubscribe.membership.undo' });
    } else await withdrawConsent(tx, change);
    note(tx, null, wanted ? 'people.subscribed' : 'people.unsubscribed', { groupId, id: personId });
  });
}

/** A yes that rests on what is over by then is no answer any more; a no stays one. */
export async function endConsent(
  tx: Transaction,
  { personId, purpose, until }: Pick<ConsentChange, 'personId' | 'purpose'> & { until: Date },
): Promise<void> {
  const isYes = and(
    eq(consents.personId, personId),
    eq(consents.purpose, purpose),
    eq(consents.given, 'yes'),
  );
  await tx.delete(consents).where(and(isYes, lte(consents.at, until)));
}

/** A line of an answer in the history of who gave it. */
export function noteAnswer(
  tx: Transaction,
  { personId, groupId, way, purpose, given, subjectId = null }: Answered,
): void {
  const isMail = way === 'email' && purpose === 'updates';
  const kind = (isMail ? KINDS.mail : KINDS.other)[given];
  const label = purpose === 'updates' ? way : purpose;
  noteHistory(tx, { personId, groupId, kind, subjectId, label: isMail ? null : label });
}
type Answered = Omit<ConsentChange, 'how' | 'words'> & { given: 'yes' | 'no' };

const KINDS = {
  mail: { yes: 'subscribed', no: 'unsubscribed' },
  other: { yes: 'agreed', no: 'refused' },
} as const;

/** A yes of their own ends a standing no, which remains a no to every other way. */
export async function allowContact(
  tx: Transaction,
  { personId, groupId, way }: Pick<ConsentChange, 'personId' | 'groupId' | 'way'>,
): Promise<void> {
  const ended = await tx
    .update(people)
    .set({ doNotContact: false })
    .where(and(eq(people.id, personId), people.doNotContact))
    .returning({ id: people.id });
  if (ended.length === 0) return;
  for (const other of WAYS.filter((one) => one !== way))
    await withdrawConsent(tx, { personId, groupId, way: other, purpose: 'updates', how: 'own-page' });
}

/** Whether that changed the present answer. */
async function answerConsent(
  tx: Transaction,
  { subjectId = null, words: asked, about, ...change }: ConsentChange & { given: 'yes' | 'no' },
  unless?: SQL,
): Promise<boolean> {
  const { given, how } = change;
  const words = asked ? inTheirLanguage(asked, change.personId) : null;
  const changed = await tx
    .insert(consents)
    .values({ ...change, subjectId, words })
    .onConflictDoUpdate({
      target: [consents.personId, consents.way, consents.purpose],
      set: {
        given,
        how,
        subjectId,
        manner: sql`excluded.manner`,
        words: sql`excluded.words`,
        before: null,
        at: sql`now()`,
        ...(about && { onlyAbout: withCampaign(about) }),
      },
      // Their own word takes the place of what an organizer wrote down for them, also where it says the same.
      setWhere: and(
        or(
          sql`${consents.given} <> excluded.given`,
          eq(consents.how, BY_HAND.how),
          about && isOfOthersOnly(about),
        ),
        unless && not(unless),
      ),
    })
    .returning({ personId: consents.personId });
  if (changed.length === 0) return false;
  // To join is that yes, and a line already.
  if (how !== 'joining') noteAnswer(tx, { ...change, subjectId });
  return true;
}

type About = NonNullable<ConsentChange['about']>;

/**
 * Who wants letters about some campaigns only, and asks to hear of another one, wants those about that one besides; who had
 * said no, those about that one alone.
 */
function withCampaign(about: About): SQL {
  const one = sql`jsonb_build_array(${JSON.stringify(about)}::jsonb)`;
  return sql`case when ${consents.onlyAbout} is null then null when ${consents.given} = 'no' then ${one}
    when ${isOfOthersOnly(about)} and jsonb_array_length(${consents.onlyAbout}) < 200 then ${consents.onlyAbout} || ${one}
    else ${consents.onlyAbout} end`;
}

/** The condition that somebody wants letters about some campaigns only, and not about this one. */
function isOfOthersOnly({ id }: About): SQL {
  return sql`not ${consents.onlyAbout} @> ${JSON.stringify([{ id }])}::jsonb`;
}

/** A sentence as the person read it; found out in the same statement. */
export function inTheirLanguage(key: Key, personId: string): SQL<string> {
  const cases = languages.map((language) => sql`when ${language}::text then ${say(language, key)}::text`);
  return sql`(select case ${people.language} ${sql.join(cases, sql` `)} end from ${people} where ${people.id} = ${personId})`;
}
