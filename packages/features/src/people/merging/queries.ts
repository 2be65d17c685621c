import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { nameIn } from '../../groups/standing.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder, findPersonOf } from '../queries.ts';
import { consents, people } from '../tables.ts';
import { narrower, type AnswerRow } from './answers.ts';
import { compareParts } from './parts.ts';
import { personMerges } from './tables.ts';

/** For so many days two records can be parted again. */
export const PARTABLE_DAYS = 30;

type Pair = { slug: string; personId: string; otherId: string };

/** Two records of a group side by side, for those who may make them one. */
export async function compareTwo(ctx: Context, { slug, personId, otherId }: Pair) {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'merge', group);
  const sides = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      addedAt: people.addedAt,
      hasAccount: isNotNull(people.accountId).mapWith(Boolean),
      doNotContact: people.doNotContact,
    })
    .from(people)
    .where(and(eq(people.groupId, group.id), sql`${people.id} in (${personId}, ${otherId})`))
    // Who stays: the one with an account, else the older one.
    .orderBy(sql`${people.accountId} is null`, asc(people.addedAt), asc(people.id));
  if (personId === otherId) {
    if (sides.length === 0) throw new NotFound('person');
    throw new Conflict('people.merge-same');
  }
  const [stays, goes] = sides;
  if (!stays || !goes) throw new NotFound('person');
  const [answers, theirs] = [await readAnswers(ctx.db, stays.id), await readAnswers(ctx.db, goes.id)];
  const said = (rows: AnswerRow[], { way, purpose }: AnswerRow) =>
    rows.find((one) => one.way === way && one.purpose === purpose)?.given ?? null;
  return {
    stays,
    goes,
    refusal: stays.hasAccount && goes.hasAccount ? 'people.merge-accounts' : null,
    parts: await compareParts(ctx.db, { stays: stays.id, goes: goes.id, groupId: group.id }),
    answers: narrower(answers, theirs).map((merged) => ({
      ...{ way: merged.way, purpose: merged.purpose, merged: merged.given },
      ...{ stays: said(answers, merged), goes: said(theirs, merged) },
    })),
    doNotContact: stays.doNotContact || goes.doNotContact,
  };
}

/** The records that were made one with this one and can be parted from it, the last first. */
export async function listMerges(ctx: Context, slug: string, personId: string) {
  const { group } = await findPersonOf(ctx, slug, personId);
  const rows = await ctx.db
    .select({
      id: personMerges.id,
      name: sql<string | null>`${personMerges.kept}->'gone'->>'name'`,
      email: sql<string | null>`${personMerges.kept}->'gone'->>'email'`,
      by: nameIn(personMerges.mergedBy, group.id),
      at: personMerges.at,
      until: sql`${personMerges.at} + make_interval(days => ${PARTABLE_DAYS})`.mapWith(personMerges.at),
    })
    .from(personMerges)
    .where(and(eq(personMerges.intoId, personId), isPartable()))
    .orderBy(desc(personMerges.at), desc(personMerges.id))
    .limit(20);
  return rows.map((row, index) => ({ ...row, isNext: index === 0 }));
}

/** The condition that the two of a merge can still be parted. */
export function isPartable() {
  return sql`${personMerges.kept} is not null
    and ${personMerges.at} > now() - make_interval(days => ${PARTABLE_DAYS})`;
}

/** The answers of a person as their rows are. */
export async function readAnswers(db: Queryable, personId: string): Promise<AnswerRow[]> {
  const own = alias(consents, 'own');
  const rows = await db
    .select({ row: sql<AnswerRow>`to_jsonb(own)` })
    .from(own)
    .where(eq(own.personId, personId))
    .orderBy(asc(own.way), asc(own.purpose));
  return rows.map(({ row }) => row);
}
