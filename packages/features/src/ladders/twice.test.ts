import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { wholeChoice } from '../people/choice-seals.ts';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

/** Ladders of one letter each for who falls silent; `fallSilent` lets those who are not heard of begin. */
async function someReminders(count = 1) {
  const writer = await aLadderWriter();
  const { site, begin, says, add, open, pass } = writer;
  const ladders: string[] = [];
  for (let n = 0; n < count; n++) {
    const ladder = await begin();
    await says(ladder, { begins: 'silent', days: 30 });
    await add(ladder, { does: 'send' }, `Letter ${n}`);
    await add(ladder, { does: 'wait', days: 5 });
    await open(ladder);
    ladders.push(ladder);
  }
  const fallSilent = async () => {
    await site.db.execute(
      sql`update people set last_seen_at = now() + interval '90 days' where account_id is not null`,
    );
    await pass(31);
  };
  return { ...writer, ladder: ladders[0] ?? '', fallSilent };
}

test('whoever had a letter before a stop of more than a month does not get it again', async () => {
  const { site, group, ladder, asOrganizer, fallSilent, mailed, leave, pass, later, look } =
    await someReminders();
  await aPerson(site, group, { isSubscribed: true });
  await fallSilent();
  expect(await mailed()).toHaveLength(1);
  await leave();
  await asOrganizer.put(`${ladder}/stop`);
  await pass(31);
  await site.sweep('outbox.forget');
  expect(await mailed()).toHaveLength(0);
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect(await mailed()).toHaveLength(0);
  expect((await look(ladder)).steps[0]?.standingCount).toBe(0);
});

test('who wants one letter a month gets one of two ladders, and the other when the month is over', async () => {
  const { site, group, fallSilent, mailed, later } = await someReminders(2);
  const sam = await aPerson(site, group, { isSubscribed: true });
  await site
    .as(null)
    .put(`/subscriptions/${sam.unsubscribe}/monthly`, { choice: wholeChoice(site.house, sam.id) });
  await fallSilent();
  expect(await mailed()).toHaveLength(1);
  await later();
  expect(await mailed()).toHaveLength(1);
  const { rows } = await site.db.execute<{ state: string }>(
    sql`select state from climbers where person_id = ${sam.id} order by state`,
  );
  expect(rows.map(({ state }) => state)).toEqual(['mailing', 'standing']);
});

test('of two records that are made one, the letter of the one is that of both', async () => {
  const { site, group, steward, ladder, fallSilent, mailed, later, leave, look } = await someReminders();
  const ana = await aPerson(site, group, { isSubscribed: true });
  const ben = await aPerson(site, group, { isSubscribed: true });
  await site.db.execute(
    sql`update people set last_seen_at = now() + interval '90 days' where id = ${ana.id}`,
  );
  await fallSilent();
  expect((await mailed()).map(({ to }) => to)).toEqual([ben.email]);
  const merged = await site
    .as(steward)
    .post(`/groups/${group.slug}/people/${ana.id}/merges`, { otherId: ben.id, chosen: [] });
  expect([merged.status, merged.body.personId]).toEqual([201, ana.id]);
  await later();
  expect(await mailed()).toHaveLength(1);
  await leave();
  await later();
  expect(await mailed()).toHaveLength(1);
  expect((await look(ladder)).steps[0]?.outcomes).toEqual([{ outcome: 'done', count: 1 }]);
});
