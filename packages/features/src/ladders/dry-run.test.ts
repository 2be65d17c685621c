import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anEvent, beganAgo } from '../events/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';
import type { DryRun } from './contract.ts';

/** A ladder for whoever joins: a letter, and after some days another for those who came and for those who did not. */
async function aTried() {
  const writer = await aLadderWriter();
  const { begin, says, add, asOrganizer } = writer;
  const ladder = await begin();
  await says(ladder, { begins: 'joined', purpose: 'membership' });
  await add(ladder, { does: 'stop', asks: 'left' });
  await add(ladder, { does: 'send' }, 'Hello');
  await add(ladder, { does: 'wait', days: 5 });
  const branch = await add(ladder, { does: 'branch', asks: 'did', deed: 'came' });
  await add(ladder, { does: 'send', branch, side: 'yes' }, 'Thank you');
  await add(ladder, { does: 'wait', days: 30, branch, side: 'no' });
  await add(ladder, { does: 'send', branch, side: 'no' }, 'We missed you');
  await add(ladder, { does: 'tag', tag: 'greeted' });
  const run = async () => (await asOrganizer.get(`${ladder}/dry-run`)).body as DryRun;
  return { ...writer, ladder, run };
}

test('a dry run says what the last 90 days would have brought, and does nothing', async () => {
  const { site, group, organizer, run, pass, mailed, look, ladder } = await aTried();
  const joined = [await aMember(site, group), await aMember(site, group)];
  await site.work();
  const event = await anEvent(site, { group });
  await pass(1);
  await beganAgo(site, event, 1);
  const walkIn = { name: 'Ana', email: joined[0]?.email };
  await site.as(organizer).post(`/events/${event.slug}/walk-ins`, walkIn);
  await pass(20);
  const { steps, ...told } = await run();
  // With the group's own three members five joined; one came.
  expect(told).toMatchObject({ days: 90, beganCount: 5, isOfNow: false, mailCount: 6, mailedCount: 5 });
  expect(told).toMatchObject({ twiceAWeekCount: 1, mostADay: 5, leftOut: [], stoppedCount: 0 });
  expect(steps.map(({ count }) => count)).toEqual([5, 5, 5, 5, 1, 4, 0, 1]);
  expect(await mailed()).toEqual([]);
  expect((await look(ladder)).standingCount).toBe(0);
  await pass(20);
  expect(await run()).toMatchObject({ mailCount: 10, twiceAWeekCount: 1 });
});

test('it says who would have left on the way, and who may not be written to', async () => {
  const { site, group, run, pass } = await aTried();
  const [ana, ben] = [await aMember(site, group), await aMember(site, group)];
  await pass(1);
  await site.as(ana).delete(`/groups/${group.slug}/membership`);
  await site.work();
  await site.db.execute(sql`update people set do_not_contact = true where account_id = ${ben.id}`);
  await pass(2);
  const { leftOut, mailCount, beganCount } = await run();
  expect([beganCount, mailCount, leftOut]).toEqual([4, 3, [{ why: 'do-not-contact', count: 1 }]]);
});

test('who did not begin within 90 days is not counted, unless those who are so already begin', async () => {
  const { says, ladder, run, pass } = await aTried();
  await pass(100);
  expect(await run()).toMatchObject({ beganCount: 0, mailCount: 0, earlierCount: 3 });
  await says(ladder, { begins: 'joined', purpose: 'membership', takesEarlier: true });
  expect(await run()).toMatchObject({ beganCount: 3, mailCount: 6, earlierCount: 3 });
});

test('whoever did it after the ladder had asked is counted among those who had not', async () => {
  const { site, group, organizer, run, pass } = await aTried();
  const ana = await aMember(site, group);
  await pass(12);
  const event = await anEvent(site, { group });
  await beganAgo(site, event, 1);
  await site.as(organizer).post(`/events/${event.slug}/walk-ins`, { name: 'Ana', email: ana.email });
  const { steps } = await run();
  expect(steps.map(({ count }) => count)).toEqual([4, 4, 4, 4, 0, 4, 0, 0]);
});
