import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { NotFound } from '../../errors.ts';
import { shownPhone } from '../phones.ts';
import { contactPoints, people, personHistory } from '../tables.ts';

type Kind = 'email' | 'phone';

/** `unknown`, without a day, for what is not kept; `isOfRecord` where only of the whole record something is. */
export type PointOrigin = {
  source: (typeof contactPoints.$inferSelect)['source'];
  at: Date | null;
  isOfRecord: boolean;
  isProven: boolean;
  provenAt: Date | null;
};
export type FirstOrigins = Record<Kind, PointOrigin>;

/**
 * Where a person's first email and phone come from, and whether the email is proven: what their history says last of them,
 * and where the record is from until then. Of an email that was a further one, or another record's, it is kept beside it.
 */
export async function findFirstOrigins(db: Queryable, personId: string): Promise<FirstOrigins> {
  const [[person], lines, [pressed]] = await Promise.all([
    db
      .select({
        source: people.source,
        addedAt: people.addedAt,
        kept: people.emailOrigin,
        signsIn: sql<boolean>`coalesce(${accounts.email} = ${people.email}, false)`,
        hasFurther: sql<boolean>`exists (select from ${contactPoints} point
          where point.person_id = ${people.id} and point.kind = 'email')`,
      })
      .from(people)
      .leftJoin(accounts, eq(accounts.id, people.accountId))
      .where(eq(people.id, personId)),
    listChanges(db, personId),
    db
      .select({ at: personHistory.at })
      .from(personHistory)
      .where(and(eq(personHistory.personId, personId), eq(personHistory.kind, 'confirmed')))
      .orderBy(asc(personHistory.at))
      .limit(1),
  ]);
  if (!person) throw new NotFound('person');
  const origin = (kind: Kind) =>
    originIn(lines, kind) ?? { source: person.source, at: person.addedAt, isOfRecord: true };
  // A link that was followed shows that they read the mail of the only address they ever had here, and of no other.
  const isOnly = !person.hasFurther && originIn(lines, 'email') === null;
  const pressedAt = isOnly && pressed ? pressed.at : null;
  const { kept } = person;
  const provenAt = kept ? dateOf(kept.provenAt) : pressedAt;
  const email = {
    ...(kept ? { ...kept, at: dateOf(kept.at) } : origin('email')),
    isProven: person.signsIn || provenAt !== null,
    provenAt,
  };
  return { email, phone: { ...origin('phone'), isProven: false, provenAt: null } };
}

function dateOf(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

/** The further emails and phones of a person with where each is from, in the order in which they came. */
export async function listFurtherOrigins(db: Queryable, personId: string) {
  const { kind, value, provenAt, source, addedAt } = contactPoints;
  const further = await db
    .select({ kind, value, provenAt, source, at: addedAt })
    .from(contactPoints)
    .where(eq(contactPoints.personId, personId))
    .orderBy(asc(addedAt), asc(contactPoints.id));
  return further.map(({ kind: of, value: point, ...origin }) => ({
    ...{ kind: of, value: point },
    origin: { ...origin, isOfRecord: false, isProven: origin.provenAt !== null },
  }));
}

type Owner = { id: string; email: string | null; phoneShown: string | null };

/** All emails and phones of a person as they read them themself, the first ones first. */
export async function listOwnPoints(db: Queryable, { id, email, phoneShown }: Owner) {
  const [origins, further] = await Promise.all([findFirstOrigins(db, id), listFurtherOrigins(db, id)]);
  const firsts = [
    { kind: 'email' as const, shown: email, origin: origins.email },
    { kind: 'phone' as const, shown: phoneShown, origin: origins.phone },
  ];
  const others = further.map(({ kind, value, origin }) => ({
    ...{ kind, origin },
    shown: kind === 'phone' ? shownPhone(value, null) : value,
  }));
  return [...firsts, ...others].flatMap(({ shown, ...one }) => (shown === null ? [] : [{ ...one, shown }]));
}

type Change = { kind: string; fields: string[] | null; actorId: string | null; at: Date };

function listChanges(db: Queryable, personId: string): Promise<Change[]> {
  const { id, kind, fields, actorId, at } = personHistory;
  return db
    .select({ kind, fields, actorId, at })
    .from(personHistory)
    .where(and(eq(personHistory.personId, personId), inArray(kind, ['corrected', 'merged', 'parted'])))
    .orderBy(desc(at), desc(id));
}

/** What was last done to a first point, of what is kept; null while nothing was. */
function originIn(lines: Change[], kind: Kind): Omit<PointOrigin, 'isProven' | 'provenAt'> | null {
  for (const { kind: did, fields, actorId, at } of lines) {
    // Which of the two records it is from was chosen then, and is not kept.
    if (did !== 'corrected') return { source: 'unknown', at: null, isOfRecord: false };
    if (fields?.includes(kind))
      return { source: actorId === null ? 'own-page' : 'organizer', at, isOfRecord: false };
    if (fields?.includes(`${kind}-first`) || fields?.includes(`${kind}-removed`))
      return { source: 'unknown', at: null, isOfRecord: false };
  }
  return null;
}
