import { expect, test } from 'vitest';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, joinCoalition, type ACoalition } from '../fixtures.ts';

/** A coalition and a group that is not in it, with the paths from both sides. */
async function aPair(site: TestSite, options: Parameters<typeof aCoalition>[1] = {}) {
  const coalition = await aCoalition(site, options);
  const group = await aGroup(site, { name: 'Second' });
  return { coalition, group, ...pathsOf(coalition, group) };
}

function pathsOf(coalition: { slug: string }, group: { slug: string }) {
  return {
    from: `/coalitions/${coalition.slug}/groups/${group.slug}`,
    own: `/groups/${group.slug}/coalitions`,
    to: `/groups/${group.slug}/coalitions/${coalition.slug}`,
  };
}

async function stateOf(site: TestSite, coalition: ACoalition, group: AGroup) {
  const { body } = await site.as(group.steward).get(`/groups/${group.slug}/coalitions`);
  return (
    body.rows.find((row: { coalition: { slug: string } }) => row.coalition.slug === coalition.slug)?.state ??
    'left'
  );
}

test('a group applies with its answers, and a steward of the coalition lets it in', async () => {
  const site = await aSite();
  const { coalition, group, from, own } = await aPair(site);
  const head = site.as(coalition.steward);
  await head.patch(`/groups/${coalition.slug}`, { questions: ['Whom do you organize?'] });
  const applied = { coalition: coalition.slug, answers: ['Renters'], word: 'We met in May.' };
  expect((await site.as(group.steward).post(own, applied)).status).toBe(202);
  expect((await head.get(`/coalitions/${coalition.slug}/proposals`)).body.rows).toMatchObject([
    {
      ...{ state: 'proposed', askedBy: 'group', answers: ['Renters'], word: 'We met in May.' },
      group: { slug: group.slug },
    },
  ]);
  expect((await head.get(`/coalitions/${coalition.slug}`)).body.proposalCount).toBe(1);
  expect((await head.put(`${from}/decision`, { decision: 'accepted' })).status).toBe(204);
  expect(await stateOf(site, coalition, group)).toBe('accepted');
  const mails = await site.mails();
  expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
    [coalition.steward.email, 'Second asks to join Valley Coalition'],
    [group.steward.email, 'Second is in Valley Coalition'],
  ]);
});

test('a coalition invites, and a steward of the group says yes and answers', async () => {
  const site = await aSite();
  const { coalition, group, own, to } = await aPair(site, { visibility: 'private' });
  const head = site.as(coalition.steward);
  await head.patch(`/groups/${coalition.slug}`, { questions: ['Whom do you organize?'] });
  const path = `/coalitions/${coalition.slug}/invitations`;
  expect((await head.post(path, { group: group.slug, word: 'Come in.' })).status).toBe(202);
  // The invitation makes a private coalition known to those who answer it, and to nobody else.
  const steward = site.as(group.steward);
  expect((await steward.get(own)).body.rows).toMatchObject([
    {
      state: 'proposed',
      word: 'Come in.',
      questions: ['Whom do you organize?'],
      coalition: { isSeen: false },
    },
  ]);
  expect((await steward.get(`/coalitions/${coalition.slug}`)).status).toBe(404);
  expect((await site.as(await aMember(site, group)).get(own)).body.rows).toEqual([]);
  expect((await steward.put(`${to}/decision`, { decision: 'accepted' })).status).toBe(422);
  expect((await steward.put(`${to}/decision`, { decision: 'accepted', answers: ['Renters'] })).status).toBe(
    204,
  );
  expect((await steward.get(`/coalitions/${coalition.slug}`)).status).toBe(200);
});

test('who was asked and asks in turn has said yes', async () => {
  const site = await aSite();
  const { coalition, group, own } = await aPair(site);
  await site.as(coalition.steward).post(`/coalitions/${coalition.slug}/invitations`, { group: group.slug });
  await site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] });
  expect(await stateOf(site, coalition, group)).toBe('accepted');
});

test('asking twice is asking once, also at the same moment', async () => {
  const site = await aSite();
  const { coalition, group, own } = await aPair(site);
  const ask = () => site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] });
  const replies = await Promise.all([ask(), ask()]);
  expect(replies.map(({ status }) => status)).toEqual([202, 202]);
  expect(await site.mails()).toHaveLength(1);
});

test('both sides decide once: the first answer counts, and another is refused', async () => {
  const site = await aSite();
  const { coalition, group, from, own, to } = await aPair(site);
  await site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] });
  const head = site.as(coalition.steward);
  // Who asked does not answer.
  expect(
    (await site.as(group.steward).put(`${to}/decision`, { decision: 'accepted', answers: [] })).status,
  ).toBe(409);
  const replies = await Promise.all(
    ['accepted', 'declined'].map((decision) => head.put(`${from}/decision`, { decision })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('a no holds for a week for whoever asked, and for nobody else', async () => {
  const site = await aSite();
  const { coalition, group, from, own } = await aPair(site);
  const [head, steward] = [site.as(coalition.steward), site.as(group.steward)];
  const ask = () => steward.post(own, { coalition: coalition.slug, answers: [] });
  await ask();
  await head.put(`${from}/decision`, { decision: 'declined', word: 'Not yet.' });
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'coalitions.asked-lately' } });
  expect((await head.post(`/coalitions/${coalition.slug}/invitations`, { group: group.slug })).status).toBe(
    202,
  );
  expect((await ask()).status).toBe(202);
  expect(await stateOf(site, coalition, group)).toBe('accepted');
});

test('a coalition that takes groups by invitation is not asked', async () => {
  const site = await aSite();
  const { coalition, group, own } = await aPair(site);
  await site.as(coalition.steward).patch(`/groups/${coalition.slug}`, { joining: 'invitation' });
  const reply = await site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] });
  expect(reply).toMatchObject({ status: 403, body: { code: 'coalitions.by-invitation' } });
});

test('what was asked is taken back by whoever asked', async () => {
  const site = await aSite();
  const { coalition, group, from, own, to } = await aPair(site);
  const [head, steward] = [site.as(coalition.steward), site.as(group.steward)];
  await steward.post(own, { coalition: coalition.slug, answers: [] });
  expect((await head.put(`${from}/ending`, { reason: 'No.' })).status).toBe(409);
  expect((await steward.delete(to)).status).toBe(204);
  expect((await head.get(`/coalitions/${coalition.slug}/proposals`)).body.rows).toEqual([]);
  expect((await head.put(`${from}/decision`, { decision: 'accepted' })).status).toBe(409);
});

test('a group that is suspended is out until the coalition says otherwise, and reads why', async () => {
  const site = await aSite();
  const { coalition, group, from, own } = await aPair(site);
  await joinCoalition(site, coalition, group);
  const member = await aMember(site, group);
  const head = site.as(coalition.steward);
  const reason = { reason: 'They sold a list.' };
  expect((await site.as(group.steward).put(`${from}/suspension`, reason)).status).toBe(403);
  expect((await head.put(`${from}/suspension`, reason)).status).toBe(204);
  const isInside = async () => (await site.as(member).get(`/coalitions/${coalition.slug}`)).body.isInside;
  expect(await isInside()).toBe(false);
  expect((await site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] })).status).toBe(
    409,
  );
  const last = (await site.mails()).at(-1);
  expect(last).toMatchObject({
    toAddress: group.steward.email,
    subject: 'Second is suspended from Valley Coalition',
  });
  expect(JSON.stringify(last?.letter)).toContain('They sold a list.');
  expect((await head.delete(`${from}/suspension`)).status).toBe(204);
  expect(await isInside()).toBe(true);
});

test('a group leaves, and a coalition ends it with a reason; both stays on record, with names for one’s own side', async () => {
  const site = await aSite();
  const { coalition, group, from, to } = await aPair(site);
  await joinCoalition(site, coalition, group);
  const [head, steward] = [site.as(coalition.steward), site.as(group.steward)];
  expect((await steward.delete(to)).status).toBe(204);
  expect((await head.get(`/coalitions/${coalition.slug}`)).body.groupCount).toBe(1);
  await joinCoalition(site, coalition, group);
  expect((await head.put(`${from}/ending`, { reason: 'We part.' })).status).toBe(204);
  const steps = (await steward.get(`${to}/steps`)).body.rows;
  expect(steps.map(({ step, by }: { step: string; by: string | null }) => [step, by])).toEqual([
    ...[
      ['ended', null],
      ['accepted', group.steward.name],
      ['invited', null],
    ],
    ...[
      ['left', group.steward.name],
      ['accepted', group.steward.name],
      ['invited', null],
    ],
  ]);
  expect((await head.get(`${from}/steps`)).body.rows[0]).toMatchObject({
    by: coalition.steward.name,
    word: 'We part.',
  });
  expect((await site.as(await aMember(site, group)).get(`${to}/steps`)).status).toBe(404);
});

test('two coalitions that take each other in at the same moment: one of them is', async () => {
  const site = await aSite();
  const [one, other] = [await aCoalition(site, { name: 'One' }), await aCoalition(site, { name: 'Other' })];
  const steward = { one: site.as(one.steward), other: site.as(other.steward) };
  const ask = (of: typeof one, into: typeof one) =>
    site.as(of.steward).post(`/groups/${of.slug}/coalitions`, { coalition: into.slug, answers: [] });
  expect((await ask(one, other)).status).toBe(202);
  expect((await ask(other, one)).status).toBe(202);
  const replies = await Promise.all([
    steward.other.put(`/coalitions/${other.slug}/groups/${one.slug}/decision`, { decision: 'accepted' }),
    steward.one.put(`/coalitions/${one.slug}/groups/${other.slug}/decision`, { decision: 'accepted' }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
  const refused = replies.find(({ status }) => status === 409);
  expect(refused?.body.code).toBe('coalitions.circle');
});

test('a coalition is not in itself', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const steward = site.as(coalition.steward);
  const path = `/coalitions/${coalition.slug}/invitations`;
  expect((await steward.post(path, { group: coalition.slug })).status).toBe(409);
});

test('who stands in neither side reads what everyone may, and does nothing', async () => {
  const site = await aSite();
  const { coalition, group, from, own, to } = await aPair(site);
  await joinCoalition(site, coalition, group);
  const elsewhere = await aGroup(site, { name: 'Elsewhere' });
  const outsider = site.as(elsewhere.steward);
  expect((await outsider.get(own)).body.rows).toMatchObject([{ state: 'accepted', delegates: [], word: '' }]);
  const deeds = [
    outsider.put(`${from}/suspension`, { reason: 'x' }),
    outsider.put(`${from}/ending`, { reason: 'x' }),
    outsider.put(`${from}/decision`, { decision: 'declined' }),
    outsider.delete(to),
  ];
  for (const { status } of await Promise.all(deeds)) expect(status).toBe(403);
  expect((await outsider.get(`/coalitions/${coalition.slug}/proposals`)).status).toBe(404);
});

test('a frozen group neither applies nor answers, and may go', async () => {
  const site = await aSite();
  const { coalition, group, to } = await aPair(site);
  await joinCoalition(site, coalition, group);
  await site.db.execute(`update groups set frozen_at = now() where id = '${group.id}'`);
  const other = await aCoalition(site, { name: 'Other' });
  const asked = { coalition: other.slug, answers: [] };
  expect(await site.as(group.steward).post(`/groups/${group.slug}/coalitions`, asked)).toMatchObject({
    status: 409,
    body: { code: 'groups.frozen' },
  });
  expect((await site.as(group.steward).delete(to)).status).toBe(204);
});

test('a coalition of private groups is asked by others, and one that every group has left by nobody', async () => {
  const site = await aSite();
  const { coalition, group, own } = await aPair(site);
  const { home, steward } = coalition;
  const { body } = await site.as(steward).patch(`/groups/${home.slug}`, { visibility: 'private' });
  const ask = () => site.as(group.steward).post(own, { coalition: coalition.slug, answers: [] });
  expect((await ask()).status).toBe(202);
  await site.as(group.steward).delete(`${own}/${coalition.slug}`);
  await site.db.execute("update coalition_steps set taken_at = now() - interval '9 days'");
  await site.as(steward).delete(`/groups/${body.slug}/coalitions/${coalition.slug}`);
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'coalitions.nobody-decides' } });
});
