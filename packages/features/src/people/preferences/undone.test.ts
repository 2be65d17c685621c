import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

test.for(['yes', 'no'])(
  'what an organizer heard of one of two records, a %s, takes nobody’s month away when it is taken back',
  async (given) => {
    const site = await aSite();
    const crew = await aCrew(site);
    const heard = await aPerson(site, crew.group, {});
    const own = await aPerson(site, crew.group, { isSubscribed: true });
    await site.db.execute(sql`update consents set pace = 'monthly' where person_id = ${own.id}`);
    const asSteward = site.as(crew.steward);
    const person = `${crew.path}/${heard.id}`;
    const spoken = { way: 'email', manner: 'phone' };
    await asSteward.put(`${person}/spoken-answer`, { ...spoken, given, saidOn: '2020-01-01' });
    await asSteward.post(`${person}/merges`, { otherId: own.id, chosen: [] });
    const emailAnswer = async () =>
      (await asSteward.get(person)).body.consents.find(({ way }: { way: string }) => way === 'email');
    expect(await emailAnswer()).toMatchObject({ given, pace: 'monthly' });
    expect((await asSteward.delete(`${person}/spoken-answer?way=email`)).status).toBe(409);
    expect((await asSteward.put(`${person}/spoken-answer`, { ...spoken, given: 'yes' })).status).toBe(204);
    expect(await emailAnswer()).toMatchObject({ given: 'yes', pace: 'monthly' });
  },
);
