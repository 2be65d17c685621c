import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport, sendFile } from './fixtures.ts';

const FILE = [
  'email,phone,can2_subscription_status,can2_sms_status',
  'ana@example.org,+12025550111,subscribed,subscribed',
  'bo@example.org,+12025550112,subscribed,unsubscribed',
  'cy@example.org,,subscribed,subscribed',
  'di@example.org,+12025550114,unsubscribed,subscribed',
  'di@example.org,+12025550114,unsubscribed,bouncing',
].join('\n');

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, organizer, path } = crew;
  const as = site.as(organizer);
  const textOf = async (search: string) => {
    const { body } = await as.get(`${path}?search=${search}@example.org`);
    const { body: reach } = await as.get(`${path}/${body.rows[0].id}/reach`);
    return reach.ways.find(({ way }: { way: string }) => way === 'text');
  };
  const bringIn = async (consent: 'none' | 'file' | 'email' | 'no', file = FILE) => {
    const list = await askToImport(site, group, organizer, { file, plan: { consent } });
    await site.work();
    return list;
  };
  return { ...crew, site, as, textOf, bringIn };
}

test('a yes to text messages that a file says comes in with its words, and never beside a no', async () => {
  const { site, group, organizer, textOf, bringIn } = await aCase();
  const { body } = await sendFile(site, group, organizer, FILE);
  expect(body.findings.textYesCount).toBe(3);
  await bringIn('file');
  expect(await textOf('ana')).toMatchObject({
    may: true,
    answer: { given: 'yes', how: 'import', words: 'can2_sms_status: subscribed' },
  });
  expect(await textOf('bo')).toMatchObject({ may: false, answer: { given: 'no' } });
  expect(await textOf('cy')).toMatchObject({ may: false, answer: null });
  expect(await textOf('di')).toMatchObject({ may: false, answer: { given: 'no' } });
});

test('no yes comes where nobody states that the file may be used, and none in place of a no', async () => {
  const { site, as, group, path, textOf, bringIn } = await aCase();
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  await as.put(`${path}/${ana.id}/spoken-answer`, { way: 'text', given: 'no', manner: 'phone' });
  await bringIn('file');
  expect(await textOf('ana')).toMatchObject({ may: false, answer: { given: 'no', how: 'organizer' } });
  for (const consent of ['none', 'no'] as const) {
    const other = await aCase();
    await other.bringIn(consent, FILE.split('\n').slice(0, 2).join('\n'));
    expect(await other.textOf('ana')).toMatchObject({ may: false, answer: null });
  }
});

test('a list that is taken back takes its yes to text messages', async () => {
  const { site, as, group, textOf, bringIn } = await aCase();
  await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  const { path: list } = await bringIn('email');
  expect(await textOf('ana')).toMatchObject({ may: true });
  await as.put(`${list}/undoing`);
  await site.work();
  expect(await textOf('ana')).toMatchObject({ may: false, answer: null });
});
