import { sql, type SQL } from 'drizzle-orm';
import { didBetween } from '../compositions/results/counting.ts';
import { standsIn } from '../groups/standing.ts';
import { consents, people } from '../people/tables.ts';
import { conditionOf, type Scope } from '../segments/conditions.ts';
import { isAskable } from '../segments/field-lines.ts';
import type { Line } from '../segments/lines.ts';
import type { Question, Step } from './step.ts';

/** Of whom it is asked: since when they are on the ladder, and up to when what they did counts. */
type Asked = { scope: Scope; beganAt: SQL; until: SQL };

/** The condition over `people` that a question is true of somebody. True or false, and never null. */
export function isTrueOf(question: Question, { scope, beganAt, until }: Asked): SQL {
  switch (question.is) {
    case 'did':
      return didBetween(question.deed, {
        ...{ personId: sql`${people.id}`, since: beganAt, until },
        ...(question.thing !== undefined && { thing: question.thing }),
      });
    case 'left':
      return sql`(${people.accountId} is null or not ${standsIn(people.accountId, people.groupId)})`;
    case 'refused':
      return sql`(${people.doNotContact} or exists (select from ${consents} said where said.person_id = ${people.id}
        and said.way = 'email' and said.purpose = 'updates' and said.given = 'no'))`;
    case 'line':
      return conditionOf(question.who, scope);
  }
}

/** The condition that one of several questions is true; of none, it is not. */
export function isOneTrueOf(questions: Question[], asked: Asked): SQL {
  const conditions = questions.map((question) => isTrueOf(question, asked));
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

/** What a step asks. */
export function questionOf(does: Step): Question | null {
  return does.is === 'stop' || does.is === 'branch' ? does.question : null;
}

/** The sentences among the questions of steps, as lines: what these stand on has to be read for them. */
export function linesAsked(steps: { does: Step }[]): Line[] {
  return steps.flatMap(({ does }): Line[] => {
    const question = questionOf(does);
    return question?.is === 'line' ? [{ how: 'only', who: question.who }] : [];
  });
}

/**
 * Whether one of these lines, or of the segments that they stand on, asks for what is not there: it would hold nobody, and say
 * so to no one.
 */
export function isOneGone(lines: Line[], scope: Scope, seen = new Set<string>()): boolean {
  return lines.some(({ who }) => {
    if (who.is === 'role') return !scope.seesRoles;
    if (who.is === 'field') return !isAskable(who, scope.fields.get(who.field));
    if (who.is !== 'within') return false;
    const inner = scope.saved.get(who.segment);
    if (!inner) return true;
    if (seen.has(who.segment)) return false;
    seen.add(who.segment);
    return isOneGone(inner, scope, seen);
  });
}
