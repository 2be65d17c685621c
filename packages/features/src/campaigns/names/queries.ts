import type { Database, Queryable } from '@groundwork/database';
import { and, asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import { beginsWithOneOf } from '../../people/postcodes.ts';
import { people, personAddresses } from '../../people/tables.ts';
import { countPaperSigners, paperSigners } from '../signatures/paper.ts';
import { isOfHome } from '../signatures/queries.ts';
import { shownAs } from '../signatures/shown-name.ts';
import { signatures } from '../signatures/tables.ts';
import type { NamesQuery } from './contract.ts';

/** More paper than anybody carries; all of them are in the file. */
const MOST_NAMES = 20_000;
/** Fewer than these are not told to anybody outside the group, which a book is for. */
const FEWEST_TOLD = 10;

const isShown = and(eq(signatures.showName, true), isNull(signatures.hiddenAt));
/** What is known of where they live, else what they wrote when they signed. */
export const signersPostcode: SQL<string | null> =
  sql`coalesce(${personAddresses.postcode}, ${signatures.postcode})`;

type Named = { id: string; groupId: string };

/**
 * The names of those who stand behind a campaign, first who signed first: of the home group's people, whose names are its own.
 * `shown`: none but what may stand on its page.
 */
export async function readNames(
  { db }: { db: Database },
  campaign: Named,
  { whose, district, most = MOST_NAMES }: NamesQuery & { most?: number },
) {
  const beginnings = beginningsIn(district);
  const [counts, paperCount, living, rows, paperRows] = await Promise.all([
    countNames({ db }, campaign.id),
    countPaperSigners({ db }, campaign),
    beginnings.length > 0 ? countLiving({ db }, campaign, beginnings) : 0,
    listNames({ db }, campaign, { whose, most: most + 1 }),
    whose === 'all' ? listPaperNames({ db }, campaign, most) : [],
  ]);
  return {
    ...{ ...counts, paperCount, paperRows },
    district: beginnings.length > 0 ? { beginnings, count: living < FEWEST_TOLD ? null : living } : null,
    isCut: rows.length > most,
    rows: rows.slice(0, most),
  };
}

/** As they are typed: with commas or semicolons of any script between them. Blanks and capitals say nothing. */
function beginningsIn(district: string | undefined): string[] {
  const typed = (district ?? '').split(/[,;،؛]/).map((one) => one.replaceAll(/\s/g, '').toUpperCase());
  return [...new Set(typed)].filter((one) => one !== '');
}

async function listNames(
  { db }: { db: Queryable },
  { id }: Named,
  { whose, most }: Pick<NamesQuery, 'whose'> & { most: number },
) {
  const standing = and(eq(signatures.campaignId, id), eq(signatures.stands, true));
  const rows = await db
    .select({
      name: signatures.name,
      shownName: signatures.shownName,
      city: personAddresses.city,
      postcode: signersPostcode,
    })
    .from(signatures)
    .leftJoin(personAddresses, eq(personAddresses.personId, signatures.personId))
    .where(and(standing, isOfHome, whose === 'shown' ? isShown : undefined))
    .orderBy(asc(signatures.id))
    .limit(most);
  return rows.map(({ name, shownName, city, postcode }) =>
    // Where somebody lives was not among what they let be shown.
    whose === 'shown'
      ? { name: shownAs({ name, shownName }), city: null, postcode: null }
      : { name, city, postcode },
  );
}

async function listPaperNames({ db }: { db: Queryable }, campaign: Named, most: number) {
  const { rows } = await db.execute<{ name: string; city: string | null; postcode: string | null }>(sql`
    select ${people.name}, ${personAddresses.city}, ${personAddresses.postcode}
    from ${paperSigners(campaign)} paper join ${people} on ${people.id} = paper.person_id
    left join ${personAddresses} on ${personAddresses.personId} = ${people.id}
    order by paper.day, ${people.id} limit ${most}`);
  return rows;
}

async function countNames({ db }: { db: Queryable }, campaignId: string) {
  const [counts] = await db
    .select({
      total: sql<number>`count(*)::int`,
      shownCount: sql<number>`(count(*) filter (where ${isShown}))::int`,
    })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.stands, true), isOfHome));
  return { total: counts?.total ?? 0, shownCount: counts?.shownCount ?? 0 };
}

async function countLiving({ db }: { db: Queryable }, campaign: Named, beginnings: string[]) {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select upper(replace(${signersPostcode}, ' ', '')) as code from ${signatures}
      left join ${personAddresses} on ${personAddresses.personId} = ${signatures.personId}
      where ${signatures.campaignId} = ${campaign.id} and ${signatures.stands} and ${isOfHome}
      union all
      select ${personAddresses.code} from ${paperSigners(campaign)} paper
      join ${personAddresses} on ${personAddresses.personId} = paper.person_id) signer
    where ${beginsWithOneOf(sql`signer.code`, beginnings)}`);
  return rows[0]?.count ?? 0;
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
