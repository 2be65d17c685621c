import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import { findFirstOrigins } from '../origins/queries.ts';
import { contactPoints, people } from '../tables.ts';

export type PointOwner = { id: string; groupId: string };
export type Point = { kind: 'email' | 'phone'; value: string };

/**
 * Puts an email or a phone first, with what is known of where it is from; the one before is a further one. In this order no
 * address is in two places at any moment, which the database would refuse.
 */
export async function putFirst(
  tx: Transaction,
  owner: PointOwner,
  { point, before }: { point: Point; before: string | null },
) {
  const origins = await findFirstOrigins(tx, owner.id);
  const [known] = await tx.delete(contactPoints).where(isPoint(owner, point)).returning();
  const origin = known && {
    source: known.source,
    at: known.addedAt.toISOString(),
    isOfRecord: false,
    provenAt: known.provenAt?.toISOString() ?? null,
  };
  await setFirst(tx, owner, { ...point, origin });
  if (before === null) return;
  const { source, at, provenAt } = origins[point.kind];
  const addedAt = at ?? undefined;
  await addFurther(tx, owner, {
    ...{ kind: point.kind, value: before },
    source,
    provenAt,
    ...(addedAt && { addedAt }),
  });
}

type Put = { kind: Point['kind']; value: string | null; origin?: typeof people.$inferInsert.emailOrigin };

/** Without an origin, the person's history says where it is from. */
export async function setFirst(tx: Transaction, { id }: PointOwner, { kind, value, origin }: Put) {
  await tx
    .update(people)
    .set(kind === 'email' ? { email: value, emailOrigin: origin ?? null } : { phone: value })
    .where(eq(people.id, id));
}

type Further = Omit<typeof contactPoints.$inferInsert, 'id' | 'groupId' | 'personId'>;
export async function addFurther(
  tx: Transaction,
  { id, groupId }: PointOwner,
  point: Further,
): Promise<void> {
  await tx
    .insert(contactPoints)
    .values({ ...point, id: newId(), groupId, personId: id })
    .onConflictDoNothing({ target: [contactPoints.personId, contactPoints.kind, contactPoints.value] });
}

/** The condition on further points that one is this point of theirs. */
export function isPoint({ id }: PointOwner, { kind, value }: Point) {
  return and(eq(contactPoints.personId, id), eq(contactPoints.kind, kind), eq(contactPoints.value, value));
}
