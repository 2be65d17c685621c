import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCrew } from '../people/fixtures.ts';
import { consents, people } from '../people/tables.ts';
import { aSite } from '../testing.ts';
import { isLeftBy } from './conditions.ts';

test('a set that outgrows the memory of the server is not read through for each person', async () => {
  const { db, groupId } = await aFewThousandWhoAgreed();
  const withoutThem = isLeftBy(
    [{ how: 'without', who: { is: 'agreed', way: 'email', purpose: 'updates' } }],
    { groupId, saved: new Map(), fields: new Map(), places: new Map(), seesRoles: true },
  );
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '64kB'`);
    await tx.execute(sql`set local hash_mem_multiplier = 1`);
    const { rows } = await tx.execute(
      sql`explain select count(*) from ${people} where ${people.groupId} = ${groupId} and ${withoutThem}`,
    );
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  });
  expect(plan).toMatch(/Index Cond: .*person_id = people\.id/);
});

async function aFewThousandWhoAgreed() {
  const site = await aSite();
  const { group } = await aCrew(site);
  await site.db.execute(sql`
    with made as (
      insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Person ' || number, 'en', 'import' from generate_series(1, 5000) number returning id
    )
    insert into consents (person_id, group_id, way, purpose, given, how)
    select id, ${group.id}, 'email', 'updates', 'yes', 'import' from made`);
  await site.db.execute(sql`analyze ${people}, ${consents}`);
  return { db: site.db, groupId: group.id };
}
