import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, type AGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aListing } from '../fixtures.ts';

test('a group that got a no is left in peace for a week, and one that takes its word back has three tries', async () => {
  const site = await aSite();
  const asking = await aGroup(site, { name: 'Asking' });
  const [first, second] = [await aGroup(site, { name: 'First' }), await aGroup(site, { name: 'Second' })];
  const listing = await aListing(site, asking);
  const say = (group: AGroup) =>
    site.as(group.steward).post(`${listing.path}/answers`, { group: group.slug, word: 'We have one.' });
  const decided = { decision: 'declined', word: 'Not now.' };
  const answered = await say(first);
  await site.as(asking.steward).put(`${listing.path}/answers/${answered.body.id}/decision`, decided);
  expect(await say(first)).toMatchObject({ status: 409, body: { code: 'directory.answered-lately' } });
  for (let tries = 0; tries < 3; tries += 1) {
    const { body, status } = await say(second);
    expect(status).toBe(201);
    await site.as(second.steward).delete(`${listing.path}/answers/${body.id}`);
  }
  expect((await say(second)).status).toBe(409);
  await site.db.execute(sql`update listing_answers set answered_at = now() - interval '8 days'`);
  expect([(await say(first)).status, (await say(second)).status]).toEqual([201, 201]);
});
