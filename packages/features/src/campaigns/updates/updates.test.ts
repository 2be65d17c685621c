import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withdrawConsent } from '../../people/consents.ts';
import { people } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCast } from '../../links/fixtures.ts';
import { promiseNext } from '../../mailings/fixtures.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

const news = {
  title: 'The vote is postponed',
  body: 'We were **140** at the hearing.\n\nSee [the notes](https://example.org/n).',
};

test('news is mailed to those who signed, confirmed and agreed, once each, with a way out', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const [campaign, another] = [
    await aCampaign(site, group, organizer),
    await aCampaign(site, group, organizer),
  ];
  const yes = await aSignature(site, campaign, { updates: true });
  await aSignature(site, campaign, { updates: false });
  await aSignature(site, campaign, { updates: true, confirmed: false });
  await aSignature(site, another, { updates: true });
  const gone = await aSignature(site, campaign, { updates: true });
  await site.as(null).delete(`/signatures/${gone.sealed}`);
  const left = await aSignature(site, campaign, { updates: true });
  await unsubscribe(site, left.email);

  const before = (await site.mails()).length;
  expect((await site.as(organizer).get(`${campaign.path}/receivers`)).body).toEqual({ count: 1 });
  const posted = await site.as(organizer).post(`${campaign.path}/updates`, { ...news, mail: true });
  expect(posted.status).toBe(201);
  await site.work();
  await site.work();
  const mails = (await site.mails()).slice(before);
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([yes.email]);
  expect(mails[0]).toMatchObject({
    subject: news.title,
    letter: {
      paragraphs: ['We were 140 at the hearing.', 'See the notes (https://example.org/n).'],
      unsubscribe: { url: expect.stringContaining('/unsubscribe/') },
    },
  });
});

test('each mail has its own way out, in the language of its reader', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  for (const language of ['en', 'es'] as const) {
    const email = `${language}@example.org`;
    await site.as(null, language).post(`${path}/signatures`, { name: 'Sam Ortiz', email, updates: true });
    const [mail] = (await site.mails()).filter(({ toAddress }) => toAddress === email);
    await site.as(null).put(`/signatures/${mail?.letter?.button?.url.split('/').at(-1)}/confirmation`);
  }
  await site.as(organizer).post(`${path}/updates`, { ...news, mail: true });
  await site.work();
  const mails = (await site.mails()).slice(2);
  expect(new Set(mails.map(({ letter }) => letter?.unsubscribe?.url)).size).toBe(2);
  expect(mails.map(({ letter }) => letter?.button?.label).sort()).toEqual([
    'Leer en la página de la campaña',
    'Read on the campaign’s page',
  ]);
});

test(
  'more than a batch goes out to the last one, and jobs that run twice repeat nobody',
  { timeout: 120_000 },
  async () => {
    const site = await aSite();
    const { group, organizer } = await aCast(site);
    const { path, id } = await aCampaign(site, group, organizer);
    await manySigners(site, { groupId: group.id, campaignId: id, count: 1_100 });
    const posted = await site.as(organizer).post(`${path}/updates`, { ...news, mail: true });
    // Two workers take the same job, and one of them again: as after a crash between the work and its acknowledgement.
    await Promise.all([promiseNext(site, posted.body.id), promiseNext(site, posted.body.id)]);
    await site.work();
    const mails = await site.mails();
    expect(mails).toHaveLength(1_100);
    expect(new Set(mails.map(({ toAddress }) => toAddress)).size).toBe(1_100);
    const { rows } = (await site.as(organizer).get(`${path}/updates`)).body;
    expect(rows).toMatchObject([{ mailing: { keptCount: 1_100, isOver: true } }]);
  },
);

test('news that is not mailed stands on the page only', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  await aSignature(site, campaign, { updates: true });
  const before = (await site.mails()).length;
  await site.as(organizer).post(`${campaign.path}/updates`, { ...news, mail: false });
  await site.work();
  expect((await site.mails()).length).toBe(before);
  const { updates } = (await site.as(null).get(campaign.path)).body;
  expect(updates).toMatchObject([
    { title: news.title, bodyHtml: expect.stringContaining('<strong>140</strong>') },
  ]);
});

test('a draft has no news to tell', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer, { state: 'draft' });
  expect((await site.as(organizer).post(`${path}/updates`, { ...news, mail: false })).status).toBe(403);
});

async function unsubscribe(site: TestSite, email: string) {
  const [person] = await site.db.select().from(people).where(eq(people.email, email));
  if (!person) throw new Error(`nobody has ${email}`);
  const change = { personId: person.id, groupId: person.groupId, way: 'email', purpose: 'updates' } as const;
  await site.db.transaction((tx) => withdrawConsent(tx, { ...change, how: 'unsubscribe-link' }));
}

/** Too many to sign one by one: rows as signing, confirming and agreeing leave them. */
async function manySigners(
  site: TestSite,
  { groupId, campaignId, count }: { groupId: string; campaignId: string; count: number },
) {
  await site.house.db.execute(`
    with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), '${groupId}', 'many' || n || '@example.org', 'Many ' || n, 'en', 'signature'
      from generate_series(1, ${count}) n returning id
    ), agreed as (
      insert into consents (group_id, person_id, way, purpose, given, how)
      select '${groupId}', id, 'email', 'updates', 'yes', 'signature' from made
    )
    insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
    select gen_random_uuid(), '${groupId}', '${campaignId}', id, 'signature', 'Many', now() from made`);
}
