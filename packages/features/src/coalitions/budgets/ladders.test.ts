import { expect, test } from 'vitest';
import { aReminder } from '../../ladders/fixtures.ts';
import { contactMarks } from '../../mailings/marks/tables.ts';
import { aCoalition } from '../fixtures.ts';

test('a ladder’s letter leaves a mark for each who is to have it, once, and only where its group keeps a budget', async () => {
  const { site, group, later, mailed, fallSilent } = await aReminder(2);
  const coalition = await aCoalition(site, { home: group });
  await site.as(coalition.steward).put(`/coalitions/${coalition.slug}/budget`, { mostAWeek: 2 });
  await site
    .as(coalition.steward)
    .put(`/groups/${group.slug}/coalitions/${coalition.slug}/budget`, { mostAWeek: 2 });
  expect(await site.db.$count(contactMarks)).toBe(0);
  await fallSilent();
  await later();
  const count = (await mailed()).length;
  expect(count).toBe(2);
  await later();
  expect(await site.db.$count(contactMarks)).toBe(count);
});
