import type { Database, Queryable } from '@groundwork/database';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { personAddresses } from '../../people/tables.ts';
import { shownAs } from '../signatures/shown-name.ts';
import { signatures } from '../signatures/tables.ts';
import type { NamesQuery } from './contract.ts';

/** More paper than anybody carries; all of them are in the file. */
const MOST_NAMES = 20_000;

const isShown = and(eq(signatures.showName, true), isNull(signatures.hiddenAt));

/** The names of those who stand behind a campaign, first who signed first. `shown`: none but what may stand on its page. */
export async function readNames(
  { db }: { db: Database },
  campaignId: string,
  { whose, most = MOST_NAMES }: NamesQuery & { most?: number },
) {
  const standing = and(eq(signatures.campaignId, campaignId), eq(signatures.stands, true));
  const [counts, rows] = await Promise.all([
    countNames({ db }, campaignId),
    db
      .select({
        name: signatures.name,
        shownName: signatures.shownName,
        city: personAddresses.city,
        postcode: personAddresses.postcode,
      })
      .from(signatures)
      .leftJoin(personAddresses, eq(personAddresses.personId, signatures.personId))
      .where(and(standing, whose === 'shown' ? isShown : undefined))
      .orderBy(asc(signatures.id))
      .limit(most + 1),
  ]);
  const names = rows.slice(0, most).map(({ name, shownName, city, postcode }) =>
    // Where somebody lives was not among what they let be shown.
    whose === 'shown'
      ? { name: shownAs({ name, shownName }), city: null, postcode: null }
      : { name, city, postcode },
  );
  return { ...counts, isCut: rows.length > most, rows: names };
}

async function countNames({ db }: { db: Queryable }, campaignId: string) {
  const [counts] = await db
    .select({
      total: sql<number>`count(*)::int`,
      shownCount: sql<number>`(count(*) filter (where ${isShown}))::int`,
    })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.stands, true)));
  return { total: counts?.total ?? 0, shownCount: counts?.shownCount ?? 0 };
}

/** The id of the last of the next so many signatures of a campaign, or undefined where no more are left than that. */
export async function endOfNames(
  { db }: { db: Queryable },
  campaignId: string,
  { from, count }: { from: string; count: number },
): Promise<string | undefined> {
  const [last] = await db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), gt(signatures.id, from)))
    .orderBy(asc(signatures.id))
    .offset(count - 1)
    .limit(1);
  return last?.id;
}
