import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup } from '../../groups/fixtures.ts';
import { groups } from '../../groups/tables.ts';
import { promiseNext } from '../../mailings/fixtures.ts';
import { mailings } from '../../mailings/tables.ts';
import { aCrowd } from '../results/fixtures.ts';

const asked = {
  ...{ question: 'Does a question bring more people?', deed: 'answered', days: 7 },
  ...{ usualOf1000: 100, worthOf1000: 300, isShared: true },
};
const other = { subject: 'Who is in the room?', preheader: '', body: 'Will you be?', version: 1 };

/** A mailing in two variants that is to find something out. */
async function anExperiment(count: number, what: object = {}) {
  const crowd = await aCrowd(count);
  const { begin, asOrganizer } = crowd;
  const mailing = await begin();
  const made = await asOrganizer.post(`${mailing}/variants`, {});
  expect(made).toMatchObject({ status: 201, body: { variant: 'b' } });
  expect((await asOrganizer.put(`${mailing}/texts/en`, { variant: 'b', ...other })).status).toBe(204);
  expect((await asOrganizer.put(`${mailing}/experiment`, { ...asked, ...what })).status).toBe(204);
  return { ...crowd, mailing };
}

test('each gets one of the variants, by lot, and it shows by how much the second moved more of them', async () => {
  const { site, mailing, sendOut, drawn, did, results, end } = await anExperiment(80);
  await sendOut(mailing);
  const [first, second] = [await drawn('a'), await drawn('b')];
  expect(first.length + second.length).toBe(80);
  expect(Math.min(first.length, second.length)).toBeGreaterThan(15);
  const subjects = (await site.mails()).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject === 'Two days')).toHaveLength(first.length);
  expect(subjects.filter((subject) => subject === 'Who is in the room?')).toHaveLength(second.length);
  await did(first.slice(0, 2), 'answered-mail');
  await did(second, 'answered-mail');
  // Looked at before the end.
  expect(await results(mailing)).toMatchObject({
    isOpen: true,
    compared: [{ variant: 'b', verdict: 'more' }],
  });
  await end();
  const { variants, compared } = await results(mailing);
  expect(variants).toHaveLength(2);
  expect(compared[0]?.difference.seen).toBeCloseTo(1 - 2 / first.length);
});

test('where nothing came of it, that is said, with the bounds', async () => {
  const { mailing, sendOut, drawn, did, results, end } = await anExperiment(40);
  await sendOut(mailing);
  await did([...(await drawn('a')).slice(0, 3), ...(await drawn('b')).slice(0, 3)], 'answered-mail');
  await end();
  const [compared] = (await results(mailing)).compared;
  expect(compared?.verdict).toBe('unclear');
  expect(compared?.difference.least).toBeLessThan(0);
  expect(compared?.difference.most).toBeGreaterThan(0);
});

test('several variants are sent only once it was said what they are to find out, and each says something', async () => {
  const { begin, send, asOrganizer } = await aCrowd(4);
  const mailing = await begin();
  await asOrganizer.post(`${mailing}/variants`, {});
  const codes = async () => {
    const { body } = await asOrganizer.get(`${mailing}/checks`);
    return body.rows
      .filter(({ weight }: { weight: string }) => weight === 'stop')
      .map(({ code, variant }: { code: string; variant: string | null }) => [code, variant]);
  };
  expect(await codes()).toEqual([['no-question', null]]);
  expect((await send(mailing)).status).toBe(409);
  await asOrganizer.put(`${mailing}/experiment`, asked);
  expect(await codes()).toEqual([]);
  const empty = { variant: 'b', subject: '', preheader: '', body: '', version: 1 };
  await asOrganizer.put(`${mailing}/texts/en`, empty);
  expect(await codes()).toEqual([['no-text', 'b']]);
  expect((await asOrganizer.delete(`${mailing}/variants/b`)).status).toBe(204);
  expect(await codes()).toEqual([]);
  expect((await asOrganizer.get(mailing)).body).toMatchObject({ variants: ['a'], experiment: null });
});

test('it is said how many people each variant needs, more for more variants, and whether it has them', async () => {
  const { mailing, asOrganizer } = await anExperiment(4);
  const needed = async () => (await asOrganizer.get(mailing)).body.experiment.neededEach as number;
  const ofTwo = await needed();
  const { body } = await asOrganizer.get(`${mailing}/checks`);
  expect(body.rows).toContainEqual({
    ...{ code: 'few-people', weight: 'look', language: null, variant: null },
    params: { each: 2, needed: ofTwo },
  });
  await asOrganizer.post(`${mailing}/variants`, {});
  expect(await needed()).toBeGreaterThan(ofTwo);
  await asOrganizer.post(`${mailing}/variants`, {});
  expect((await asOrganizer.post(`${mailing}/variants`, {})).body.code).toBe('compositions.variants-full');
});

test('once it is on its way neither question, deed nor letters change', async () => {
  const { mailing, asOrganizer, send } = await anExperiment(4);
  expect((await send(mailing)).status).toBe(204);
  const changes = [
    asOrganizer.put(`${mailing}/experiment`, { ...asked, deed: 'signed' }),
    asOrganizer.post(`${mailing}/variants`, {}),
    asOrganizer.delete(`${mailing}/variants/b`),
  ];
  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([403, 403, 403]);
  await asOrganizer.delete(`${mailing}/wait`);
});

test('what was stopped goes on as it is: its letters are compared', async () => {
  const { site, mailing, asOrganizer, send } = await anExperiment(4);
  await send(mailing);
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  expect((await asOrganizer.put(`${mailing}/stop`)).status).toBe(204);
  const changes = [
    asOrganizer.put(`${mailing}/texts/en`, { variant: 'b', ...other, version: 2 }),
    asOrganizer.delete(`${mailing}/texts/en`),
    asOrganizer.put(`${mailing}/sender`, { isInMyName: true }),
  ];
  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([403, 403, 403]);
  expect((await asOrganizer.get(mailing)).body.can).toMatchObject({ write: false, resume: true });
  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
});

test('a lot is not over before the experiment is', async () => {
  const { mailing, send } = await anExperiment(4);
  const early = await send(mailing, { lot: 'two-days' });
  expect(early.body).toMatchObject({
    status: 422,
    fields: [{ name: 'lot', code: 'compositions.lot-ends-early' }],
  });
  expect((await send(mailing, { lot: 'week' })).status).toBe(204);
});

test('what was found out stands in the book for organizers of the whole site, without small numbers', async () => {
  const { site, group, mailing, member, outsider, sendOut, drawn, did, end, asOrganizer } =
    await anExperiment(30);
  await sendOut(mailing);
  await did((await drawn('b')).slice(0, 4), 'answered-mail');
  const book = async (who: Parameters<typeof site.as>[0], query = '') =>
    site.as(who).get(`/experiments${query}`);
  const elsewhere = await aGroup(site);
  expect((await book(elsewhere.steward)).body.rows).toEqual([]);
  await end();
  const own = (await asOrganizer.get('/experiments')).body.rows;
  expect(own).toMatchObject([
    {
      question: asked.question,
      group: { slug: group.slug, isOwn: true },
      variants: [
        { variant: 'a', subject: 'Two days', did: 0 },
        { variant: 'b', subject: other.subject, did: 4 },
      ],
      compared: [{ variant: 'b', difference: {} }],
    },
  ]);
  expect((await book(elsewhere.steward)).body.rows).toMatchObject([
    {
      variants: [
        { variant: 'a', count: null, did: null },
        { variant: 'b', count: null, did: null },
      ],
      compared: [],
    },
  ]);
  for (const who of [member, outsider]) expect((await book(who)).status).toBe(404);
  expect((await book(elsewhere.steward, '?search=question+brin')).body.rows).toHaveLength(1);
  expect((await book(elsewhere.steward, '?search=nothing')).body.rows).toEqual([]);
  expect((await book(elsewhere.steward, '?deed=signed')).body.rows).toEqual([]);
});

test('what a group keeps to itself is in its own book alone, and a group that is in no list is not named', async () => {
  const { site, group, mailing, sendOut, end, asOrganizer } = await anExperiment(4, { isShared: false });
  await sendOut(mailing);
  await end();
  const elsewhere = await aGroup(site);
  const there = site.as(elsewhere.steward);
  expect((await there.get('/experiments')).body.rows).toEqual([]);
  expect((await asOrganizer.get('/experiments')).body.rows).toHaveLength(1);
  await site.db.execute('update experiments set is_shared = true');
  for (const visibility of ['private', 'unlisted'] as const) {
    await site.db.update(groups).set({ visibility }).where(eq(groups.id, group.id));
    expect((await there.get('/experiments')).body.rows).toMatchObject([{ group: null }]);
  }
});

test('what was stopped in its middle, and what a steward of the site hid, is in no book', async () => {
  const { site, group, mailing, sendOut, end } = await anExperiment(10);
  await sendOut(mailing);
  await end(3);
  const elsewhere = await aGroup(site);
  const rows = async () => (await site.as(elsewhere.steward).get('/experiments')).body.rows;
  expect(await rows()).toEqual([]);
  await site.db.update(mailings).set({ sentCount: 10 });
  expect(await rows()).toHaveLength(1);
  await site.db
    .update(groups)
    .set({ hiddenAt: sql`now()` })
    .where(eq(groups.id, group.id));
  expect(await rows()).toEqual([]);
});

test('what came of it is taken out of the book for others at any time', async () => {
  const { site, mailing, asOrganizer, member, sendOut, end } = await anExperiment(10);
  await sendOut(mailing);
  await end();
  const elsewhere = await aGroup(site);
  const rows = async () => (await site.as(elsewhere.steward).get('/experiments')).body.rows;
  expect(await rows()).toHaveLength(1);
  expect((await site.as(member).delete(`${mailing}/experiment/sharing`)).status).toBe(404);
  expect((await asOrganizer.delete(`${mailing}/experiment/sharing`)).status).toBe(204);
  expect(await rows()).toEqual([]);
  expect((await asOrganizer.delete(`${mailing}/experiment/sharing`)).status).toBe(403);
});

test('no letter is left without words by the way, kept as a template, or asked more than there is', async () => {
  const { mailing, asOrganizer } = await anExperiment(4);
  const last = await asOrganizer.delete(`${mailing}/texts/en?variant=b`);
  expect(last.body.code).toBe('compositions.variants-last-text');
  expect((await asOrganizer.put(`${mailing}/template`, { isTemplate: true })).body.code).toBe(
    'compositions.variants-in-template',
  );
  const tooMuch = { ...asked, usualOf1000: 900, worthOf1000: 200 };
  expect((await asOrganizer.put(`${mailing}/experiment`, tooMuch)).body.fields).toMatchObject([
    { name: 'worthOf1000', code: 'experiments.more-than-all' },
  ]);
});
