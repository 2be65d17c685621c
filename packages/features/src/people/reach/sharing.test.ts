import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

async function aTalk() {
  const site = await aSite();
  const crew = await aCrew(site);
  const ruth = await aPerson(site, crew.group, { isSubscribed: true });
  const at = `${crew.path}/${ruth.id}`;
  const as = site.as(crew.organizer);
  const noSharing = async () => (await as.get(`${at}/reach`)).body.noSharing;
  return { site, ...crew, ruth, at, as, noSharing };
}

test('an organizer writes down that somebody does not want to be passed on, and takes that back', async () => {
  const { at, as, noSharing } = await aTalk();
  expect(await noSharing()).toBeNull();
  expect((await as.put(`${at}/do-not-share`)).status).toBe(204);
  expect(await noSharing()).toMatchObject({ canUndo: true, answer: { given: 'no', how: 'organizer' } });
  const { rows } = (await as.get(`${at}/history`)).body;
  expect(rows[0]).toMatchObject({ kind: 'refused', label: 'sharing' });
  expect((await as.delete(`${at}/do-not-share`)).status).toBe(204);
  expect(await noSharing()).toBeNull();
  expect((await as.delete(`${at}/do-not-share`)).status).toBe(409);
});

test('a no that somebody said themself, or came with, is not theirs to take back', async () => {
  const { site, ruth, at, as, noSharing } = await aTalk();
  await site.house.db.execute(
    `insert into consents (group_id, person_id, way, purpose, given, how, words)
      select group_id, id, 'any', 'sharing', 'no', 'import', 'Do not share' from people where id = '${ruth.id}'`,
  );
  expect(await noSharing()).toMatchObject({ canUndo: false, answer: { how: 'import' } });
  expect((await as.put(`${at}/do-not-share`)).status).toBe(204);
  expect(await noSharing()).toMatchObject({ canUndo: false, answer: { how: 'import' } });
  expect(await as.delete(`${at}/do-not-share`)).toMatchObject({
    status: 409,
    body: { code: 'people.answer-changed' },
  });
});

test('only those who may correct people write it down', async () => {
  const { site, group, at, noSharing } = await aTalk();
  expect((await site.as(await aMember(site, group)).put(`${at}/do-not-share`)).status).toBe(404);
  expect(await noSharing()).toBeNull();
});
