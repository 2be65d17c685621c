import type { Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { LETTER } from '../../compositions/queries.ts';
import { fateOf } from '../../compositions/reach.ts';
import { budgetsFor, findRulesInForce } from '../../compositions/rules.ts';
import type { KeptBudget } from '../../groups/budgets/queries.ts';
import { wakeMailing } from '../../mailings/actions.ts';
import { addMarks } from '../../mailings/marks/marking.ts';
import { mailings } from '../../mailings/tables.ts';
import { mails } from '../../outbox/tables.ts';
import { climbers } from '../../people/climbing/tables.ts';
import { people } from '../../people/tables.ts';
import type { LeftOut } from '../../compositions/contract.ts';
import type { StepOutcome } from '../contract.ts';
import { MOST_DAYS } from '../letter-audience.ts';
import type { LadderStep } from '../queries.ts';
import { ladderSteps } from '../tables.ts';
import type { ClimbingLadder } from './ladder.ts';
import { isClimber, letStay } from './arriving.ts';
import { findNearest } from './inviting.ts';

/** How often it is looked whether a letter that is on its way has left. */
const LOOK_AGAIN = sql`interval '10 minutes'`;
/** A letter that may not go today is tried again tomorrow, until it is too late. */
const TOMORROW = sql`interval '1 day'`;

type Keys = Pick<House, 'settings'>;

type Asked = {
  id: string;
  state: 'standing' | 'mailing';
  mail: 'promised' | 'held' | 'sent' | 'kept' | 'refused' | null;
  fate: LeftOut | null;
  isLate: boolean;
};

/**
 * Sees to the letter of a step for some who stand on it: it is promised to whoever may have it, within what they agreed to
 * and the group's letters a week; whose letter has left is through, and so is whoever is not to have it. Answers who is
 * through, by what came of it; all others stay.
 */
export async function seeToLetters(
  house: Keys,
  tx: Transaction,
  ladder: ClimbingLadder,
  { step, personIds }: { step: LadderStep & { compositionId: string }; personIds: string[] },
): Promise<Map<StepOutcome, string[]>> {
  const mailingId = await findMailing(tx, step.compositionId);
  const budgets = await budgetsFor(tx, ladder);
  const asked = await askEach(tx, ladder, step, { mailingId, personIds, budgets });
  const through = new Map<StepOutcome, string[]>();
  const leave = (outcome: StepOutcome, id: string) =>
    through.set(outcome, [...(through.get(outcome) ?? []), id]);
  const groups = Map.groupBy(asked, placeOf);
  for (const { id } of groups.get('sent') ?? []) leave('done', id);
  for (const { id } of groups.get('refused') ?? []) leave('sent-back', id);
  for (const { id, fate } of groups.get('left-out') ?? []) leave(fate ?? 'unsent', id);
  const idsOf = (name: string) => (groups.get(name) ?? []).map(({ id }) => id);
  const staying = (name: string) => ({ ladderId: ladder.id, personIds: idsOf(name) });
  await letStay(tx, staying('on-its-way'), { state: 'mailing', interval: LOOK_AGAIN });
  await letStay(tx, staying('tomorrow'), { state: 'standing', interval: TOMORROW });
  const toHaveIt = idsOf('to-have-it');
  const without = new Set(await promise(tx, ladder, step, { mailingId, personIds: toHaveIt }));
  for (const id of without) leave('no-event', id);
  // Whoever was on the way already has the mark of this letter.
  const isNew = new Set(asked.filter(({ state }) => state === 'standing').map(({ id }) => id));
  const some = sql`where ${people.id} = any(${sql.param(toHaveIt.filter((id) => isNew.has(id) && !without.has(id)))}::uuid[])`;
  if (isNew.size > 0) await addMarks(tx, house, budgets, { some, at: sql`now()` });
  return through;
}

/** The condition over `people` that the letter of a step has left to somebody. */
export function hasLetter({ compositionId }: Pick<LadderStep, 'compositionId'>): SQL {
  if (compositionId === null) return sql`false`;
  return sql`exists (select from ${mails} mail join ${mailings} letter on letter.id = mail.mailing_id
    where mail.person_id = ${people.id} and mail.state = 'sent'
      and letter.kind = ${LETTER} and letter.about_id = ${compositionId}::uuid)`;
}

/** What to do about the letter of one of them. */
function placeOf({ state, mail, fate, isLate }: Asked): string {
  if (mail === 'sent' || mail === 'refused') return mail;
  if (isLate) return 'left-out';
  if (mail !== null) return 'on-its-way';
  if (fate === 'wants-less') return 'tomorrow';
  // Of whoever was to have it already, this letter itself is one of those that were enough.
  if (fate === 'had-enough' || fate === 'coalition-budget')
    return state === 'standing' ? 'tomorrow' : 'to-have-it';
  return fate === null ? 'to-have-it' : 'left-out';
}

async function askEach(
  tx: Transaction,
  ladder: ClimbingLadder,
  { compositionId }: { compositionId: string },
  { mailingId, personIds, budgets }: { mailingId: string; personIds: string[]; budgets: KeptBudget[] },
): Promise<Asked[]> {
  const { groupId, purpose } = ladder;
  const { mostAWeek } = await findRulesInForce({ db: tx }, groupId);
  const fate = fateOf({
    ...{ id: compositionId, groupId, campaignId: null, purpose, mostAWeek, budgets },
    had: { of: sql`${sql.param(personIds)}::uuid[]`, also: aboutToBePromised(groupId, personIds) },
  });
  const { rows } = await tx.execute<Asked>(sql`
    select ${people.id}, climber.state, mail.state as mail, ${fate} as fate,
      climber.since < now() - make_interval(days => ${MOST_DAYS}) as "isLate"
    from ${people} join ${climbers} climber on climber.ladder_id = ${ladder.id} and climber.person_id = ${people.id}
    left join lateral (
      select sent.state from ${mails} sent where sent.person_id = ${people.id} and sent.mailing_id = ${mailingId}::uuid
      order by sent.state = 'sent' desc limit 1) mail on true
    where ${people.id} = any(${sql.param(personIds)}::uuid[])`);
  return rows;
}

/** Who stands where a letter of a ladder is on its way, and what it is: those of the last minute are promised by nobody yet. */
function aboutToBePromised(groupId: string, personIds: string[]): SQL {
  return sql`union select climber.person_id, step.composition_id from ${climbers} climber
    join ${ladderSteps} step on step.id = climber.rung_id
    where climber.group_id = ${groupId}::uuid and climber.state = 'mailing'
      and climber.person_id = any(${sql.param(personIds)}::uuid[])`;
}

/** Sets these on the way to their letter; answers whom there is no event to invite to. */
async function promise(
  tx: Transaction,
  ladder: ClimbingLadder,
  { does }: LadderStep,
  { mailingId, personIds }: { mailingId: string; personIds: string[] },
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const nearest =
    does.is === 'invite' ? await findNearest(tx, ladder.groupId, { personIds, km: does.km }) : null;
  const mailed = nearest ? personIds.filter((id) => nearest.has(id)) : personIds;
  if (mailed.length === 0) return personIds;
  const eventIds = mailed.map((id) => nearest?.get(id) ?? null);
  await tx.execute(sql`
    update ${climbers} set state = 'mailing', event_id = sent.event_id, due_at = now() + ${LOOK_AGAIN}
    from unnest(${sql.param(mailed)}::uuid[], ${sql.param(eventIds)}::uuid[]) as sent(person_id, event_id)
    where ${isClimber(ladder.id, mailed)} and ${climbers.personId} = sent.person_id`);
  await wakeMailing(tx, mailingId);
  return personIds.filter((id) => nearest !== null && !nearest.has(id));
}

async function findMailing(tx: Transaction, compositionId: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from ${mailings} where kind = ${LETTER} and about_id = ${compositionId}`,
  );
  const [mailing] = rows;
  if (!mailing) throw new Error('a ladder that is open has a mailing for each letter');
  return mailing.id;
}
