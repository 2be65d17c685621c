import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { signatures } from '../campaigns/signatures/tables.ts';
import { campaignsOf } from '../campaigns/queries.ts';
import { rsvps } from '../events/tables.ts';
import { standsIn } from '../groups/standing.ts';
import { standingOn } from '../people/climbing/queries.ts';
import { beginsWithOneOf } from '../people/postcodes.ts';
import { mayBeMailed } from '../people/queries.ts';
import { consents, people, personAddresses } from '../people/tables.ts';
import { isFoundBy } from '../searches.ts';
import { isAmong } from './among.ts';
import { contactedBy } from './contact-lines.ts';
import { holdersOf, isAskable, type AskedField, type FieldLine } from './field-lines.ts';
import type { LineCondition, Line } from './lines.ts';
import { broughtBy } from './link-lines.ts';
import { livingNear, type NearLine, type Places } from './near-lines.ts';
import { signedOnPaper } from './paper-lines.ts';
import { isOnRecord } from './record-lines.ts';
import { holdingRole } from './role-lines.ts';
import { inSpan } from './spans.ts';
import { listPeople } from './tables.ts';
import { turningOut } from './turnout-lines.ts';

/** Whose people they are, the lines of the group's saved segments and what can be asked of its fields, by their ids. */
export type Scope = {
  groupId: string;
  saved: ReadonlyMap<string, Line[]>;
  /** The group's own fields that the viewer may see. */
  fields: ReadonlyMap<string, AskedField>;
  places: Places;
  /** Whether the viewer sees who has which role in the group. */
  seesRoles: boolean;
};

/**
 * Whoever is left after all the lines, as a condition on `people` for `where`: what is neither true nor false leaves nobody.
 * The first line begins with nobody if it adds, and else with everyone; without lines it is everyone.
 */
export function isLeftBy(lines: Line[], scope: Scope): SQL {
  return and(...demandsOf(lines, scope).map(({ condition }) => condition)) ?? sql`true`;
}

/** What everyone who is left must be. `isSought`: few may be so, and an index or a set that is gathered finds them. */
export type Demand = { condition: SQL; isSought: boolean };

/**
 * Lines taken apart into what all who are left must be, so that an index can serve each. Read from the end: "only" and
 * "without" demand something of everyone, up to the last line that adds.
 */
export function demandsOf(lines: Line[], scope: Scope): Demand[] {
  const end = lines.findLastIndex(({ how }) => how === 'add') + 1;
  const after = lines
    .slice(end)
    .flatMap(({ how, who }) =>
      how === 'only'
        ? demandsOfOne(who, scope)
        : { condition: sql`not ${conditionOf(who, scope)}`, isSought: false },
    );
  const before = lines.slice(0, end);
  const [first] = before;
  if (!first) return after;
  if (before.length === 1) return [...demandsOfOne(first.who, scope), ...after];
  const conditions = before.map(({ who }) => conditionOf(who, scope));
  return [{ condition: stepsOf(before, conditions).at(-1) ?? sql`true`, isSought: false }, ...after];
}

function demandsOfOne(who: LineCondition, scope: Scope): Demand[] {
  if (who.is === 'within') return demandsWithin(who.segment, scope);
  const condition = asked(who, scope) ?? sql`true`;
  return [{ condition, isSought: SOUGHT.has(who.is) }];
}

const SOUGHT = new Set<LineCondition['is']>([
  ...(['tagged', 'searching', 'listed', 'came', 'missed', 'coming', 'signed', 'pledged'] as const),
  ...(['assessed', 'contact', 'duplicate', 'brought', 'near', 'role', 'person', 'rung'] as const),
]);

/** Whoever is left after each of the lines, given their conditions. */
export function stepsOf(lines: Line[], conditions: SQL[]): SQL[] {
  const steps: SQL[] = [];
  for (const [index, { how }] of lines.entries()) {
    const before = steps.at(-1) ?? (how === 'add' ? sql`false` : sql`true`);
    const condition = conditions[index] ?? sql`false`;
    steps.push(joined(how, before, condition));
  }
  return steps;
}

function joined(how: Line['how'], before: SQL, condition: SQL): SQL {
  if (how === 'add') return sql`(${before} or ${condition})`;
  return how === 'only' ? sql`(${before} and ${condition})` : sql`(${before} and not ${condition})`;
}

/**
 * What one line asks, true or false and never null. What people did is asked as a set: it is gathered once, and each person
 * looked up in it.
 */
export function conditionOf(who: LineCondition, scope: Scope): SQL {
  return personByPerson(asked(who, scope) ?? sql`true`);
}

/**
 * A condition that the server asks of one person after the other and makes no join of: a join with the first few of an order
 * would be one that reads a whole set for each of them. True or false, and never null.
 */
export function personByPerson(condition: SQL): SQL {
  return sql`coalesce(${condition}, false)`;
}

function asked(who: LineCondition, scope: Scope): SQL | undefined {
  switch (who.is) {
    case 'tagged':
      return sql`${people.tags} @> array[${who.tag}]::text[]`;
    case 'speaking':
      return eq(people.language, who.language);
    case 'member':
      return and(isNotNull(people.accountId), standsIn(people.accountId, people.groupId));
    case 'role':
      return scope.seesRoles ? isAmong(holdingRole(who, scope.groupId)) : sql`false`;
    case 'from':
      return eq(people.source, who.source);
    case 'added':
      return inSpan(people.addedAt, who) ?? sql`true`;
    case 'mailable':
      return mayBeMailed();
    case 'lacking':
      return isNull(people[who.what]);
    case 'person':
      return eq(people.id, who.person);
    case 'rung':
      return isAmong(standingOn(who.rung, scope.groupId));
    case 'within':
      return and(sql`true`, ...demandsWithin(who.segment, scope).map(({ condition }) => condition));
    case 'field':
      return isOfField(who, scope);
    case 'searching':
      return isFoundBy(sql`${people.search}`, who.words);
    case 'near':
      return isNear(who, scope);
    case 'brought':
      return isAmong(broughtBy(who.link, scope.groupId));
    case 'assessed':
    case 'unassessed':
    case 'contact':
    case 'no-contact':
    case 'duplicate':
      return isOnRecord(who, scope.groupId);
    case 'listed':
      return isAmong(
        sql`select ${listPeople.personId} from ${listPeople} where ${and(eq(listPeople.groupId, scope.groupId), eq(listPeople.listId, who.list))}`,
      );
    case 'contacted':
      return isAmong(contactedBy(who, scope.groupId));
    case 'signed':
      return isAmong(sql`${didSo(who, scope.groupId)} union all ${signedOnPaper(who, scope.groupId)}`);
    case 'came':
    case 'missed':
      return isAmong(turningOut(who, scope.groupId));
    case 'pledged':
    case 'coming':
    case 'agreed':
    case 'refused':
    case 'postcode':
    case 'city':
      return isAmong(didSo(who, scope.groupId));
  }
}

type Deed = Extract<
  LineCondition,
  { is: 'signed' | 'pledged' | 'coming' | 'agreed' | 'refused' | 'postcode' | 'city' }
>;

/** The ids of those who did, said or answered so. What is about any of the group's things goes by them: so it is indexed. */
function didSo(who: Deed, groupId: string): SQL {
  switch (who.is) {
    case 'signed':
    case 'pledged':
      return sql`select ${signatures.personId} from ${signatures} where ${and(
        eq(signatures.groupId, groupId),
        eq(signatures.kind, who.is === 'signed' ? 'signature' : 'pledge'),
        eq(signatures.stands, true),
        who.campaign
          ? eq(signatures.campaignId, who.campaign)
          : sql`${signatures.campaignId} in ${campaignsOf(groupId)}`,
        inSpan(signatures.confirmedAt, who),
      )}`;
    case 'coming':
      return sql`select ${rsvps.personId} from ${rsvps} where ${and(
        eq(rsvps.groupId, groupId),
        eq(rsvps.eventId, who.event),
        eq(rsvps.state, 'going'),
      )}`;
    case 'agreed':
    case 'refused':
      return sql`select ${consents.personId} from ${consents} where ${and(
        eq(consents.groupId, groupId),
        eq(consents.way, who.way),
        eq(consents.purpose, who.purpose),
        eq(consents.given, who.is === 'agreed' ? 'yes' : 'no'),
      )}`;
    case 'postcode':
    case 'city':
      return sql`select ${personAddresses.personId} from ${personAddresses} where ${and(
        eq(personAddresses.groupId, groupId),
        livesIn(who),
      )}`;
  }
}

/** A postcode by how it begins, a city by its name; blanks and capitals say nothing. */
function livesIn(who: Extract<LineCondition, { is: 'postcode' | 'city' }>): SQL {
  if (who.is === 'city') return sql`lower(${personAddresses.city}) = lower(${who.city})`;
  return beginsWithOneOf(personAddresses.code, [who.begins]);
}

/** A field that is gone, or that the viewer may not see, holds nobody: else a filter would tell what it holds. */
function isOfField(who: FieldLine, { fields }: Scope): SQL {
  if (!isAskable(who, fields.get(who.field))) return sql`false`;
  const isHolder = isAmong(holdersOf(who));
  return who.does === 'lacks' ? sql`not ${isHolder}` : isHolder;
}

/** Near a postcode that the site does not know lives nobody. */
function isNear(who: NearLine, { groupId, places }: Scope): SQL {
  const place = places.get(who.postcode);
  return place ? isAmong(livingNear(who, place, groupId)) : sql`false`;
}

/** A segment in a segment. One that is gone holds nobody; so does one that would hold itself. */
function demandsWithin(id: string, { saved, ...scope }: Scope): Demand[] {
  const others = new Map([...saved].filter(([other]) => other !== id));
  const lines = saved.get(id);
  return lines ? demandsOf(lines, { ...scope, saved: others }) : [{ condition: sql`false`, isSought: false }];
}
