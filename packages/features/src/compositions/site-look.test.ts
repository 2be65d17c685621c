import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aWriter } from './fixtures.ts';

/** Three people who may be mailed, and who says above how many of them somebody else looks. */
async function aSiteThatLooks() {
  const writer = await aWriter();
  const { site, group, path, asSteward } = writer;
  for (let n = 0; n < 3; n += 1) await aPerson(site, group, { isSubscribed: true });
  const siteSteward = site.as(await anAccount(site, { isSiteSteward: true }));
  const siteSays = (lookAbove: number | null) => siteSteward.patch('/site', { lookAbove });
  const groupSays = (lookAbove: number | null) =>
    asSteward.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove });
  return { ...writer, siteSays, groupSays };
}

test('above as many as the site says, a mailing of any group takes a second look', async () => {
  const { asOrganizer, asSteward, begin, send, siteSays } = await aSiteThatLooks();
  const mailing = await begin();
  await siteSays(2);
  expect((await asOrganizer.get(mailing)).body.look.above).toBe(2);
  expect(await send(mailing)).toMatchObject({ status: 409, body: { code: 'compositions.look-needed' } });
  await asOrganizer.put(`${mailing}/look-request`);
  expect((await asOrganizer.put(`${mailing}/look`)).status).toBe(403);
  await asSteward.put(`${mailing}/look`);
  expect((await send(mailing)).status).toBe(204);
});

test('up to as many, and where neither says anything, it takes none', async () => {
  const { begin, send, siteSays } = await aSiteThatLooks();
  expect((await send(await begin())).status).toBe(204);
  await siteSays(3);
  expect((await send(await begin())).status).toBe(204);
});

test.for([
  [2, null, 2],
  [null, 2, 2],
  [1, 2, 1],
  [2, 1, 1],
  [null, null, null],
] as const)(
  'where the site says %s and the group %s, it is %s',
  async ([ofSite, ofGroup, most], { expect: expects }) => {
    const { asOrganizer, path, begin, siteSays, groupSays } = await aSiteThatLooks();
    await siteSays(ofSite);
    await groupSays(ofGroup);
    expects((await asOrganizer.get(await begin())).body.look.above).toBe(most);
    // What the group itself says stays what it said.
    expects((await asOrganizer.get(`${path}/mailings`)).body.rules.lookAbove).toBe(ofGroup);
  },
);

test('a steward of a group says nothing for the whole site', async () => {
  const { asSteward } = await aSiteThatLooks();
  expect((await asSteward.patch('/site', { lookAbove: 1 })).status).toBe(404);
});
