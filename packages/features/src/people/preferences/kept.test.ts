import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport } from '../imports/fixtures.ts';
import type { MailPreference } from './preferring.ts';

const BUS = { id: '01900000-0000-7000-8000-000000000001', title: 'Keep the bus: at night' };
const PARK = { id: '01900000-0000-7000-8000-000000000002', title: 'A park' };

/** A group with somebody who wants so much of its mail, and what is said of somebody there. */
async function aGroupWith(site: TestSite, ...wanted: Partial<MailPreference>[]) {
  const crew = await aCrew(site);
  const people = [];
  for (const { pace = null, onlyAbout = null } of wanted) {
    const person = await aPerson(site, crew.group, { isSubscribed: true });
    const about = onlyAbout && JSON.stringify(onlyAbout);
    await site.db.execute(sql`update consents set pace = ${pace}, only_about = ${about}::jsonb
      where person_id = ${person.id}`);
    people.push(person);
  }
  const said = async (search: string) => {
    const [row] = (await site.as(crew.organizer).get(`${crew.path}?search=${search}`)).body.rows;
    const [email] = (await site.as(crew.organizer).get(`${crew.path}/${row.id}`)).body.consents;
    return email;
  };
  return { ...crew, people, said };
}

test('our own file takes out how much somebody wants, and brings it in as it was', async () => {
  const site = await aSite();
  const wanted = [{ pace: 'monthly' as const }, { onlyAbout: [BUS, PARK] }, {}];
  const from = await aGroupWith(site, ...wanted);
  const to = await aGroupWith(site);
  const { body: file } = await site.as(from.steward).post(`${from.path}/exports`);
  await askToImport(site, to.group, to.organizer, { file, plan: { consent: 'email' } });
  await site.work();
  for (const [place, { pace = null, onlyAbout = null }] of wanted.map((one) => ({ ...one })).entries())
    expect(await to.said(from.people[place]?.email ?? '')).toMatchObject({ given: 'yes', pace, onlyAbout });
  const { body: osdi } = await site.as(from.steward).post(`${from.path}/exports?format=json`);
  expect(JSON.stringify(osdi)).toContain(`campaign:${BUS.id}:${BUS.title}`);
});

test('a file makes nobody want more, and what it says of it in other words is a no', async () => {
  const site = await aSite();
  const crew = await aGroupWith(site, { pace: 'monthly' });
  const [sam] = crew.people;
  const rows = [
    `${sam?.email},yes,`,
    'bo@example.org,yes,weekly',
    `cy@example.org,yes,campaign:${BUS.id}:Bus`,
    `cy@example.org,yes,campaign:${PARK.id}:Park`,
    'di@example.org,no,monthly',
  ];
  const file = ['email,email_consent,email_limits', ...rows].join('\n');
  await askToImport(site, crew.group, crew.organizer, { file, plan: { consent: 'file' } });
  await site.work();
  expect(await crew.said(sam?.email ?? '')).toMatchObject({ given: 'yes', pace: 'monthly' });
  // Two rows about one of whom each wants what the other does not: nothing is left.
  for (const email of ['bo@example.org', 'cy@example.org', 'di@example.org'])
    expect(await crew.said(email)).toMatchObject({ given: 'no' });
});

test('two records made one want no more than both did, and parted each has its own again', async () => {
  const site = await aSite();
  const crew = await aGroupWith(site, { pace: 'monthly' }, { onlyAbout: [BUS] });
  const [sam, other] = crew.people;
  const asSteward = site.as(crew.steward);
  const consentsOf = async (id = '') => (await asSteward.get(`${crew.path}/${id}`)).body.consents;
  const merges = `${crew.path}/${sam?.id}/merges`;
  const { body } = await asSteward.post(merges, { otherId: other?.id, chosen: [] });
  const both = { given: 'yes', pace: 'monthly', onlyAbout: [BUS] };
  expect(await consentsOf(sam?.id)).toMatchObject([both]);
  // The link in a mail to either of them leads on, and says the same.
  expect((await site.as(null).get(`/subscriptions/${other?.unsubscribe}`)).body).toMatchObject({
    pace: 'monthly',
    onlyAbout: [BUS],
  });
  expect((await asSteward.delete(`${merges}/${body.mergeId}`)).status).toBe(200);
  expect(await consentsOf(sam?.id)).toMatchObject([{ pace: 'monthly', onlyAbout: null }]);
  expect(await consentsOf(other?.id)).toMatchObject([{ pace: null, onlyAbout: [BUS] }]);
});

test('a person reads how much they asked for, and takes it along', async () => {
  const site = await aSite();
  const { people } = await aGroupWith(site, { pace: 'monthly', onlyAbout: [BUS] });
  const record = `/own-records/${people[0]?.ownRecord}`;
  const wanted = { consents: [{ pace: 'monthly', onlyAbout: [BUS] }] };
  const { body } = await site.as(null).get(record);
  expect(body).toMatchObject({ ...wanted, subscription: people[0]?.unsubscribe });
  expect((await site.as(null).get(`${record}/copy`)).body.records).toMatchObject([wanted]);
});

test('the database keeps nothing that would be less of something else than mail to many', async () => {
  const site = await aSite();
  const { people } = await aGroupWith(site, {});
  const set = (change: string, way = 'email') =>
    site.db.execute(
      sql`update consents set ${sql.raw(change)}, way = ${way} where person_id = ${people[0]?.id ?? ''}`,
    );
  await expect(set(`pace = 'weekly'`)).rejects.toThrow();
  for (const about of ['[]', '{}', '"all"', 'null'])
    await expect(set(`only_about = '${about}'::jsonb`)).rejects.toThrow();
  await expect(set(`pace = 'monthly'`, 'call')).rejects.toThrow();
});
