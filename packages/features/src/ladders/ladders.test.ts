import { expect, test } from 'vitest';
import { aMember } from '../groups/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

test('whoever joins is greeted, and once more after some days', async () => {
  const { site, group, begin, says, add, open, look, pass, mailed, leave } = await aLadderWriter();
  const ladder = await begin();
  await says(ladder, { begins: 'joined', purpose: 'membership' });
  await add(ladder, { does: 'send' }, 'Good that you are here');
  await add(ladder, { does: 'wait', days: 4 });
  await add(ladder, { does: 'tag', tag: 'greeted' });
  await add(ladder, { does: 'send' }, 'Still here?');
  expect((await open(ladder)).body).toEqual({ is: 'open' });
  const ana = await aMember(site, group);
  await site.work();
  expect((await mailed()).map(({ to, subject }) => [to, subject])).toEqual([
    [ana.email, 'Good that you are here'],
  ]);
  await leave();
  await pass(1);
  expect((await look(ladder)).steps.map(({ standingCount }) => standingCount)).toEqual([0, 1, 0, 0]);
  await pass(4);
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['Good that you are here', 'Still here?']);
  await leave();
  await pass(1);
  const { steps, overCount, standingCount } = await look(ladder);
  expect(steps.map(({ outcomes }) => outcomes)).toEqual(
    Array.from({ length: 4 }, () => [{ outcome: 'done', count: 1 }]),
  );
  expect([overCount, standingCount]).toEqual([1, 0]);
  await pass(30);
  expect((await mailed()).length).toBeLessThanOrEqual(2);
});

test('nobody who only agreed to other mail, or to none, gets a letter of it', async () => {
  const { site, group, begin, says, add, open, look, pass, mailed } = await aLadderWriter();
  const ladder = await begin();
  await says(ladder, { begins: 'silent', days: 30 });
  await add(ladder, { does: 'send' });
  await add(ladder, { does: 'wait', days: 2 });
  await open(ladder);
  const heard = await aPerson(site, group, { isSubscribed: true });
  await aPerson(site, group);
  await pass(31);
  expect((await mailed()).map(({ to }) => to)).toEqual([heard.email]);
  expect((await look(ladder)).steps[0]?.outcomes).toEqual([
    { outcome: 'not-said-yes', count: expect.any(Number) },
  ]);
});
