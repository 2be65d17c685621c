import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { mailings } from '../mailings/tables.ts';
import { mails } from '../outbox/tables.ts';
import { consents, people, personHistory } from '../people/tables.ts';
import { LETTER } from './queries.ts';
import { compositionReceivers, compositions } from './tables.ts';

/** A composition by its columns, or by what stands in them. */
type Told = Record<'id' | 'groupId' | 'campaignId', SQLWrapper>;

/** Who of its group wants letters about some campaigns only, of which it is none: ids of people. */
export function wantOthers({ groupId, campaignId }: Told): SQL {
  const isOne = sql`said.only_about @> jsonb_build_array(jsonb_build_object('id', ${campaignId}::text))`;
  return narrowly(
    groupId,
    sql`said.only_about is not null and (${campaignId}::uuid is null or not ${isOne})`,
  );
}

/**
 * Who of its group wants one letter a month at most, and had another one within 30 days or is just getting it: ids of people.
 * `isBegun`: it goes out already, and goes before those that began later.
 */
export function hadThisMonth(told: Told, { isBegun = false } = {}): SQL {
  const had = sql`(${wasMailed(told)} or ${isWaiting(told, isBegun)} or ${isToCome(told, isBegun)})`;
  return narrowly(told.groupId, sql`said.pace = 'monthly' and ${had}`);
}

/**
 * Of somebody among `people` who was to get a letter: that they want it still, as it goes out. What members must hear everybody
 * wants. Looked up for each, like whether they may be reached; most want all, and of them nothing more is asked.
 */
export function wantsItStill({ purpose, ...told }: Told & { purpose: SQLWrapper }): SQL {
  const isNotOf = (ids: SQL) => sql`(${ids} and said.person_id = ${people.id} limit 1) is null`;
  const isOfFew = sql`(said.pace is not null or said.only_about is not null)`;
  return sql`(${purpose} = 'membership' or ${isNotOf(narrowly(told.groupId, isOfFew))}
    or (${isNotOf(wantOthers(told))} and ${isNotOf(hadThisMonth(told, { isBegun: true }))}))`;
}

/** Written so that the index of the few who want less serves it. */
function narrowly(groupId: SQLWrapper, condition: SQL): SQL {
  return sql`select said.person_id from ${consents} said where said.group_id = ${groupId}
    and said.way = 'email' and said.purpose = 'updates' and said.given = 'yes' and ${condition}`;
}

/** Of mail that went out nothing says any more to whom, but for their history. */
function wasMailed({ id }: Told): SQL {
  return sql`exists (select from ${personHistory} line where line.person_id = said.person_id
    and line.at > now() - interval '30 days' and line.kind = 'mailed' and line.subject_id <> ${id}
    and ${isOfUpdatesOf(sql`line.subject_id`)})`;
}

function isWaiting(told: Told, isBegun: boolean): SQL {
  const isFirst = isBegun ? sql`(mail.state = 'kept' or ${beganBefore(told)})` : sql`true`;
  return sql`exists (select from ${mails} mail join ${mailings} sent on sent.id = mail.mailing_id and ${isAnother(told)}
    where mail.person_id = said.person_id and ${isUnsent} and ${isFirst}
      and (mail.finished_at is null or mail.finished_at > now() - interval '30 days'))`;
}

/** Written down for one that has not come to them yet. */
function isToCome(told: Told, isBegun: boolean): SQL {
  return sql`exists (select from ${compositionReceivers} due
    join ${mailings} sent on sent.about_id = due.composition_id and ${isAnother(told)} and ${isUnderway}
    where due.person_id = said.person_id and ${isToHaveIt} and ${isBegun ? beganBefore(told) : sql`true`})`;
}

function isAnother({ id }: Told): SQL {
  return sql`sent.kind = ${LETTER} and sent.about_id <> ${id} and ${isOfUpdatesOf(sql`sent.about_id`)}`;
}

/** What members must hear does not count. */
function isOfUpdatesOf(id: SQL): SQL {
  return sql`exists (select from ${compositions} other where other.id = ${id} and other.purpose = 'updates')`;
}

/** Of two that go out at once the first one stays. */
function beganBefore({ id }: Told): SQL {
  return sql`(sent.started_at, sent.id) < (select own.started_at, own.id from ${mailings} own
    where own.kind = ${LETTER} and own.about_id = ${id})`;
}

/** The lot did not leave them out for good. */
const isToHaveIt = sql`(due.variant is not null or not exists (
  select from ${compositions} told where told.id = due.composition_id and told.lot = 'never'))`;

/** Its last batch is still to come. */
const isUnderway = sql`sent.state = 'sending' and sent.due_at is not null`;
/** Kept: the site sends none, and a steward may yet. */
const isUnsent = sql`mail.state in ('promised', 'held', 'kept')`;

/**
 * Who had, or is just getting, as many mailings of the group within seven days as it sends at most: ids of people. What a ladder
 * sends counts from when it was promised. `of`: asked of these few alone, an array of ids; `also`: what counts besides, as rows
 * of a person and a composition.
 */
export function hadEnough(
  groupId: string,
  mostAWeek: number,
  { of, also = sql``, isOfUpdates = false }: HadAsked = {},
): SQL {
  const isOne = (personId: SQL) => (of ? sql`and ${personId} = any(${of})` : sql``);
  const isOfWeek = sql`sent.kind = ${LETTER} and sent.group_id = ${groupId}::uuid
    and sent.started_at > now() - interval '7 days'`;
  const isPromisedInWeek = sql`sent.kind = ${LETTER} and mail.group_id = ${groupId}::uuid
    and (sent.started_at > now() - interval '7 days' or (sent.is_standing and mail.promised_at > now() - interval '7 days'))`;
  return sql`select had.person_id from (
      select line.person_id, line.subject_id from ${personHistory} line
        join ${compositions} told on told.id = line.subject_id
        where line.group_id = ${groupId}::uuid and line.kind = 'mailed' and line.at > now() - interval '7 days'
          ${isOne(sql`line.person_id`)}
      union select mail.person_id, sent.about_id from ${mails} mail join ${mailings} sent on sent.id = mail.mailing_id
        where ${isPromisedInWeek} and ${isUnsent} ${isOne(sql`mail.person_id`)}
      union select due.person_id, due.composition_id from ${compositionReceivers} due
        join ${mailings} sent on sent.about_id = due.composition_id
        where ${isOfWeek} and ${isUnderway} and ${isToHaveIt} ${isOne(sql`due.person_id`)}
      ${also}
    ) had ${isOfUpdates ? sql`(person_id, composition_id) where ${isOfUpdatesOf(sql`had.composition_id`)}` : sql``} group by had.person_id having count(*) >= ${mostAWeek}`;
}
/** `isOfUpdates`: what members must hear does not count. */
export type HadAsked = { of?: SQL; also?: SQL; isOfUpdates?: boolean };
