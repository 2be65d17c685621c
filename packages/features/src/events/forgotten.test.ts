import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { forgetQuietPeople } from '../people/retention/actions.ts';
import { daysLater, listStrangersKept, monthsLater } from '../people/retention/fixtures.ts';
import { subjects } from '../subjects.ts';
import { aSite } from '../testing.ts';
import { attendances } from './checkin/tables.ts';
import { anEvent, anRsvp } from './fixtures.ts';

test('totals stay when people are forgotten: who signed, and who came', async () => {
  const site = await aSite();
  const { group, steward } = await aCrew(site, { forgetAfterMonths: 12 });
  const campaign = await aCampaign(site, group, steward);
  await aSignature(site, campaign, { email: 'signed@example.org' });
  const event = await anEvent(site, { group });
  const { email } = await anRsvp(site, event);
  const { rows } = await site.db.execute<{ id: string; personId: string }>(
    sql`select id, person_id as "personId" from rsvps`,
  );
  const [answer] = rows;
  await site.db.insert(attendances).values({
    ...{ id: newId(), eventId: event.id, groupId: group.id, state: 'attended' },
    ...{ rsvpId: answer?.id ?? null, personId: answer?.personId ?? null },
  });
  await monthsLater(site, 13);
  await forgetQuietPeople(site.ctx(), subjects);
  await daysLater(site);
  await forgetQuietPeople(site.ctx(), subjects);
  // Who answered may still come.
  expect(await listStrangersKept(site)).toEqual([email]);
  await site.db.execute(
    sql`update events set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'`,
  );
  await forgetQuietPeople(site.ctx(), subjects);
  await daysLater(site);
  await forgetQuietPeople(site.ctx(), subjects);
  expect(await listStrangersKept(site)).toEqual([]);
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(1);
  expect((await site.as(steward).get(`/events/${event.slug}/turnout`)).body).toMatchObject({ came: 1 });
});
