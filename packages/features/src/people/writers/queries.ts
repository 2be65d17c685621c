import type { Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { groups } from '../../groups/tables.ts';
import { openSealedId, sealedId } from '../../site/tokens.ts';
import { findSubscription } from '../queries.ts';
import { consents, people } from '../tables.ts';
import { writerRefusals } from './tables.ts';

type Sealing = Pick<House, 'settings'>;

/** What opens the answer about one writer to a person: it stands in the letters that this one wrote. */
export function writerChoice({ settings }: Sealing, personId: string, writerId: string): string {
  return sealedId(settings.secret, purposeFor(personId), writerId);
}

/** `choice`: which writer it is about. */
export type WriterPlace = { sealed: string; choice: string };

/** Whose letters the holder of an unsubscribe link got through their group, and whether they said no to these. */
export async function findWriter(ctx: Context, { sealed, choice }: WriterPlace) {
  const { id: personId, groupId } = await findSubscription(ctx, sealed);
  const { secret } = ctx.settings;
  // Of somebody whose record was made one with another, the letter names the one that is gone.
  const gone = openedId(secret, sealed);
  const writerId =
    openSealedId(secret, purposeFor(personId), choice) ?? openSealedId(secret, purposeFor(gone), choice);
  if (writerId === null) throw new NotFound('choice');
  const [writer] = await ctx.db
    .select({ name: groups.name, isRefused: refusal(ctx.db, personId, writerId) })
    .from(groups)
    .where(eq(groups.id, writerId));
  if (!writer) throw new NotFound('choice');
  return { ...writer, personId, groupId, writerId };
}

/** The condition, over `people`, that somebody said no to being passed on to other groups, by a list or themself. */
export const refusesSharing: SQL = sql`exists (select from ${consents}
  where ${consents.personId} = ${people.id} and ${consents.way} = 'any' and ${consents.purpose} = 'sharing'
    and ${consents.given} = 'no')`;

/** The condition, over `people`, that somebody wants no letters which this group wrote. */
export function refusesWriter(writerId: SQLWrapper): SQL {
  return sql`exists (select from ${writerRefusals}
    where ${writerRefusals.personId} = ${people.id} and ${writerRefusals.writerId} = ${writerId})`;
}

function refusal(db: Queryable, personId: string, writerId: string): SQL<boolean> {
  const isTheirs = and(eq(writerRefusals.personId, personId), eq(writerRefusals.writerId, writerId));
  return sql<boolean>`exists (${db.select({ at: writerRefusals.at }).from(writerRefusals).where(isTheirs)})`;
}

function openedId(secret: string, sealed: string): string {
  return openSealedId(secret, 'unsubscribe', sealed) ?? '';
}

function purposeFor(personId: string): string {
  return `writer-choice:${personId}`;
}
