import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

/** A ladder on which these people of a group stand, waiting. */
async function aClimb() {
  const writer = await aLadderWriter();
  const { site, group, begin, says, add, open, pass } = writer;
  const ladder = await begin();
  await says(ladder, { begins: 'silent', days: 30 });
  await add(ladder, { does: 'wait', days: 5 });
  await add(ladder, { does: 'send' });
  await open(ladder);
  const [ana, ben] = [
    await aPerson(site, group, { isSubscribed: true, email: 'ana@example.org' }),
    await aPerson(site, group, { isSubscribed: true, email: 'ana@home.example' }),
  ];
  await site.db.execute(
    sql`update people set last_seen_at = now() + interval '90 days' where account_id is not null`,
  );
  await pass(31);
  return { ...writer, ladder, ana, ben };
}

test('two records that are made one go on as one', async () => {
  const { site, group, steward, ladder, ana, ben, look, pass, mailed } = await aClimb();
  expect((await look(ladder)).standingCount).toBe(2);
  const merged = await site.as(steward).post(`/groups/${group.slug}/people/${ana.id}/merges`, {
    otherId: ben.id,
    chosen: [],
  });
  expect(merged.status).toBe(201);
  expect((await look(ladder)).standingCount).toBe(1);
  await pass(6);
  expect(await mailed()).toHaveLength(1);
});

test('whoever is erased is on no ladder any more, and how many began it stays', async () => {
  const { site, ladder, ana, look, pass, mailed, ben } = await aClimb();
  expect((await site.as(null).delete(`/own-records/${ana.ownRecord}`)).status).toBe(204);
  await pass(6);
  expect((await mailed()).map(({ to }) => to)).toEqual([ben.email]);
  const { standingCount, overCount } = await look(ladder);
  expect([standingCount, overCount]).toEqual([1, 1]);
});

test('who stands on a rung is found by it, and by nobody of another group', async () => {
  const { site, group, asOrganizer, ladder, ana, ben, look, outsider } = await aClimb();
  const [wait] = (await look(ladder)).steps;
  const path = `/groups/${group.slug}/people?lines=only:rung:rung=${wait?.id}`;
  const found = await asOrganizer.get(path);
  expect(found.body.rows.map(({ id }: { id: string }) => id).sort()).toEqual([ana.id, ben.id].sort());
  expect(found.body.lines[0].about).toBe('A ladder, step 1: wait');
  expect((await site.as(outsider).get(path)).status).toBe(404);
});

test('that somebody began it stands in their history', async () => {
  const { group, asOrganizer, ana } = await aClimb();
  const history = await asOrganizer.get(`/groups/${group.slug}/people/${ana.id}/history?kind=membership`);
  expect(history.body.rows.map(({ kind, label }: { kind: string; label: string }) => [kind, label])).toEqual([
    ['began-ladder', 'A ladder'],
  ]);
});
