import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { sealedId } from '../../site/tokens.ts';
import { aCrew, aPerson } from '../fixtures.ts';

type Way = { way: string; may: boolean; canUndo: boolean; answer: Record<string, string | null> | null };

async function aTalk({ isSubscribed = false } = {}) {
  const site = await aSite();
  const crew = await aCrew(site);
  const ruth = await aPerson(site, crew.group, { phone: '+15105550119', isSubscribed });
  const at = `${crew.path}/${ruth.id}`;
  const as = site.as(crew.organizer);
  const wayOf = async (way: string) => {
    const { ways } = (await as.get(`${at}/reach`)).body as { ways: Way[] };
    const found = ways.find((one) => one.way === way);
    if (!found) throw new Error('there are four ways');
    return found;
  };
  const say = (said: object) => as.put(`${at}/spoken-answer`, { manner: 'phone', ...said });
  const undo = (way: string) => as.delete(`${at}/spoken-answer?way=${way}`);
  return { site, ...crew, ruth, at, as, wayOf, say, undo };
}

const today = () => new Date().toISOString().slice(0, 10);
const DAYS = 86_400_000;

test('what somebody said to an organizer is an answer, with how, and is taken back to what stood before', async () => {
  const { wayOf, say, undo } = await aTalk({ isSubscribed: true });
  expect(await wayOf('call')).toMatchObject({ may: false, answer: null });
  await say({ way: 'call', given: 'yes', manner: 'in-person' });
  expect(await wayOf('call')).toMatchObject({
    may: true,
    canUndo: true,
    answer: { given: 'yes', how: 'organizer', manner: 'in-person' },
  });
  await undo('call');
  expect(await wayOf('call')).toMatchObject({ may: false, answer: null });
  const before = await wayOf('email');
  await say({ way: 'email', given: 'no' });
  await say({ way: 'email', given: 'no', manner: 'paper' });
  expect(await wayOf('email')).toMatchObject({ may: false, answer: { given: 'no', manner: 'paper' } });
  await undo('email');
  expect(await wayOf('email')).toEqual(before);
  expect((await undo('email')).status).toBe(409);
});

test('a yes by hand leaves a no that the person gave themself since; an earlier no gives way', async () => {
  const { site, ruth, wayOf, say } = await aTalk({ isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${ruth.unsubscribe}`);
  const lastWeek = new Date(Date.now() - 7 * DAYS).toISOString().slice(0, 10);
  for (const saidOn of [undefined, today(), lastWeek])
    expect((await say({ way: 'email', given: 'yes', saidOn })).body.code).toBe('people.said-no-since');
  expect(await wayOf('email')).toMatchObject({ may: false });
  await site.house.db.execute(
    `update consents set at = now() - interval '8 days' where person_id = '${ruth.id}'`,
  );
  expect((await say({ way: 'email', given: 'yes', saidOn: lastWeek })).status).toBe(204);
  expect(await wayOf('email')).toMatchObject({ may: true });
  const tomorrow = new Date(Date.now() + 2 * DAYS).toISOString().slice(0, 10);
  expect((await say({ way: 'email', given: 'no', saidOn: tomorrow })).status).toBe(422);
});

test('what the person says themself since is theirs: it stands, and an organizer cannot take it back', async () => {
  const { site, ruth, wayOf, say, undo } = await aTalk();
  await say({ way: 'email', given: 'yes' });
  await site.as(null).put(`/subscriptions/${ruth.unsubscribe}`);
  expect((await undo('email')).body.code).toBe('people.answer-changed');
  expect(await wayOf('email')).toMatchObject({ may: true, canUndo: false, answer: { how: 'own-page' } });
});

test('do not contact is above every yes, until it ends or they ask for mail themselves', async () => {
  const { site, ruth, as, at, path, wayOf, say } = await aTalk({ isSubscribed: true });
  await say({ way: 'text', given: 'yes' });
  await as.put(`${at}/do-not-contact`);
  for (const way of ['email', 'text']) expect((await wayOf(way)).may).toBe(false);
  expect((await as.get(`${path}?lines=only:mailable`)).body.rows).toEqual([]);
  expect((await site.as(null).get(`/subscriptions/${ruth.unsubscribe}`)).body.subscribed).toBe(false);
  await as.delete(`${at}/do-not-contact`);
  expect((await wayOf('text')).may).toBe(true);
  await as.put(`${at}/do-not-contact`);
  await site.as(null).put(`/subscriptions/${ruth.unsubscribe}`);
  expect((await wayOf('email')).may).toBe(true);
  expect(await wayOf('text')).toMatchObject({ may: false, answer: { given: 'no', how: 'own-page' } });
});

test('joining is a yes to what members must hear, in words, which ends without leaving and with leaving', async () => {
  const { site, group, as, path } = await aTalk();
  const bo = await aMember(site, group);
  await site.work();
  const { rows } = (await as.get(`${path}?search=${encodeURIComponent(bo.email)}`)).body;
  const id = String(rows[0].id);
  const consent = async () => (await as.get(`${path}/${id}`)).body.consents;
  expect(await consent()).toMatchObject([
    {
      way: 'email',
      purpose: 'membership',
      given: 'yes',
      how: 'joining',
      words: expect.stringContaining('members'),
    },
  ]);
  const link = `/subscriptions/${sealedId(site.house.settings.secret, 'unsubscribe', id)}`;
  expect((await site.as(null).get(link)).body).toMatchObject({ subscribed: false, membership: 'yes' });
  await site.as(null).delete(`${link}/membership`);
  expect((await site.as(null).get(link)).body.membership).toBe('no');
  expect(await consent()).toMatchObject([{ given: 'no', how: 'own-page' }]);
  expect((await as.get(`${path}/${id}`)).body.isMember).toBe(true);
  await site.as(null).put(`${link}/membership`);
  await site.as(bo).delete(`/groups/${group.slug}/membership`);
  await site.work();
  expect(await consent()).toEqual([]);
});

test('whoever was never a member has no mail for members to end or take up', async () => {
  const { site, ruth } = await aTalk();
  const link = `/subscriptions/${ruth.unsubscribe}`;
  await site.as(null).put(`${link}/membership`);
  expect((await site.as(null).get(link)).body.membership).toBeNull();
});
