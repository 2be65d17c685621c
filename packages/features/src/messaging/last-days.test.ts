import { dayIn } from '@groundwork/words/dates';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aSite } from '../testing.ts';
import { aChannel, aTalk } from './fixtures.ts';

test('a last day is over when it is over where the group is', async () => {
  const site = await aSite();
  const { group, organizer, steward, member } = await aTalk(site);
  // The last to begin a day, and the first.
  const [last, first] = ['Etc/GMT+12', 'Pacific/Kiritimati'] as const;
  const endsOn = dayIn(Date.now(), last);
  const { id } = await aChannel(site, { by: organizer, slug: group.slug, endsOn });
  for (const [timeZone, isOver] of [
    [last, false],
    [first, true],
  ] as const) {
    const changed = await site.as(steward).patch(`/groups/${group.slug}`, { timeZone });
    expect(changed.body.timeZone).toBe(timeZone);
    expect((await site.as(member).get(`/channels/${id}`)).body).toMatchObject({ isOver });
  }
  const wrong = await site.as(steward).patch(`/groups/${group.slug}`, { timeZone: 'Mars/Olympus' });
  expect(wrong.body.fields).toMatchObject([{ name: 'timeZone' }]);
});

test('a group begins in the zone of whoever starts it', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { timeZone: 'America/Bogota' });
  const { body } = await site.as(steward).post('/groups', { name: 'Linden Street' });
  expect(body.timeZone).toBe('America/Bogota');
});
