import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { climb } from './climbing/climbing.ts';
import { aLadderWriter } from './fixtures.ts';

/** A ladder that tags whoever falls silent, twice, opened; two have fallen silent, and nobody has looked yet. */
async function aTagger() {
  const writer = await aLadderWriter();
  const { site, group, begin, says, add, open, asOrganizer } = writer;
  const [ana, ben] = [await aPerson(site, group), await aPerson(site, group)];
  const ladder = await begin();
  await says(ladder, { begins: 'silent', days: 30 });
  await add(ladder, { does: 'tag', tag: 'first' });
  await add(ladder, { does: 'tag', tag: 'second' });
  await open(ladder);
  await site.db.execute(
    sql`update people set last_seen_at = now() - interval '31 days' where account_id is null`,
  );
  await site.db.execute(sql`update ladders set begins_since = now() - interval '60 days', due_at = now()`);
  const tagged = async (tag: string): Promise<string[]> => {
    const found = await asOrganizer.get(`/groups/${group.slug}/people?lines=only:tagged:tag=${tag}`);
    return found.body.rows.map(({ id }: { id: string }) => id).sort();
  };
  return { ...writer, ladder, ana, ben, tagged };
}

test('whoever is held at this moment, as they are made one with another record, is passed by and keeps nobody', async () => {
  const { site, ana, ben, tagged, later } = await aTagger();
  await site.db
    .execute(sql`insert into climbers (ladder_id, group_id, person_id, state, rung_id, began_at, due_at)
    select ladder_id, ladder_steps.group_id, people.id, 'standing', ladder_steps.id, now(), now()
    from ladder_steps, people where position = 0 and people.account_id is null`);
  await site.db.execute(sql`update ladders set looked_until = now()`);
  await site.db.transaction(async (tx) => {
    await tx.execute(sql`select from ${people} where id = ${ana.id} for update`);
    await climb(site.ctx());
    expect(await tagged('second')).toEqual([ben.id]);
  });
  await later();
  expect(await tagged('second')).toEqual([ana.id, ben.id].sort());
});

test('stopped while a worker is at it, nobody takes another step', async () => {
  const { site, ladder, asOrganizer, tagged, later } = await aTagger();
  const ctx = site.ctx();
  let changes = 0;
  const change: Context['change'] = async (work) => {
    // The newcomers, and then a step.
    if (++changes === 3) await asOrganizer.put(`${ladder}/stop`);
    return ctx.change(work);
  };
  await climb({ ...ctx, change });
  expect([(await tagged('first')).length, await tagged('second')]).toEqual([2, []]);
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect(await tagged('second')).toHaveLength(2);
});
