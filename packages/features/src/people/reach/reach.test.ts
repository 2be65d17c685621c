import { expect, test } from 'vitest';
import { contextFor } from '../../context.ts';
import { aSite } from '../../testing.ts';
import { rememberPerson } from '../actions.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { contactPoints, people } from '../tables.ts';
import { eq } from 'drizzle-orm';

type Point = { kind: string; value: string; shown: string; isFirst: boolean; isReadable: boolean };

async function aReached() {
  const site = await aSite();
  const crew = await aCrew(site);
  const ruth = await aPerson(site, crew.group, { email: 'ruth@example.org', name: 'Ruth Chen' });
  const at = `${crew.path}/${ruth.id}`;
  const as = site.as(crew.organizer);
  const reach = async () => (await as.get(`${at}/reach`)).body;
  const points = async () =>
    ((await reach()).points as Point[]).map(({ value, isFirst }) => (isFirst ? `${value} first` : value));
  const keep = (point: object) => as.put(`${at}/contact-points`, point);
  const remove = (point: object) => as.put(`${at}/contact-points/removed`, point);
  return { site, ...crew, ruth, at, as, reach, points, keep, remove };
}

test('an organizer adds further emails and phones, makes one the first, and takes one away and puts it back', async () => {
  const { points, keep, remove } = await aReached();
  expect((await keep({ email: 'Ruth@Work.example' })).status).toBe(204);
  await keep({ phone: '+1 510 555 0119' });
  await keep({ phone: '+49 30 901820' });
  expect(await points()).toEqual([
    'ruth@example.org first',
    'ruth@work.example',
    '+15105550119 first',
    '+4930901820',
  ]);
  await keep({ email: 'ruth@work.example', isFirst: true });
  await keep({ phone: '+4930901820', isFirst: true });
  expect(await points()).toEqual([
    'ruth@work.example first',
    'ruth@example.org',
    '+4930901820 first',
    '+15105550119',
  ]);
  expect((await remove({ email: 'ruth@work.example' })).body).toEqual({ wasFirst: true });
  expect((await remove({ phone: '+15105550119' })).body).toEqual({ wasFirst: false });
  expect(await points()).toEqual(['ruth@example.org first', '+4930901820 first']);
  await keep({ email: 'ruth@work.example', isFirst: true });
  await keep({ email: 'ruth@work.example', isFirst: true });
  expect(await points()).toEqual(['ruth@work.example first', 'ruth@example.org', '+4930901820 first']);
  expect((await remove({ email: 'nobody@example.org' })).status).toBe(404);
});

test('an email that somebody else of the group has is refused, with the way to them; another group may hold it', async () => {
  const { site, group, keep, path } = await aReached();
  const diego = await aPerson(site, group, { email: 'diego@example.org', name: 'Diego Álvarez' });
  const { status, body } = await keep({ email: 'diego@example.org' });
  expect(status).toBe(422);
  expect(body.fields[0]).toMatchObject({
    name: 'email',
    code: 'people.email-taken',
    message: expect.stringContaining('Diego Álvarez'),
    link: `${path}/${diego.id}`,
  });
  const elsewhere = await aCrew(site);
  await aPerson(site, elsewhere.group, { email: 'free@example.org' });
  expect((await keep({ email: 'free@example.org' })).status).toBe(204);
});

test('the database lets no two people of a group have one email, whoever asks', async () => {
  const { site, group, ruth, keep } = await aReached();
  const { db } = site.house;
  await keep({ email: 'ruth@work.example' });
  const diego = await aPerson(site, group, { email: 'diego@example.org' });
  const point = {
    id: diego.id,
    groupId: group.id,
    personId: diego.id,
    kind: 'email',
    source: 'organizer',
  } as const;
  await expect(db.insert(contactPoints).values({ ...point, value: 'ruth@example.org' })).rejects.toThrow();
  await expect(db.insert(contactPoints).values({ ...point, value: 'ruth@work.example' })).rejects.toThrow();
  const turned = db.update(people).set({ email: 'ruth@work.example' }).where(eq(people.id, diego.id));
  await expect(turned).rejects.toThrow();
  expect(ruth.id).not.toBe(diego.id);
});

test('whoever is brought in by a further email is that person, and an account that is somebody else stays that', async () => {
  const { site, group, steward, as, keep, path, ruth } = await aReached();
  await keep({ email: 'ruth@work.example' });
  const list = 'name,email,tags\nRuth,ruth@work.example,driver\nRuth C,ruth@example.org,captain\n';
  const headers = { 'content-type': 'text/csv' };
  const started = await site
    .as(steward)
    .post(`/groups/${group.slug}/imports?fileName=list.csv`, list, headers);
  await site.as(steward).put(`/groups/${group.slug}/imports/${started.body.id}/approval`);
  await site.work();
  const found = (await as.get(`${path}?search=ruth@work.example`)).body.rows as {
    id: string;
    tags: string[];
  }[];
  expect(found).toMatchObject([{ id: ruth.id, tags: ['captain', 'driver'] }]);
  const person = (await as.get(`${path}/${ruth.id}`)).body;
  expect(person.history.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['imported']);
  const again = await contextFor(site.house).change((tx) =>
    rememberPerson(tx, {
      ...{ groupId: group.id, email: 'ruth@work.example', name: 'R', language: 'en', source: 'rsvp' },
      accountId: steward.id,
    }),
  );
  // The steward's account is somebody else already.
  expect(again.id).not.toBe(ruth.id);
  expect((await as.get(`${path}?search=ruth`)).body.rows).toHaveLength(1);
});

test('a postal address is written down, changed and taken away', async () => {
  const { as, at, reach } = await aReached();
  await as.put(`${at}/address`, { street: 'Linden St 204', city: 'Oakland', postcode: '94607' });
  expect((await reach()).address).toEqual({ street: 'Linden St 204', city: 'Oakland', postcode: '94607' });
  await as.put(`${at}/address`, { city: 'Berkeley' });
  expect((await reach()).address).toEqual({ city: 'Berkeley' });
  await as.put(`${at}/address`, { city: '  ' });
  expect((await reach()).address).toBeNull();
});

test('the history tells that organizers changed where post and mail go, by whom, and not from what; what changes nothing is no line', async () => {
  const { as, at, keep } = await aReached();
  await as.put(`${at}/address`, { city: 'Oakland' });
  await as.put(`${at}/address`, { city: ' Oakland ' });
  await keep({ email: 'ruth@work.example', isFirst: true });
  const { body } = await as.get(`${at}/history`);
  const lines = body.rows.filter(({ kind }: { kind: string }) => kind === 'corrected');
  expect(lines.map(({ fields }: { fields: string[] }) => fields)).toEqual([['email'], ['address']]);
  expect(lines.map(({ by }: { by: string | null }) => by)).toEqual([expect.any(String), expect.any(String)]);
  expect(JSON.stringify(lines)).not.toMatch(/Oakland|ruth@/);
});

test('a person sees what is known of how to reach them, and is erased with all of it', async () => {
  const { site, as, at, keep, ruth, path } = await aReached();
  await keep({ email: 'ruth@work.example' });
  await as.put(`${at}/address`, { city: 'Oakland' });
  const own = site.as(null);
  expect((await own.get(`/own-records/${ruth.ownRecord}`)).body).toMatchObject({
    further: ['ruth@work.example'],
    address: ['Oakland'],
    doNotContact: false,
  });
  await own.delete(`/own-records/${ruth.ownRecord}`);
  expect(await site.house.db.$count(contactPoints)).toBe(0);
  const headers = { 'content-type': 'text/csv' };
  const groupPath = path.replace('/people', '');
  const started = await as.post(
    `${groupPath}/imports?fileName=l.csv`,
    'name,email\nR,ruth@work.example\n',
    headers,
  );
  expect(started.body.findings.erasedNoCount).toBe(1);
});

test('members do not see how people are reached, and strangers know of none', async () => {
  const { site, member, outsider, at } = await aReached();
  for (const viewer of [member, outsider]) {
    expect((await site.as(viewer).get(`${at}/reach`)).status).toBe(404);
    expect((await site.as(viewer).put(`${at}/contact-points`, { email: 'x@example.org' })).status).toBe(404);
  }
});
