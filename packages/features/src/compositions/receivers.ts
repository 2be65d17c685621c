import { randomBytes } from 'node:crypto';
import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groups } from '../groups/tables.ts';
import { defineAudience } from '../mailings/audience.ts';
import { lockMarks } from '../mailings/marks/marking.ts';
import { tells } from '../mailings/queries.ts';
import { mailings } from '../mailings/tables.ts';
import { people } from '../people/tables.ts';
import { mayEachBeReached } from '../people/ways.ts';
import { refusesSharing, refusesWriter } from '../people/writers/queries.ts';
import { conditionOf } from '../segments/conditions.ts';
import { scopeFor } from '../segments/queries.ts';
import { seesRolesNow } from '../segments/role-lines.ts';
import { note } from '../journal.ts';
import { LOT_DAYS, LOTS, ONE_IN, type Variant } from './learning.ts';
import { isLookedAt, saidIn } from './looks.ts';
import { markReceivers, passingOver } from './budget.ts';
import { LETTER, listTexts, variantsOf } from './queries.ts';
import { budgetsFor, findRulesInForce } from './rules.ts';
import { fateOf, isChosen } from './reach.ts';
import { tellOfHoldingBack } from './stops.ts';
import { compositionReceivers, compositions } from './tables.ts';
import { wantsItStill } from './wanting.ts';

/**
 * Those who were written down to get one, and may still be mailed: a no is heard until the mail is at the mail server, and
 * nobody joins them.
 */
export const receivers = defineAudience(
  'compositions.receivers',
  (db, { compositionId }: { compositionId: string }) =>
    db
      .select({
        personId: compositionReceivers.personId,
        email: people.email,
        language: people.language,
        variant: sql`coalesce(${compositionReceivers.variant}, 'a')`.as('variant'),
        own: sql`${people.name}`.as('own'),
        dueAt: sql`case when ${isLeftOut} then ${afterDays} else ${readersMoment} end`.as('due_at'),
      })
      .from(compositionReceivers)
      .innerJoin(compositions, eq(compositions.id, compositionReceivers.compositionId))
      .innerJoin(mailings, tells(LETTER, compositions.id))
      .innerJoin(groups, eq(groups.id, compositions.groupId))
      .innerJoin(people, eq(people.id, compositionReceivers.personId))
      .leftJoin(accounts, eq(accounts.id, people.accountId))
      .where(
        and(
          eq(compositionReceivers.compositionId, compositionId),
          sql`not (${isLeftOut} and ${compositions.lot} = 'never')`,
          mayEachBeReached('email', compositions.purpose),
          wantsItStill(compositions),
          sql`(${compositions.writerName} is null
            or not (${refusesSharing} or ${refusesWriter(compositions.writerId)}))`,
        ),
      ),
);

/** The hour that was said, where they live; as far as that is not known, where their group is. */
const readersMoment = sql`case when ${compositions.readersHour} is not null then
  ${compositions.readersHour}::timestamp at time zone coalesce(${accounts.timeZone}, ${groups.timeZone}) end`;

/** By lot, for some days or for good. */
const isLeftOut = sql`${compositionReceivers.variant} is null`;

const afterDays = sql`${mailings.startedAt} + make_interval(days =>
  case ${compositions.lot} ${sql.join(
    LOTS.map((lot) => sql.raw(`when '${lot}' then ${LOT_DAYS[lot]}`)),
    sql` `,
  )} end)`;

/**
 * Writes down who is to get one, once: whom its lines leave now, without those who are left out. Answers how many get it; null:
 * by now they are more than somebody looked at, and it is held back.
 */
export async function writeReceivers(
  house: House,
  tx: Transaction,
  compositionId: string,
): Promise<number | null> {
  const isIt = eq(compositions.id, compositionId);
  const [composition] = await tx.select().from(compositions).where(isIt);
  if (!composition) return null;
  const { groupId, lookedAt } = composition;
  const { mostAWeek, lookAbove } = await findRulesInForce({ db: tx }, groupId);
  const budgets = await budgetsFor(tx, composition);
  const chosen = and(eq(people.groupId, groupId), await isChosen(tx, composition));
  const texts = await listTexts({ db: tx }, compositionId);
  const drawn = drawnVariant(variantsOf(texts), composition);
  const line = await firstLineOf(tx, composition);
  await lockMarks(tx, budgets);
  // A set that outgrows its room is read through for each person.
  await tx.execute(sql`set local work_mem = '64MB'`);
  const { joined, isPassedOver } = passingOver(house, budgets);
  const written = await tx.execute(sql`
    insert into ${compositionReceivers} (composition_id, group_id, person_id, variant, line, is_passed_over)
    select ${compositionId}::uuid, ${groupId}::uuid, ${people.id}, ${drawn}, ${line}, ${isPassedOver}
    from ${people} ${joined} where ${chosen} and ${fateOf({ ...composition, mostAWeek, budgets })} is null`);
  const isLookGiven = lookedAt === saidIn({ ...composition, texts });
  const count = written.rowCount ?? 0;
  const isChaperoned = composition.writerName !== null;
  const isOfIt = eq(compositionReceivers.compositionId, compositionId);
  // What two groups agreed on was looked at by both, and goes out as it was then or not at all.
  if (isChaperoned ? isLookGiven : isLookedAt({ ...composition, lookAbove, isLookGiven }, count)) {
    await markReceivers(tx, house, { id: compositionId, groupId, count, budgets });
    return composition.lot === 'never'
      ? tx.$count(compositionReceivers, and(isOfIt, isNotNull(compositionReceivers.variant)))
      : count;
  }
  await tx.delete(compositionReceivers).where(isOfIt);
  await tx
    .update(compositions)
    .set({ heldBackAt: sql`now()` })
    .where(isIt);
  const entryId = note(tx, null, 'compositions.held-back', { groupId, id: compositionId });
  await tellOfHoldingBack(house, tx, { aboutId: compositionId, entryId });
  return null;
}

/**
 * Which variant somebody gets, or null for whom the lot leaves out: by a hash with a key that nobody knows, and that is
 * forgotten at once. No one could say beforehand who gets what, and nothing of them decides it.
 */
function drawnVariant(variants: Variant[], { lot }: Pick<typeof compositions.$inferSelect, 'lot'>): SQL {
  if (lot === null && variants.length === 1) return sql`${variants[0]}::text`;
  const key = randomBytes(32).toString('hex');
  const digest = sql`encode(sha256(convert_to(${key} || ${people.id}::text, 'UTF8')), 'hex')`;
  const number = sql`('x' || left(${digest}, 12))::bit(48)::bigint`;
  const variant = sql`(${sql.param(variants)}::text[])[1 + (${number} / ${ONE_IN}) % ${variants.length}]`;
  return lot === null ? variant : sql`case when ${number} % ${ONE_IN} > 0 then ${variant} end`;
}

/** Which of the lines first added somebody; null where one alone did, or none. */
async function firstLineOf(tx: Transaction, composition: typeof compositions.$inferSelect): Promise<SQL> {
  const { lines, groupId, seesAll, chosenBy } = composition;
  const adding = (lines ?? [])
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.how === 'add');
  if (!lines || adding.length < 2) return sql`null::smallint`;
  const seesRoles = await seesRolesNow(tx, groupId, chosenBy);
  const scope = await scopeFor({ db: tx }, { groupId, seesAll, seesRoles }, lines);
  const cases = adding.map(
    ({ line, index }) => sql`when ${conditionOf(line.who, scope)} then ${index}::smallint`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}
