import type { Queryable } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { listExternalIds } from '../external-ids/queries.ts';
import { findShutOf } from '../../outbox/shut-mailboxes.ts';
import { permit } from '../../policy.ts';
import { findFirstOrigins, listFurtherOrigins, type PointOrigin } from '../origins/queries.ts';
import { countryOf, isReadable, shownPhone } from '../phones.ts';
import { peoplePolicy } from '../policy.ts';
import { answersOf, findPeopleHolder } from '../queries.ts';
import { people, personAddresses } from '../tables.ts';
import { mayBeReached, BY_HAND, WAYS } from '../ways.ts';

/** How one person can be reached, and whether they may be, for those who may see people. */
export async function findReach(ctx: Context, slug: string, personId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const person = await findReached(ctx.db, group.id, personId);
  const [from, origins, further, answers, externalIds] = await Promise.all([
    countryOf(ctx.db, group.id),
    findFirstOrigins(ctx.db, personId),
    listFurtherOrigins(ctx.db, personId),
    answersOf(ctx.db, personId),
    listExternalIds(ctx.db, personId),
  ]);
  const { id: _, email, phone, may, doNotContact, ...parts } = person;
  const found = await findShutOf(ctx, email);
  // That a letter of another group was called spam is between those two.
  const isTold = found?.why !== 'complaint' || answers.some(({ how }) => how === 'complaint');
  const shut = isTold ? found : null;
  const firsts = [
    { kind: 'email' as const, value: email, isFirst: true, origin: origins.email },
    { kind: 'phone' as const, value: phone, isFirst: true, origin: origins.phone },
  ];
  const points = [...firsts, ...further.map((one) => ({ ...one, isFirst: false }))].flatMap(
    ({ value, ...one }) => (value === null ? [] : pointView({ ...one, value }, from)),
  );
  const news = answers.filter(({ purpose }) => purpose === 'updates');
  const refusal = answers.find(({ purpose, given }) => purpose === 'sharing' && given === 'no');
  const noSharing = refusal ? { answer: refusal, canUndo: refusal.how === BY_HAND.how } : null;
  const ways = WAYS.map((way) => {
    const answer = news.find((one) => one.way === way) ?? null;
    const isShut = way === 'email' && found !== null;
    return { way, may: may[way] && !isShut, answer, canUndo: answer?.how === BY_HAND.how };
  });
  return {
    ...{ points: inKinds(points), shut, address: addressIn(parts), externalIds },
    ...{ doNotContact, noSharing, ways, group },
  };
}

/** A group's person whom the viewer may correct; else as the policy says. */
export async function findCorrectable(ctx: Context, slug: string, personId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const person = await findReached(ctx.db, group.id, personId);
  permit(peoplePolicy, 'correct', group);
  return { id: person.id, groupId: group.id };
}

type Point = { kind: 'email' | 'phone'; value: string; isFirst: boolean; origin: PointOrigin };

function pointView({ kind, value, isFirst, origin }: Point, country: string | null) {
  const isPhone = kind === 'phone';
  return {
    kind,
    value,
    ...{ isFirst, origin },
    shown: isPhone ? shownPhone(value, country) : value,
    isReadable: !isPhone || isReadable(value),
  };
}

/** All emails, then all phones. */
function inKinds<T extends { kind: string }>(points: T[]) {
  return points.toSorted((a, b) => a.kind.localeCompare(b.kind, 'en'));
}

async function findReached(db: Queryable, groupId: string, personId: string) {
  const { street, city, region, postcode, country } = personAddresses;
  const [person] = await db
    .select({
      id: people.id,
      email: people.email,
      phone: people.phone,
      doNotContact: people.doNotContact,
      ...{ street, city, region, postcode, country },
      may: {
        email: sql<boolean>`${mayBeReached('email')}`,
        text: sql<boolean>`${mayBeReached('text')}`,
        call: sql<boolean>`${mayBeReached('call')}`,
        post: sql<boolean>`${mayBeReached('post')}`,
      },
    })
    .from(people)
    .leftJoin(personAddresses, eq(personAddresses.personId, people.id))
    .where(and(eq(people.groupId, groupId), eq(people.id, personId)));
  if (!person) throw new NotFound('person');
  return person;
}

type Parts = Record<'street' | 'city' | 'region' | 'postcode' | 'country', string | null>;
function addressIn(parts: Parts) {
  const known = Object.entries(parts).filter(([, part]) => part !== null);
  return known.length === 0 ? null : (Object.fromEntries(known) as Partial<Record<keyof Parts, string>>);
}
