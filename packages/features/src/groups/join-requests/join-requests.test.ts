import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember } from '../fixtures.ts';

async function aGroupThatAsks(site: Awaited<ReturnType<typeof aSite>>) {
  const group = await aGroup(site, {
    joining: 'approval',
    questions: ['Where do you live?', 'Who do you know here?'],
  });
  return { ...group, path: `/groups/${group.slug}/join-requests` };
}
const ANSWERS = { answers: ['Elm Street', 'Luis'] };

test('a steward reads the answers and lets someone in, and a mail in their language says so', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const luz = await anAccount(site, { name: 'Luz', language: 'es' });
  expect((await site.as(luz).post(group.path, ANSWERS)).status).toBe(202);
  expect((await site.as(luz).get(`/groups/${group.slug}`)).body).toMatchObject({
    hasAsked: true,
    can: { askToJoin: false },
  });
  const steward = site.as(group.steward);
  expect((await steward.get(`/groups/${group.slug}`)).body.requestCount).toBe(1);
  const waiting = await steward.get(group.path);
  expect(waiting.body.rows).toMatchObject([
    { name: 'Luz', answers: ANSWERS.answers, questions: ['Where do you live?', 'Who do you know here?'] },
  ]);
  const { id } = waiting.body.rows[0];
  expect((await steward.put(`${group.path}/${id}/decision`, { decision: 'accepted' })).status).toBe(204);
  expect((await site.as(luz).get(`/groups/${group.slug}`)).body.myRole).toBe('member');
  expect((await steward.get(group.path)).body.rows).toEqual([]);
  const [mail] = await site.mails();
  expect(mail).toMatchObject({
    toAddress: luz.email,
    language: 'es',
    subject: `Ya estás dentro: ${group.name}`,
  });
});

test('a declined person stays outside, is mailed once, and may ask again', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const ana = await anAccount(site);
  await site.as(ana).post(group.path, ANSWERS);
  const steward = site.as(group.steward);
  const { id } = (await steward.get(group.path)).body.rows[0];
  const decision = `${group.path}/${id}/decision`;
  await steward.put(decision, { decision: 'declined' });
  expect((await steward.put(decision, { decision: 'declined' })).status).toBe(204);
  expect(await steward.put(decision, { decision: 'accepted' })).toMatchObject({
    status: 409,
    body: { code: 'groups.already-decided' },
  });
  expect(await site.mails()).toHaveLength(1);
  expect((await site.as(ana).get(`/groups/${group.slug}`)).body).toMatchObject({
    myRole: null,
    can: { askToJoin: true },
  });
});

test('asking twice is asking once, also at the same moment', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const ana = site.as(await anAccount(site));
  const replies = await Promise.all([ana.post(group.path, ANSWERS), ana.post(group.path, ANSWERS)]);
  expect(replies.map(({ status }) => status)).toEqual([202, 202]);
  expect((await site.as(group.steward).get(group.path)).body.rows).toHaveLength(1);
});

test('two stewards who decide at once let in once', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const other = await aMember(site, group, 'steward');
  await site.as(await anAccount(site)).post(group.path, ANSWERS);
  const { id } = (await site.as(other).get(group.path)).body.rows[0];
  const decide = (who: typeof other, decision: string) =>
    site.as(who).put(`${group.path}/${id}/decision`, { decision });
  const replies = await Promise.all([decide(other, 'accepted'), decide(group.steward, 'declined')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await site.mails()).toHaveLength(1);
});

test('every question wants its answer', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const ana = site.as(await anAccount(site));
  expect(await ana.post(group.path, { answers: ['Elm Street'] })).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'answers' }] },
  });
  expect(await ana.post(group.path, { answers: ['Elm Street', ''] })).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'answers.1' }] },
  });
});

test('a join request can be withdrawn', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  const ana = site.as(await anAccount(site));
  await ana.post(group.path, ANSWERS);
  expect((await ana.delete(`${group.path}/own`)).status).toBe(204);
  expect((await site.as(group.steward).get(group.path)).body.rows).toEqual([]);
});

test('organizers and members see no requests and decide none; the steward of another group neither', async () => {
  const site = await aSite();
  const group = await aGroupThatAsks(site);
  await site.as(await anAccount(site)).post(group.path, ANSWERS);
  const { id } = (await site.as(group.steward).get(group.path)).body.rows[0];
  for (const role of ['member', 'organizer'] as const) {
    const ana = site.as(await aMember(site, group, role));
    expect((await ana.get(group.path)).status).toBe(404);
    expect((await ana.put(`${group.path}/${id}/decision`, { decision: 'accepted' })).status).toBe(403);
  }
  const elsewhere = await aGroup(site, { name: 'Choir' });
  const reply = await site
    .as(elsewhere.steward)
    .put(`/groups/${elsewhere.slug}/join-requests/${id}/decision`, { decision: 'accepted' });
  expect(reply.status).toBe(404);
});

test('an open group and one by invitation are not asked', async () => {
  const site = await aSite();
  for (const joining of ['open', 'invitation'] as const) {
    const { slug } = await aGroup(site, { joining });
    expect(
      (await site.as(await anAccount(site)).post(`/groups/${slug}/join-requests`, { answers: [] })).status,
    ).toBe(403);
  }
});
