import { expect, test } from 'vitest';
import { aCoalition, joinCoalition } from '../../coalitions/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aListing, aListingAnswer, aNeed, dayAhead } from '../fixtures.ts';

/** A group that needs a room, and two that could have one. */
async function aStreet(site: TestSite) {
  const [asking, first, second] = [
    await aGroup(site, { name: 'Asking' }),
    await aGroup(site, { name: 'First' }),
    await aGroup(site, { name: 'Second' }),
  ] as const;
  return { asking, first, second, listing: await aListing(site, asking) };
}

async function statesFor(site: TestSite, group: AGroup, listing: { path: string }) {
  const { body } = await site.as(group.steward).get(`${listing.path}/answers`);
  return body.rows.map((row: { state: string; group: { name: string } }) => [row.group.name, row.state]);
}

async function mailsOf(site: TestSite, group: AGroup) {
  const mails = await site.mails();
  return mails.filter((mail) => mail.toAddress === group.steward.email).map(({ subject }) => subject);
}

test('a group answers, the other says yes, and both hear of it; when one of them says so it is done', async () => {
  const site = await aSite();
  const { asking, first, listing } = await aStreet(site);
  const asked = { group: first.slug, word: 'Our hall, on Tuesdays.' };
  const { status, body } = await site.as(first.steward).post(`${listing.path}/answers`, asked);
  expect(status).toBe(201);
  const path = `${listing.path}/answers/${body.id}`;
  expect(await mailsOf(site, asking)).toEqual([`First answers: ${aNeed.title}`]);
  const decided = { decision: 'taken', word: 'We come with forty.' };
  for (let times = 0; times < 2; times += 1)
    expect((await site.as(asking.steward).put(`${path}/decision`, decided)).status).toBe(204);
  expect((await site.as(null).get('/listings')).body.rows).toMatchObject([{ state: 'taken' }]);
  expect(await mailsOf(site, first)).toEqual([`Asking says yes: ${aNeed.title}`]);
  expect((await site.as(first.steward).put(`${path}/fulfilment`)).status).toBe(204);
  expect((await site.as(asking.steward).put(`${path}/fulfilment`)).status).toBe(204);
  expect((await mailsOf(site, asking)).at(-1)).toBe(`Done: ${aNeed.title}`);
  expect((await site.as(null).get('/listings')).body.rows).toEqual([]);
  expect((await site.as(first.steward).get(listing.path)).body).toMatchObject({
    ...{ state: 'fulfilled', closedHow: 'fulfilled' },
  });
});

test('an answer is there for the two groups alone, and people are named to their own side', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const answer = await aListingAnswer(site, listing, first);
  await aListingAnswer(site, listing, second);
  await site.as(asking.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  const rows = async (viewer: Parameters<TestSite['as']>[0]) =>
    (await site.as(viewer).get(`${listing.path}/answers`)).body.rows;
  expect(await rows(asking.steward)).toMatchObject([
    { group: { name: 'Second' }, state: 'offered', answeredBy: null, can: { take: false, decline: true } },
    { group: { name: 'First' }, state: 'taken', answeredBy: null, decidedBy: asking.steward.name },
  ]);
  expect(await rows(first.steward)).toMatchObject([
    { group: { name: 'First' }, answeredBy: first.steward.name, decidedBy: null, isOurs: true },
  ]);
  expect(await rows(await aMember(site, first))).toEqual([]);
  expect(await rows(await aMember(site, asking))).toEqual([]);
  for (const path of [`${answer.path}/fulfilment`, `${answer.path}/decision`])
    expect(
      (await site.as(second.steward).put(path, path.endsWith('n') ? { decision: 'taken' } : undefined))
        .status,
    ).toBe(404);
  expect((await site.as(second.steward).delete(answer.path)).status).toBe(404);
  expect((await site.as(first.steward).put(`${answer.path}/decision`, { decision: 'declined' })).status).toBe(
    403,
  );
  expect((await site.as(asking.steward).delete(answer.path)).status).toBe(403);
});

test('a group has one open answer, also when it answers twice at the same moment', async () => {
  const site = await aSite();
  const { first, listing } = await aStreet(site);
  const other = await aMember(site, first, 'organizer');
  const asked = { group: first.slug, word: 'Here.' };
  const replies = await Promise.all(
    [first.steward, other].map((who) => site.as(who).post(`${listing.path}/answers`, asked)),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('directory.answered-already');
});

test('of two answers one is taken, also when both are said yes to at the same moment', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const other = await aMember(site, asking, 'organizer');
  const [one, two] = [
    await aListingAnswer(site, listing, first),
    await aListingAnswer(site, listing, second),
  ] as const;
  const replies = await Promise.all([
    site.as(asking.steward).put(`${one.path}/decision`, { decision: 'taken' }),
    site.as(other).put(`${two.path}/decision`, { decision: 'taken' }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('while it is taken nobody answers anew; where that comes to nothing it is open again', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const taken = await aListingAnswer(site, listing, first);
  await site.as(asking.steward).put(`${taken.path}/decision`, { decision: 'taken' });
  const asked = { group: second.slug, word: 'Here.' };
  const answer = () => site.as(second.steward).post(`${listing.path}/answers`, asked);
  expect(await answer()).toMatchObject({ status: 409, body: { code: 'directory.taken' } });
  expect((await site.as(second.steward).get(listing.path)).body.mayAnswer).toEqual([]);
  const no = { decision: 'declined', word: 'The room is too small.' };
  expect((await site.as(asking.steward).put(`${taken.path}/decision`, no)).status).toBe(204);
  const told = (await site.mails()).at(-1);
  expect(told?.subject).toBe(`No: ${aNeed.title}`);
  expect(JSON.stringify(told?.letter)).toContain('The room is too small.');
  expect((await site.as(second.steward).get(listing.path)).body).toMatchObject({
    ...{ state: 'open', mayAnswer: [{ slug: second.slug }] },
  });
  expect((await answer()).status).toBe(201);
});

test('a group takes its answer back, also after a yes, and the other hears of it', async () => {
  const site = await aSite();
  const { asking, first, listing } = await aStreet(site);
  const answer = await aListingAnswer(site, listing, first);
  await site.as(asking.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  for (let times = 0; times < 2; times += 1)
    expect((await site.as(first.steward).delete(answer.path)).status).toBe(204);
  expect((await mailsOf(site, asking)).at(-1)).toBe(`First takes it back: ${aNeed.title}`);
  expect(await statesFor(site, asking, listing)).toEqual([['First', 'withdrawn']]);
  const late = await site.as(asking.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  expect(late).toMatchObject({ status: 409, body: { code: 'directory.settled' } });
});

test('what is closed ends the answers that wait, and those groups hear so; what is taken goes on', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const taken = await aListingAnswer(site, listing, first);
  await aListingAnswer(site, listing, second);
  await site.as(asking.steward).put(`${taken.path}/decision`, { decision: 'taken' });
  await site.as(asking.steward).put(`${listing.path}/closing`);
  expect(await statesFor(site, asking, listing)).toEqual([
    ['Second', 'ended'],
    ['First', 'taken'],
  ]);
  expect((await mailsOf(site, second)).at(-1)).toBe(`No longer: ${aNeed.title}`);
  expect((await site.as(null).get(listing.path)).status).toBe(404);
  const third = await aGroup(site, { name: 'Third' });
  const asked = { group: third.slug, word: 'Here.' };
  expect((await site.as(third.steward).post(`${listing.path}/answers`, asked)).status).toBe(404);
  expect((await site.as(asking.steward).put(`${taken.path}/fulfilment`)).status).toBe(204);
  expect((await site.as(first.steward).get(listing.path)).body.closedHow).toBe('fulfilled');
});

test('nobody answers their own, nor for a group for which they do not publish, nor for one that nobody vouched for', async () => {
  const site = await aSite();
  const { asking, first, listing } = await aStreet(site);
  const answerAs = (who: AGroup['steward'], group: { slug: string }) =>
    site.as(who).post(`${listing.path}/answers`, { group: group.slug, word: 'Here.' });
  expect(await answerAs(asking.steward, asking)).toMatchObject({
    status: 409,
    body: { code: 'directory.own' },
  });
  expect((await answerAs(await aMember(site, first), first)).status).toBe(403);
  const draft = await aGroup(site, { isVouched: false });
  expect((await answerAs(draft.steward, draft)).status).toBe(403);
  expect((await site.as(draft.steward).get(listing.path)).body.mayAnswer).toEqual([]);
});

test('a frozen group is not answered, and does not answer; what it agreed it ends', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const answer = await aListingAnswer(site, listing, first);
  await site.db.execute(`update groups set frozen_at = now() where id in ('${asking.id}', '${first.id}')`);
  const asked = (group: AGroup) => ({ group: group.slug, word: 'Here.' });
  const frozen = { status: 409, body: { code: 'groups.frozen' } };
  expect(await site.as(second.steward).post(`${listing.path}/answers`, asked(second))).toMatchObject(frozen);
  expect(await site.as(first.steward).post(`${listing.path}/answers`, asked(first))).toMatchObject(frozen);
  expect(await site.as(asking.steward).put(`${answer.path}/decision`, { decision: 'taken' })).toMatchObject(
    frozen,
  );
  expect((await site.as(first.steward).delete(answer.path)).status).toBe(204);
});

test('in a coalition a group outside of it cannot answer, nor is one taken that has left', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const [inside, apart] = [
    await aGroup(site, { name: 'Inside' }),
    await aGroup(site, { name: 'Apart' }),
  ] as const;
  await joinCoalition(site, coalition, inside);
  const listing = await aListing(site, coalition.home, { coalition: coalition.slug });
  // Somebody who is in both sees it, and cannot answer for the one that is not in the coalition.
  await aMember(site, apart, 'organizer', inside.steward);
  const seen = await site.as(inside.steward).get(listing.path);
  expect(seen.body.mayAnswer).toEqual([{ slug: inside.slug, name: 'Inside' }]);
  const asked = { group: apart.slug, word: 'Here.' };
  expect(await site.as(inside.steward).post(`${listing.path}/answers`, asked)).toMatchObject({
    ...{ status: 422, body: { fields: [{ name: 'group', code: 'directory.not-in' }] } },
  });
  const answer = await aListingAnswer(site, listing, inside);
  await site.as(inside.steward).delete(`/groups/${inside.slug}/coalitions/${coalition.slug}`);
  const late = await site.as(coalition.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  expect(late).toMatchObject({ status: 409, body: { code: 'directory.gone' } });
  expect((await site.as(inside.steward).get(listing.path)).status).toBe(404);
  expect((await site.as(inside.steward).delete(answer.path)).status).toBe(404);
  await site.sweep('directory.end-answers');
  expect(await statesFor(site, coalition.home, listing)).toEqual([['Inside', 'ended']]);
});

test('a private group is named to the one it answers, and one that says yes to the one that answered', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const [needing, having] = [
    await aGroup(site, { name: 'Needing' }),
    await aGroup(site, { name: 'Having' }),
  ] as const;
  for (const group of [needing, having]) await joinCoalition(site, coalition, group);
  const listing = await aListing(site, needing, { coalition: coalition.slug });
  const answer = await aListingAnswer(site, listing, having);
  for (const group of [needing, having])
    await site.as(group.steward).patch(`/groups/${group.slug}`, { visibility: 'private' });
  expect(await statesFor(site, needing, listing)).toEqual([['Having', 'offered']]);
  const groupFor = async () => (await site.as(having.steward).get(listing.path)).body.group;
  expect(await groupFor()).toBeNull();
  await site.as(needing.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  expect(await groupFor()).toMatchObject({ name: 'Needing', isSeen: false });
});

test('a group that is hidden is not seen among the answers, and a group that goes opens what it had', async () => {
  const site = await aSite();
  const { asking, first, second, listing } = await aStreet(site);
  const [hidden, gone] = [
    await aListingAnswer(site, listing, first),
    await aListingAnswer(site, listing, second),
  ] as const;
  await site.as(asking.steward).put(`${gone.path}/decision`, { decision: 'taken' });
  await site.db.execute(`update groups set hidden_at = now() where id = '${first.id}'`);
  expect(await statesFor(site, asking, listing)).toEqual([['Second', 'taken']]);
  expect(
    (await site.as(asking.steward).put(`${hidden.path}/decision`, { decision: 'declined' })).status,
  ).toBe(404);
  await site.db.execute(`delete from groups where id = '${second.id}'`);
  expect((await site.as(null).get(listing.path)).body.state).toBe('open');
});

test('whom it is for does not change while an answer is open', async () => {
  const site = await aSite();
  const { asking, first, listing } = await aStreet(site);
  const coalition = await aCoalition(site, { home: asking });
  const answer = await aListingAnswer(site, listing, first);
  const change = () => site.as(asking.steward).patch(listing.path, { coalition: coalition.slug });
  expect(await change()).toMatchObject({ status: 409, body: { code: 'directory.answered' } });
  await site.as(first.steward).delete(answer.path);
  expect((await change()).status).toBe(204);
  expect((await site.as(null).get(listing.path)).status).toBe(404);
});

test('what a group answered stands in a list of its own, for those who publish for it', async () => {
  const site = await aSite();
  const { first, listing, asking } = await aStreet(site);
  await aListingAnswer(site, listing, first);
  const path = `/groups/${first.slug}/listing-answers`;
  expect((await site.as(first.steward).get(path)).body.rows).toMatchObject([
    { state: 'offered', listing: { id: listing.id, title: aNeed.title, group: { name: 'Asking' } } },
  ]);
  expect((await site.as(await aMember(site, first)).get(path)).status).toBe(404);
  expect((await site.as(asking.steward).get(path)).status).toBe(404);
});

test('a day in the past closes it for those who answer too', async () => {
  const site = await aSite();
  const { asking, first, listing } = await aStreet(site);
  const answer = await aListingAnswer(site, listing, first);
  await site.db.execute('update listings set ends_on = current_date - 2');
  expect((await site.as(first.steward).get(listing.path)).body.state).toBe('closed');
  const late = await site.as(asking.steward).put(`${answer.path}/decision`, { decision: 'taken' });
  expect(late).toMatchObject({ status: 409, body: { code: 'directory.closed' } });
  await site.sweep('directory.close');
  expect(await statesFor(site, first, listing)).toEqual([['First', 'ended']]);
  const reopened = await site.as(asking.steward).put(`${listing.path}/reopening`, { endsOn: dayAhead(9) });
  expect(reopened.status).toBe(204);
  await aListingAnswer(site, listing, first);
});
