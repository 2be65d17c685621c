import { expect, test } from 'vitest';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aCoalition, joinCoalition } from '../../coalitions/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anAsk, aTarget, dayFrom } from '../fixtures.ts';

/** A coalition with a target, put up for one of its two groups. */
async function aValley(site: TestSite) {
  const coalition = await aCoalition(site);
  const [one, other] = [await aGroup(site, { name: 'One' }), await aGroup(site, { name: 'Other' })] as const;
  for (const group of [one, other]) await joinCoalition(site, coalition, group);
  return { coalition, one, other, target: await aTarget(site, one, { coalition }) };
}

test('what one group asked, and what came of it, the others of the coalition read as a fact', async () => {
  const site = await aSite();
  const { one, other, target } = await aValley(site);
  const { slug } = await aCampaign(site, one, one.steward);
  const campaign = (await site.as(one.steward).get(`/campaigns/${slug}`)).body;
  const ask = await anAsk(site, target, one, {
    ...{ campaignId: campaign.id, answer: 'We will see.', answeredOn: dayFrom(-3) },
    ...{ promise: 'No closing before the vote.', dueOn: dayFrom(20) },
  });
  const [read] = (await site.as(other.steward).get(`${target.pathFor(other)}/asks`)).body.rows;
  expect(read).toMatchObject({
    ...{ id: ask.id, isOwn: false, group: { slug: one.slug, name: 'One' }, writtenBy: null },
    ...{ what: 'Keep the branch open on Saturdays.', askedOn: dayFrom(-7), isDue: false, outcome: null },
    ...{ answer: 'We will see.', promise: 'No closing before the vote.', dueOn: dayFrom(20) },
    campaign: { slug, title: campaign.title },
  });
  const [own] = (await site.as(one.steward).get(`${target.pathFor(one)}/asks`)).body.rows;
  expect(own.writtenBy).toBe(one.steward.name);
});

test('each group changes what it wrote itself, and nobody else’s', async () => {
  const site = await aSite();
  const { coalition, one, other, target } = await aValley(site);
  const ask = await anAsk(site, target, one, { promise: 'Soon.' });
  const change = { answer: 'Yes.', answeredOn: dayFrom(-2) };
  for (const group of [other, coalition]) {
    const path = `${target.pathFor(group)}/asks/${ask.id}`;
    const theirs = site.as(group.steward);
    expect((await theirs.patch(path, change)).status).toBe(403);
    expect((await theirs.delete(path)).status).toBe(403);
    expect((await theirs.put(`${path}/outcome`, { outcome: 'kept' })).status).toBe(403);
  }
  const organizer = site.as(await aMember(site, one, 'organizer'));
  expect((await organizer.patch(ask.path, change)).status).toBe(204);
  const said = { outcome: 'broken', word: 'The doors were shut.' };
  expect((await organizer.put(`${ask.path}/outcome`, said)).status).toBe(204);
  const [read] = (await organizer.get(`${target.pathFor(one)}/asks`)).body.rows;
  expect(read).toMatchObject({ answer: 'Yes.', outcome: 'broken', outcomeWord: 'The doors were shut.' });
  expect((await organizer.delete(`${ask.path}/outcome`)).status).toBe(204);
  expect((await organizer.delete(ask.path)).status).toBe(204);
  expect((await organizer.get(`${target.pathFor(one)}/asks`)).body.rows).toEqual([]);
});

test('a private group is not named to the others, nor its draft', async () => {
  const site = await aSite();
  const { coalition, one, other, target } = await aValley(site);
  const { slug } = await aCampaign(site, one, one.steward);
  const { id: campaignId } = (await site.as(one.steward).get(`/campaigns/${slug}`)).body;
  await anAsk(site, target, one, { campaignId });
  const { body } = await site.as(one.steward).patch(`/groups/${one.slug}`, { visibility: 'private' });
  const [read] = (await site.as(other.steward).get(`${target.pathFor(other)}/asks`)).body.rows;
  expect(read).toMatchObject({ group: null, campaign: null, isOwn: false });
  // Delegates know who is in it.
  const [known] = (await site.as(coalition.steward).get(`${target.pathFor(coalition)}/asks`)).body.rows;
  expect(known.group).toMatchObject({ slug: body.slug });
});

test.each([
  [{ askedOn: dayFrom(3) }, 'askedOn', 'targets.day-ahead'],
  [{ answer: 'Yes.' }, 'answeredOn', 'field.required'],
  [{ answeredOn: dayFrom(-1) }, 'answer', 'field.required'],
  [{ answer: 'Yes.', answeredOn: dayFrom(-30) }, 'answeredOn', 'targets.answered-day'],
  [{ dueOn: dayFrom(9) }, 'promise', 'field.required'],
  [{ promise: 'Soon.', dueOn: dayFrom(-30) }, 'dueOn', 'targets.due-before'],
  [{ campaignId: '0190163d-8694-739b-aea5-966c26f8ad91' }, 'campaignId', 'targets.not-your-campaign'],
])('%j is refused beside %s', async (given, name, code) => {
  const site = await aSite();
  const group = await aGroup(site);
  const target = await aTarget(site, group);
  const body = { what: 'Open the books.', askedOn: dayFrom(-7), ...given };
  const answer = await site.as(group.steward).post(`${target.pathFor(group)}/asks`, body);
  expect([answer.status, answer.body.fields]).toMatchObject([422, [{ name, code }]]);
});

test('nothing is kept or broken that nobody promised; without the promise goes what was said of it', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const target = await aTarget(site, group);
  const [bare, promised] = [
    await anAsk(site, target, group),
    await anAsk(site, target, group, { promise: 'Soon.', dueOn: dayFrom(-1) }),
  ] as const;
  const steward = site.as(group.steward);
  const none = await steward.put(`${bare.path}/outcome`, { outcome: 'kept' });
  expect([none.status, none.body.code]).toEqual([409, 'targets.no-promise']);
  await steward.put(`${promised.path}/outcome`, { outcome: 'kept' });
  expect((await steward.patch(promised.path, { promise: null, dueOn: null })).status).toBe(204);
  const { rows } = (await steward.get(`${target.pathFor(group)}/asks`)).body;
  expect(rows.map(({ outcome }: { outcome: string | null }) => outcome)).toEqual([null, null]);
});

test('a promise whose day has passed stands first, in the group’s list, and is told once to those who publish for it', async () => {
  const site = await aSite();
  const { one, other, target } = await aValley(site);
  const due = await anAsk(site, target, one, {
    ...{ askedOn: dayFrom(-60), promise: 'A new roof.', dueOn: dayFrom(-3) },
  });
  await anAsk(site, target, one, { promise: 'A new door.', dueOn: dayFrom(30) });
  const kept = await anAsk(site, target, one, { promise: 'A bench.', dueOn: dayFrom(-5) });
  await site.as(one.steward).put(`${kept.path}/outcome`, { outcome: 'kept' });
  const organizer = await aMember(site, one, 'organizer');
  await aMember(site, one);
  for (const group of [one, other]) {
    const [first] = (await site.as(group.steward).get(`${target.pathFor(group)}/asks`)).body.rows;
    expect(first).toMatchObject({ id: due.id, isDue: true });
  }
  const owed = await site.as(organizer).get(`/groups/${one.slug}/promises`);
  expect(owed.body.rows).toEqual([
    {
      ...{ id: due.id, promise: 'A new roof.', dueOn: dayFrom(-3) },
      target: { id: target.id, name: 'Dana Price', office: 'Mayor' },
    },
  ]);
  expect((await site.as(other.steward).get(`/groups/${other.slug}/promises`)).body.rows).toEqual([]);
  const told = async () => {
    await site.sweep('targets.tell-due');
    const mails = (await site.mails()).filter(({ key }) => key.startsWith('targets.promise-due'));
    return mails.map(({ toAddress }) => toAddress);
  };
  expect((await told()).sort()).toEqual([one.steward.email, organizer.email].sort());
  expect(await told()).toHaveLength(2);
  // Another day is another telling.
  await site.as(organizer).patch(due.path, { dueOn: dayFrom(-2) });
  expect(await told()).toHaveLength(4);
});

test('a page of asks goes on where the one before ended', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const target = await aTarget(site, group);
  const made = [];
  for (const days of [-9, -9, -4]) made.push(await anAsk(site, target, group, { askedOn: dayFrom(days) }));
  await anAsk(site, target, group, { askedOn: dayFrom(-90), promise: 'x', dueOn: dayFrom(-1) });
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await site.as(group.steward).get(`${target.pathFor(group)}/asks?limit=1&after=${after}`);
    seen.push(...body.rows.map(({ askedOn }: { askedOn: string }) => askedOn));
    after = body.next ?? '';
  } while (after);
  expect(seen).toEqual([dayFrom(-90), dayFrom(-4), dayFrom(-9), dayFrom(-9)]);
});
