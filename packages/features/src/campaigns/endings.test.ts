import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';
import { aCast } from '../links/fixtures.ts';
import { aCampaign } from './fixtures.ts';

test('a campaign says when it ended, until it is reopened', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  expect((await site.as(null).get(path)).body).toMatchObject({ endedAt: null });
  await site.as(organizer).put(`${path}/outcome`, { outcome: 'won' });
  expect((await site.as(null).get(path)).body).toMatchObject({ state: 'won', endedAt: expect.any(String) });
  await site.as(organizer).delete(`${path}/outcome`);
  expect((await site.as(null).get(path)).body).toMatchObject({ endedAt: null });
});

test.each(['won', 'lost', 'closed'] as const)(
  'what a campaign that is %s says can be put right',
  async (state) => {
    const site = await aSite();
    const { group, organizer, member } = await aCast(site);
    const { path } = await aCampaign(site, group, organizer, { state });
    const story = 'The council kept the branch, by seven to two.';
    const edited = await site.as(organizer).patch(path, { story });
    expect(edited.body).toMatchObject({ state, story, takesSignatures: false, can: { edit: true } });
    expect((await site.as(member).patch(path, { story: 'No.' })).status).toBe(403);
  },
);
