import type { Database } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { personExternalIds } from '../external-ids/tables.ts';
import type { ExternalId, Tool } from '../contract.ts';
import { findSuppressed } from '../suppressions.ts';
import { consents, contactPoints, people } from '../tables.ts';
import type { ImportPlan } from './contract.ts';

type Named = {
  groupId: string;
  consent: ImportPlan['consent'];
  /** Addresses of rows that say no, and of each row that does not. */
  noed: string[];
  others: string[][];
  byIds: ExternalId[];
};

/** What is known here of those whom a file names, counted. */
export async function countKnown(ctx: Context, { groupId, consent, noed, others, byIds }: Named) {
  const addresses = consent === 'no' ? [...noed, ...others.flat()] : noed;
  const overruledCount = await countOverruled(ctx.db, groupId, addresses);
  const isNoed = new Set(noed);
  const unsaid = consent === 'no' ? [] : others.filter((row) => !row.some((address) => isNoed.has(address)));
  const erased = await findSuppressed(ctx.db, ctx, { groupId, addresses: [...new Set(unsaid.flat())] });
  const erasedNoes = new Set(
    unsaid.flatMap((row) => row.filter((address) => erased.has(address)).slice(0, 1)),
  );
  const knownByIds = await countByIds(ctx.db, groupId, byIds);
  return { overruledCount, erasedNoCount: erasedNoes.size, knownByIds };
}

/** How many people of a group said yes to email and are among these addresses. */
async function countOverruled(db: Database, groupId: string, addresses: string[]): Promise<number> {
  if (addresses.length === 0) return 0;
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${people} join ${consents} on ${consents.personId} = ${people.id}
    where ${people.groupId} = ${groupId} and (${people.email} = any(${sql.param(addresses)}::text[])
        or ${people.id} in (select point.person_id from ${contactPoints} point where point.group_id = ${groupId}
          and point.kind = 'email' and point.value = any(${sql.param(addresses)}::text[])))
      and ${consents.way} = 'email' and ${consents.purpose} = 'updates' and ${consents.given} = 'yes'`);
  return rows[0]?.count ?? 0;
}

/** How many people of a group are known to it by these numbers, by tool. */
async function countByIds(db: Database, groupId: string, byIds: ExternalId[]) {
  if (byIds.length === 0) return [];
  const column = (name: keyof ExternalId) => sql.param(byIds.map((one) => one[name]));
  const { rows } = await db.execute<{ tool: Tool; count: number }>(sql`
    select known.tool, count(distinct known.person_id)::int as count from ${personExternalIds} known
    where known.group_id = ${groupId} and (known.tool, known.value) in
      (select * from unnest(${column('tool')}::text[], ${column('value')}::text[]))
    group by known.tool order by known.tool`);
  return rows;
}
