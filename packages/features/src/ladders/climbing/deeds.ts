import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { House } from '../../context.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { tell } from '../../notices/actions.ts';
import { MOST_TAGS } from '../../people/contract.ts';
import { personNotes } from '../../people/notes/tables.ts';
import { people, personHistory } from '../../people/tables.ts';
import type { StepOutcome } from '../contract.ts';
import type { Step } from '../step.ts';
import type { ClimbingLadder } from './ladder.ts';
import { ladderAbout } from './telling.ts';

type Outcomes = Map<StepOutcome, string[]>;

/** Puts a tag on people; whoever has it is through all the same, and whoever has as many as there may be has it not. */
export async function tagThem(
  tx: Transaction,
  { tag }: Extract<Step, { is: 'tag' }>,
  personIds: string[],
): Promise<Outcomes> {
  const isLacking = sql`not ${people.tags} @> array[${tag}]::text[]`;
  const hasRoom = sql`cardinality(${people.tags}) < ${MOST_TAGS}`;
  await tx
    .update(people)
    .set({ tags: sql`${people.tags} || ${tag}::text` })
    .where(and(inArray(people.id, personIds), isLacking, hasRoom));
  const full = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, personIds), isLacking));
  const fullIds = full.map(({ id }) => id);
  return new Map([
    ['done', personIds.filter((id) => !fullIds.includes(id))],
    ['tags-full', fullIds],
  ]);
}

/** Hands people to a colleague, who keeps in touch with them from now on, reads why at each, and is told once a day. */
export async function handThem(
  house: House,
  tx: Transaction,
  ladder: ClimbingLadder,
  { does, personIds }: { does: Extract<Step, { is: 'hand' }>; personIds: string[] },
): Promise<Outcomes> {
  const { groupId, openedBy } = ladder;
  const [colleague] = await tx
    .select(accountReceiver)
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .where(and(eq(accounts.id, does.to), carries('see_people')));
  if (!colleague) return new Map([['colleague-gone', personIds]]);
  const ids = sql.param(personIds);
  await tx.update(people).set({ contactAccountId: does.to }).where(inArray(people.id, personIds));
  await tx.execute(sql`
    insert into ${personNotes} (id, group_id, person_id, author_id, body, until)
    select gen_random_uuid(), ${groupId}::uuid, id, ${openedBy}::uuid, ${does.note}, now() + interval '24 months'
    from unnest(${ids}::uuid[]) as handed(id)`);
  await tx.execute(sql`
    insert into ${personHistory} (id, group_id, person_id, kind, actor_id, fields)
    select gen_random_uuid(), ${groupId}::uuid, id, 'corrected', ${openedBy}::uuid, array['contact']
    from unnest(${ids}::uuid[]) as handed(id)`);
  await tell(tx, house, 'ladders.handed', {
    to: colleague,
    about: ladderAbout(ladder),
    at: new Date(),
  });
  return new Map([['done', personIds]]);
}
