import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { noteHistory } from '../actions.ts';
import { aCrew, aPerson } from '../fixtures.ts';

type Point = {
  value: string;
  shown: string;
  origin: { source: string; isOfRecord: boolean; isProven: boolean };
};

async function aReadRecord() {
  const site = await aSite();
  const crew = await aCrew(site);
  const ruth = await aPerson(site, crew.group, {
    ...{ email: 'ruth@example.org', phone: '+15105550119', source: 'import' as const },
  });
  const at = `${crew.path}/${ruth.id}`;
  const as = site.as(crew.organizer);
  const own = `/own-records/${ruth.ownRecord}`;
  const origins = async (path = at) =>
    Object.fromEntries(
      ((await as.get(`${path}/reach`)).body.points as Point[]).map(({ value, origin }) => [
        value,
        `${origin.source}${origin.isOfRecord ? ' of the record' : ''}${origin.isProven ? ', proven' : ''}`,
      ]),
    );
  const keep = (point: object) => as.put(`${at}/contact-points`, point);
  return { site, ...crew, ruth, at, as, own, origins, keep };
}

test('of each email and phone it is said where it is from, to organizers and to the person alike', async () => {
  const { site, own, origins, keep } = await aReadRecord();
  await keep({ email: 'ruth@work.example' });
  expect(await origins()).toEqual({
    'ruth@example.org': 'import of the record',
    'ruth@work.example': 'organizer',
    '+15105550119': 'import of the record',
  });
  await site.as(null).patch(own, { phone: '+15105550120' });
  expect(await origins()).toMatchObject({ '+15105550120': 'own-page' });
  const { body } = await site.as(null).get(own);
  expect(body.points.map(({ kind, origin }: Point & { kind: string }) => [kind, origin.source])).toEqual([
    ['email', 'import'],
    ['phone', 'own-page'],
    ['email', 'organizer'],
  ]);
});

test('a first email that becomes a further one, and is the first one again, keeps where it was from', async () => {
  const { origins, keep } = await aReadRecord();
  await keep({ email: 'ruth@work.example', isFirst: true });
  expect(await origins()).toMatchObject({
    'ruth@work.example': 'organizer',
    'ruth@example.org': 'import',
  });
  await keep({ email: 'ruth@example.org', isFirst: true });
  expect(await origins()).toMatchObject({
    'ruth@work.example': 'organizer',
    'ruth@example.org': 'import',
  });
});

test('two records made one keep where each of their addresses came from', async () => {
  const { site, group, steward, ruth, path, at, origins } = await aReadRecord();
  const other = await aPerson(site, group, { email: 'r@example.org', source: 'door', phone: '+15105550133' });
  await site.as(null).patch(`/own-records/${other.ownRecord}`, { phone: '+15105550144' });
  const merged = await site.as(steward).post(`${at}/merges`, {
    otherId: other.id,
    chosen: [
      { part: 'email', personId: ruth.id },
      { part: 'phone', personId: ruth.id },
    ],
  });
  expect(merged.status, JSON.stringify(merged.body)).toBe(201);
  expect(await origins(`${path}/${merged.body.personId}`)).toEqual({
    'ruth@example.org': 'import of the record',
    '+15105550119': 'unknown',
    'r@example.org': 'door',
    '+15105550144': 'own-page',
  });
});

test('an email is proven by a link that was followed there, or by signing in with it, and not by being written down', async () => {
  const { site, group, ruth, at, as, origins } = await aReadRecord();
  const of = { personId: ruth.id, groupId: group.id };
  await site.ctx().change(async (tx) => noteHistory(tx, { ...of, kind: 'confirmed', label: 'Keep it open' }));
  expect(await origins()).toMatchObject({ 'ruth@example.org': 'import of the record, proven' });
  await as.put(`${at}/contact-points`, { email: 'ruth@work.example', isFirst: true });
  expect(await origins()).toMatchObject({
    'ruth@work.example': 'organizer',
    'ruth@example.org': 'import, proven',
  });
  const member = await aMember(site, group);
  const joined = await aPerson(site, group, {
    email: member.email,
    accountId: member.id,
    source: 'membership',
  });
  const { body } = await as.get(`${at.replace(ruth.id, joined.id)}/reach`);
  expect(body.points).toMatchObject([{ origin: { isProven: true, provenAt: null } }]);
});

test('a proven email stays so as a further one, as the first one again, and in a record that is made of two', async () => {
  const { site, group, steward, ruth, path, at, origins, keep } = await aReadRecord();
  const of = { personId: ruth.id, groupId: group.id };
  await site.ctx().change(async (tx) => noteHistory(tx, { ...of, kind: 'confirmed', label: 'Keep it open' }));
  await keep({ email: 'ruth@work.example', isFirst: true });
  await keep({ email: 'ruth@example.org', isFirst: true });
  expect(await origins()).toMatchObject({
    'ruth@example.org': 'import, proven',
    'ruth@work.example': 'organizer',
  });
  const other = await aPerson(site, group, { email: 'r@example.org' });
  const chosen = [{ part: 'email', personId: ruth.id }];
  const { body } = await site.as(steward).post(`${at}/merges`, { otherId: other.id, chosen });
  expect(await origins(`${path}/${body.personId}`)).toMatchObject({ 'ruth@example.org': 'import, proven' });
});

test('of another email that is written over the first one nothing is said of the one before', async () => {
  const { site, ruth, origins, keep } = await aReadRecord();
  await keep({ email: 'ruth@work.example' });
  await keep({ email: 'ruth@work.example', isFirst: true });
  expect(await origins()).toMatchObject({ 'ruth@work.example': 'organizer' });
  await site.db.execute(sql`update people set email = 'ruth@new.example' where id = ${ruth.id}`);
  const { rows } = await site.db.execute(sql`select email_origin from people where id = ${ruth.id}`);
  expect(rows).toEqual([{ email_origin: null }]);
});

test('whoever does not see people is told nothing of where their addresses are from', async () => {
  const { site, member, outsider, at } = await aReadRecord();
  for (const account of [member, outsider])
    expect((await site.as(account).get(`${at}/reach`)).status).toBe(404);
});
