import type { Transaction } from '@groundwork/database';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { lockGroup } from '../../groups/locks.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { noteByHand } from '../history/actions.ts';
import { countryOf, phoneOf } from '../phones.ts';
import { findNextPoint } from '../points.ts';
import { ADDRESS_PARTS, findAddressParts, writeAddress } from '../postal.ts';
import { contactPoints, people } from '../tables.ts';
import { BY_HAND } from '../ways.ts';
import type { PointAsked, PointKept, PostalAddress } from './contract.ts';
import { addFurther, isPoint, putFirst, setFirst, type PointOwner, type Point } from './keeping.ts';
import { findCorrectable } from './queries.ts';

/**
 * Sees to it that a person has this email or phone, and has it first where that is asked; the one that was first is a
 * further one from then on. Refused where somebody else of the group has the email. Safe to do twice.
 */
export async function keepPoint(
  ctx: Context,
  slug: string,
  personId: string,
  { isFirst = false, ...asked }: PointKept,
): Promise<void> {
  await changeReach(ctx, slug, personId, async (tx, owner, firsts) => {
    const point = await readPoint(tx, owner, asked);
    const first = firsts[point.kind];
    if (first === point.value) return;
    if (point.kind === 'email') await refuseTaken(tx, owner, { slug, email: point.value });
    await spendQuota(ctx, tx, 'contact-points', owner.groupId);
    if (first !== null && !isFirst) return addFurther(tx, owner, { ...point, ...BY_ORGANIZER });
    const isKnown = (await tx.$count(contactPoints, isPoint(owner, point))) > 0;
    await putFirst(tx, owner, { point, before: first });
    await noteCorrected(tx, ctx, owner, isKnown ? `${point.kind}-first` : point.kind);
  });
}

/** Takes an email or a phone from a person. The next one becomes the first where it was that. */
export async function removePoint(
  ctx: Context,
  slug: string,
  personId: string,
  asked: PointAsked,
): Promise<{ wasFirst: boolean }> {
  return changeReach(ctx, slug, personId, async (tx, owner, firsts) => {
    const { kind, value } = await readPoint(tx, owner, asked);
    const wasFirst = firsts[kind] === value;
    if (!wasFirst) {
      const gone = await tx.delete(contactPoints).where(isPoint(owner, { kind, value })).returning();
      if (gone.length === 0) throw new NotFound('contact point');
      return { wasFirst };
    }
    const next = await findNextPoint(tx, owner.id, kind);
    if (next !== null) await putFirst(tx, owner, { point: { kind, value: next }, before: null });
    else await setFirst(tx, owner, { kind, value: null });
    await noteCorrected(tx, ctx, owner, `${kind}-removed`);
    return { wasFirst };
  });
}

/** Writes down where somebody gets their post; nowhere, where nothing is given. Their history tells that it was corrected, if it was. */
export async function setAddress(
  ctx: Context,
  slug: string,
  personId: string,
  asked: PostalAddress,
): Promise<void> {
  const { street, city, region, postcode, country } = asked;
  const parts = {
    street: street || null,
    city: city || null,
    region: region || null,
    postcode: postcode || null,
    country: country || null,
  };
  await changeReach(ctx, slug, personId, async (tx, owner) => {
    const before = await findAddressParts(tx, owner.id);
    if (ADDRESS_PARTS.every((part) => parts[part] === before[part])) return;
    await writeAddress(tx, owner, parts);
    await noteCorrected(tx, ctx, owner, 'address');
  });
}

type Firsts = Record<Point['kind'], string | null>;

/** One at a time in a group: two people cannot be given the same email at once. */
async function changeReach<T>(
  ctx: Context,
  slug: string,
  personId: string,
  work: (tx: Transaction, owner: PointOwner, firsts: Firsts) => Promise<T>,
): Promise<T> {
  const owner = await findCorrectable(ctx, slug, personId);
  return ctx.change(async (tx) => {
    await lockGroup(tx, owner.groupId);
    const [firsts] = await tx
      .select({ email: people.email, phone: people.phone })
      .from(people)
      .where(eq(people.id, owner.id))
      .for('update');
    if (!firsts) throw new NotFound('person');
    const outcome = await work(tx, owner, firsts);
    note(tx, ctx, 'people.reach-changed', owner);
    return outcome;
  });
}

/** What was typed, in the form that is kept; what is kept already, as it is. */
async function readPoint(tx: Transaction, owner: PointOwner, { email, phone }: PointAsked): Promise<Point> {
  if (email) return { kind: 'email', value: email };
  if (!phone) throw new Invalid([{ name: 'email', code: 'field.required' }]);
  const asKept = { kind: 'phone' as const, value: phone };
  if ((await tx.$count(contactPoints, isPoint(owner, asKept))) > 0) return asKept;
  const isFirst = and(eq(people.id, owner.id), eq(people.phone, phone));
  if ((await tx.$count(people, isFirst)) > 0) return asKept;
  const { groupId } = owner;
  const value = phoneOf(phone, await countryOf(tx, groupId));
  if (value === null) throw new Invalid([{ name: 'phone', code: 'field.phone' }]);
  return { kind: 'phone', value };
}

async function refuseTaken(
  tx: Transaction,
  owner: PointOwner,
  { slug, email }: { slug: string; email: string },
) {
  const theirs = tx
    .select({ id: contactPoints.personId })
    .from(contactPoints)
    .where(
      and(
        eq(contactPoints.groupId, owner.groupId),
        eq(contactPoints.kind, 'email'),
        eq(contactPoints.value, email),
      ),
    );
  const isIt = or(eq(people.email, email), sql`${people.id} in ${theirs}`);
  const [other] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.groupId, owner.groupId), ne(people.id, owner.id), isIt));
  if (!other) return;
  const link = `/groups/${slug}/people/${other.id}`;
  throw new Invalid([{ name: 'email', code: 'people.email-taken', params: { name: other.name }, link }]);
}

const BY_ORGANIZER = { source: BY_HAND.how } as const;

async function noteCorrected(tx: Transaction, ctx: Context, { id, groupId }: PointOwner, field: string) {
  await noteByHand(tx, ctx, { groupId, personId: id, kind: 'corrected', fields: [field] });
}
