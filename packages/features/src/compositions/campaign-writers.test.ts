import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { hideCampaign } from '../campaigns/hidings/actions.ts';
import { compositionRoutes } from './routes.ts';
import { compositions } from './tables.ts';
import { aWriter } from './fixtures.ts';

/** A campaign that two signed, its sister, and a member who runs the first alone and writes to those who signed it. */
async function aRun({ given = ['contact_people'] }: { given?: string[] } = {}) {
  const writer = await aWriter();
  const { site, group, organizer, asSteward, begin } = writer;
  const campaign = await aCampaign(site, group, organizer);
  const sister = await aCampaign(site, group, organizer);
  for (const updates of [true, true, false]) await aSignature(site, campaign, { updates });
  await aSignature(site, sister, { updates: true });
  const ana = await aMember(site, group, 'member', await anAccount(site, { name: 'Ana Ruiz' }));
  const named = await asSteward.put(`${campaign.path}/coordinators/${ana.id}`, { responsibilities: given });
  expect(named.status).toBe(204);
  const as = site.as(ana);
  const lines = `add:signed:campaign=${campaign.id}`;
  const own = () => begin({ lines }, as);
  return { ...writer, campaign, sister, ana, as, lines, own };
}

describe('who runs one campaign, and writes to its people', () => {
  test('begins a mailing to those who signed it, writes, tries and sends it, and stops it', async () => {
    const { as, ana, own, site, wait, mailed } = await aRun();
    const mailing = await own();
    expect((await as.get(mailing)).body).toMatchObject({
      can: {
        ...{ write: true, send: true, remove: true, askForLook: true },
        ...{ choose: false, keepAsTemplate: false, offer: false, giveLook: false, seePeople: false },
      },
    });
    const text = { subject: 'One day', preheader: '', body: 'Be there.', version: 1 };
    expect((await as.put(`${mailing}/texts/en`, text)).status).toBe(204);
    expect((await as.put(`${mailing}/sender`, { isInMyName: true })).status).toBe(204);
    expect((await as.get(`${mailing}/preview?language=en`)).body.subject).toBe('One day');
    expect((await as.get(`${mailing}/reach`)).body).toMatchObject({ fitCount: 3, getCount: 2 });
    expect((await as.get(`${mailing}/checks`)).status).toBe(200);
    expect((await as.post(`${mailing}/trials`, { language: 'en' })).status).toBe(204);
    expect((await site.mails()).at(-1)).toMatchObject({ toAddress: ana.email, subject: '[Test] One day' });
    const send = () => as.put(`${mailing}/sending`, { when: 'now', count: 2 });
    expect((await send()).status).toBe(204);
    expect((await as.delete(`${mailing}/sending`)).status).toBe(204);
    expect((await send()).status).toBe(204);
    await wait();
    expect(await mailed()).toHaveLength(2);
    expect((await as.get(mailing)).body).toMatchObject({ receiverCount: 2, can: { write: false } });
  });

  test('tries it on those who write for the group, whose names they are told', async () => {
    const { as, own, organizer, steward, member, site } = await aRun();
    const { rows } = (await as.get((await own()).replace(/mailings.*/, 'mailing-colleagues'))).body;
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual([organizer.id, steward.id].sort());
    const mailing = await own();
    expect((await as.post(`${mailing}/trials`, { language: 'en', to: [steward.id] })).status).toBe(204);
    expect((await site.mails()).at(-1)?.toAddress).toBe(steward.email);
    expect((await as.post(`${mailing}/trials`, { language: 'en', to: [member.id] })).status).toBe(422);
  });

  test('finds those of the campaign in its list, also what others wrote, and no other mailing of the group', async () => {
    const { as, path, begin, own, lines, campaign, sister } = await aRun();
    const others = [await begin(), await begin({ lines: `add:signed:campaign=${sister.id}` })];
    const [mine, theirs] = [await own(), await begin({ lines })];
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => `${path}/mailings/${id}`);
    const { body } = await as.get(`${path}/mailings?campaign=${campaign.id}`);
    expect(ids(body.rows)).toEqual([theirs, mine]);
    expect(body.can).toEqual({ write: true, setRules: false });
    for (const query of ['', `?campaign=${sister.id}`, `?templates=true&campaign=${campaign.id}`])
      expect((await as.get(`${path}/mailings${query}`)).status, query).toBe(404);
    for (const other of others) expect((await as.get(other)).status).toBe(404);
  });

  test('begins none to anybody else, nor a copy of one that they do not see', async () => {
    const { as, path, begin, lines, campaign, sister } = await aRun();
    const hidden = (await begin({ subject: 'For members' })).split('/').at(-1);
    for (const body of [
      {},
      { lines: '' },
      { lines: 'add:member' },
      { lines: `add:signed:campaign=${sister.id}` },
      { lines: `${lines};add:member` },
      { lines: `only:signed:campaign=${campaign.id}` },
      { lines: `${lines}:since=2026-01-01` },
      { lines, purpose: 'membership' },
      { copyOf: hidden },
      { copyOf: hidden, lines },
    ])
      expect((await as.post(`${path}/mailings`, body)).status, JSON.stringify(body)).toBe(404);
    const own = (await begin({ lines }, as)).split('/').at(-1);
    expect((await as.post(`${path}/mailings`, { copyOf: own })).status).toBe(201);
    expect((await as.post(`${path}/mailings`, { copyOf: own, lines: 'add:member' })).status).toBe(404);
  });

  test('says neither to whom else it goes, nor what others begin with, nor what the group asks', async () => {
    const { as, own, path, asSteward } = await aRun();
    const mailing = await own();
    const audience = { lines: 'add:member', purpose: 'updates' };
    expect((await as.put(`${mailing}/audience`, audience)).status).toBe(403);
    expect((await as.put(`${mailing}/template`, { isTemplate: true })).status).toBe(403);
    expect((await as.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: null })).status).toBe(404);
    expect((await asSteward.put(`${mailing}/audience`, audience)).status).toBe(204);
    // It is no letter to those who signed any more.
    expect((await as.get(mailing)).status).toBe(404);
  });

  test('has it looked at by those who write for the group, and gives no look themselves', async () => {
    const { as, ana, own, path, asSteward, organizer, steward, site } = await aRun();
    await asSteward.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: 1 });
    const mailing = await own();
    const send = async () => (await as.put(`${mailing}/sending`, { when: 'now', count: 2 })).body.code;
    expect(await send()).toBe('compositions.look-needed');
    expect((await as.put(`${mailing}/look-request`)).status).toBe(204);
    const told = (await site.mails()).filter(({ key }) => key.startsWith('look-asked:'));
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([organizer.email, steward.email].sort());
    expect(told[0]?.subject).toContain(ana.name);
    expect((await as.put(`${mailing}/look`)).status).toBe(403);
    expect((await asSteward.put(`${mailing}/look`)).status).toBe(204);
    expect(await send()).toBeUndefined();
    const another = await own();
    await asSteward.put(`${another}/look-request`);
    expect((await as.put(`${another}/look`)).status).toBe(403);
  });

  test('sees who is left out, and is told who somebody is, where people were shown to them', async () => {
    const blind = await aRun();
    const leftOut = 'left-out?why=not-said-yes';
    expect((await blind.as.get(`${await blind.own()}/${leftOut}`)).status).toBe(404);
    const seeing = await aRun({ given: ['contact_people', 'see_people'] });
    const mailing = await seeing.own();
    expect((await seeing.as.get(`${mailing}/${leftOut}`)).body.rows).toHaveLength(1);
    expect((await seeing.as.get(mailing)).body.can).toMatchObject({ seePeople: true, choose: false });
  });

  test('writes none any more once it is taken from them, or the campaign is hidden', async () => {
    const { site, as, ana, own, campaign, asSteward, steward, path, lines } = await aRun();
    const mailing = await own();
    const isGone = async () => {
      for (const [route] of THEIRS) {
        const [method = '', pattern = ''] = route.split(' ');
        const at = pattern
          .replace('/groups/:slug/mailings/:mailingId', mailing)
          .replace(':language', 'en')
          .replace(':variant', 'b');
        const asked = { ...ASKS[method === 'GET' ? '' : (at.split('/').at(-1) ?? '')] };
        const verb = method.toLowerCase() as 'get' | 'put' | 'post' | 'delete';
        const query = QUERIES[at.split('/').at(-1) ?? ''] ?? '';
        expect((await as[verb](`${at}${query}`, asked)).status, route).toBe(404);
      }
      expect((await as.post(`${path}/mailings`, { lines })).status).toBe(404);
      expect((await as.get(`${path}/mailings?campaign=${campaign.id}`)).status).toBe(404);
      expect((await as.get(`${path}/mailing-colleagues`)).status).toBe(404);
    };
    await asSteward.delete(`${campaign.path}/coordinators/${ana.id}`);
    await isGone();
    await asSteward.put(`${campaign.path}/coordinators/${ana.id}`, { responsibilities: ['contact_people'] });
    expect((await as.get(mailing)).status).toBe(200);
    const reason = 'It names a person.';
    await site.ctx().change((tx) => hideCampaign(tx, { id: campaign.id, actorId: steward.id, reason }));
    await isGone();
  });
});

test('who runs a campaign without writing to its people has no mailing of it', async () => {
  const { as, path, begin, lines, campaign } = await aRun({ given: ['see_people', 'moderate'] });
  const mailing = await begin({ lines });
  expect((await as.post(`${path}/mailings`, { lines })).status).toBe(404);
  expect((await as.get(mailing)).status).toBe(404);
  expect((await as.get(`${path}/mailings?campaign=${campaign.id}`)).status).toBe(404);
});

test('another group’s campaign makes nobody a writer here, nor a mailing its own', async () => {
  const { site, asOrganizer, path, begin, ana } = await aRun();
  const other = await aGroup(site);
  const theirs = await aCampaign(site, other, other.steward);
  await aMember(site, other, 'member', ana);
  await site
    .as(other.steward)
    .put(`${theirs.path}/coordinators/${ana.id}`, { responsibilities: ['contact_people'] });
  const lines = `add:signed:campaign=${theirs.id}`;
  expect((await site.as(ana).post(`${path}/mailings`, { lines })).status).toBe(404);
  const mailing = await begin({ lines });
  expect((await site.as(ana).get(mailing)).status).toBe(404);
  expect((await asOrganizer.get(`${path}/mailings?campaign=${theirs.id}`)).body.rows).toEqual([]);
});

test('a template belongs to no campaign, and a draft of it to its own again', async () => {
  const { as, asOrganizer, own } = await aRun();
  const mailing = await own();
  await asOrganizer.put(`${mailing}/template`, { isTemplate: true });
  expect((await as.get(mailing)).status).toBe(404);
  await asOrganizer.put(`${mailing}/template`, { isTemplate: false });
  expect((await as.get(mailing)).status).toBe(200);
});

test('the database lets none belong to a campaign that goes to anybody else', async () => {
  const { site, own } = await aRun();
  await own();
  for (const change of [
    { lines: null },
    { lines: [] },
    { purpose: 'membership' as const },
    { isTemplate: true },
    { lines: sql`lines || lines` },
  ])
    await expect(site.db.update(compositions).set(change)).rejects.toMatchObject({
      cause: { constraint: 'compositions_of_campaign' },
    });
});

const THEIRS = Object.entries(compositionRoutes).filter(([route]) => route.includes('/mailings/:mailingId'));
const QUERIES: Record<string, string> = {
  'left-out': '?why=not-said-yes',
  preview: '?language=en',
};
const ASKS: Record<string, object> = {
  audience: { lines: 'add:member', purpose: 'updates' },
  en: { subject: 'One day', preheader: '', body: 'Be there.', version: 1 },
  sender: { isInMyName: true },
  template: { isTemplate: true },
  trials: { language: 'en' },
  experiment: {
    ...{ question: 'Do more people sign?', deed: 'signed', days: 7 },
    ...{ usualOf1000: 50, worthOf1000: 30, isShared: true },
  },
  sending: { when: 'now', count: 2 },
};
