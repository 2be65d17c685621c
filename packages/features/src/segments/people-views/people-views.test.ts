import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aField, fillValues } from '../../people/fields/fixtures.ts';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const [organizer, steward, member] = [crew.organizer, crew.steward, crew.member].map((one) => site.as(one));
  if (!organizer || !steward || !member) throw new Error('each has a client');
  await site.work();
  const ana = await aPerson(site, crew.group, { name: 'Ana', language: 'es', phone: '+15105550119' });
  const bea = await aPerson(site, crew.group, { name: 'Bea', isSubscribed: true });
  const make = async (view: object = {}): Promise<string> => {
    const body = { name: 'Calls', columns: ['name', 'phone'], ...view };
    const made = await organizer.post(`${path}/people-views`, body);
    expect(made.status).toBe(201);
    return made.body.id;
  };
  const share = async (viewId: string, account = crew.member) =>
    (await organizer.put(`${path}/people-views/${viewId}/shares/${account.id}`)).status;
  const shared = (viewId: string, who = member, query = '') =>
    who.get(`${path}/shared-views/${viewId}${query}`);
  const spanish = 'add:speaking:language=es';
  return {
    site,
    ...crew,
    path,
    asOrganizer: organizer,
    asSteward: steward,
    asMember: member,
    ana,
    bea,
    make,
    share,
    shared,
    spanish,
  };
}

test('a view keeps its columns in their order, its lines and its order, under a name', async () => {
  const { path, asOrganizer, make, spanish } = await aCase();
  const id = await make({ columns: ['city', 'name'], lines: spanish, order: 'name' });
  expect((await asOrganizer.get(`${path}/people-views`)).body.rows).toEqual([
    { id, name: 'Calls', written: spanish, order: 'name' },
  ]);
  const { body } = await asOrganizer.get(`${path}/people-views/${id}`);
  expect(body.columns.map(({ name }: { name: string }) => name)).toEqual(['city', 'name']);
  expect(body).toMatchObject({ gone: [], shares: [], can: { save: true, share: true } });
  expect(
    (await asOrganizer.post(`${path}/people-views`, { name: 'Calls', columns: ['name'] })).body.fields,
  ).toMatchObject([{ name: 'name', code: 'segments.view-name-taken' }]);
  const twice = { name: 'Twice', columns: ['name', 'name'] };
  expect((await asOrganizer.post(`${path}/people-views`, twice)).body.fields).toMatchObject([
    { name: 'columns', code: 'field.twice' },
  ]);
});

test('the list of people shows what stands in the columns of a view, each of them', async () => {
  const { site, group, steward, organizer, path, asOrganizer, ana, make } = await aCase();
  const field = await aField(site, { slug: group.slug, steward });
  const fill = { path: `${path}/people`, personId: ana.id, values: { [field]: 'Nights' } };
  await fillValues(site, organizer, fill);
  await asOrganizer.patch(`${path}/people/${ana.id}`, {
    ...{ assessment: 2, pronouns: 'she', contactId: organizer.id },
  });
  await asOrganizer.put(`${path}/people/${ana.id}/tags`, { tags: ['driver', 'nurse'] });
  await asOrganizer.put(`${path}/people/${ana.id}/address`, { city: 'Fresno', postcode: '93701' });
  const columns = ['name', 'email', 'phone', 'city', 'postcode', 'tags', 'language', 'pronouns'];
  const id = await make({ columns: [...columns, 'assessment', 'source', 'mailable', field] });
  const { body } = await asOrganizer.get(`${path}/people?view=${id}&search=Ana`);
  expect(body.rows[0].cells).toEqual([
    ...[['Ana'], [ana.email], [expect.stringContaining('510')], ['Fresno'], ['93701'], ['driver', 'nurse']],
    ...[['es'], ['she'], ['2'], ['signature'], ['no'], ['Nights']],
  ]);
  expect(body.view).toMatchObject({ id, name: 'Calls', gone: [] });
  const days = await make({ name: 'Days', columns: ['added', 'seen', 'contact'] });
  const [row] = (await asOrganizer.get(`${path}/people?view=${days}&search=Ana`)).body.rows;
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
  expect(row.cells).toEqual([[moment], [moment], [expect.any(String)]]);
});

test('a member who sees no people is shown the rows and columns of a shared view, and nothing else', async () => {
  const { path, ana, make, share, shared, spanish, asMember } = await aCase();
  const id = await make({ lines: spanish });
  expect((await shared(id)).status).toBe(404);
  expect(await share(id)).toBe(204);
  const { status, body } = await shared(id);
  expect(status).toBe(200);
  expect(body).toEqual({
    ...{ id, name: 'Calls', gone: [], next: null, previous: null },
    columns: [
      { name: 'name', field: null },
      { name: 'phone', field: null },
    ],
    rows: [{ cells: [['Ana'], [expect.stringContaining('510')]] }],
  });
  expect(JSON.stringify(body)).not.toContain(ana.id);
  expect(JSON.stringify(body)).not.toContain(ana.email);
  expect((await asMember.get(`${path}/shared-views`)).body.rows).toEqual([{ id, name: 'Calls' }]);
  for (const closed of [
    'people',
    `people/${ana.id}`,
    'people-counts',
    'people-views',
    `people-views/${id}`,
    'segments',
  ])
    expect((await asMember.get(`${path}/${closed}`)).status, closed).toBe(404);
  expect((await asMember.post(`${path}/people-deeds`, { kind: 'export' })).status).toBe(404);
  expect((await asMember.post(`${path}/people/exports`)).status).toBe(404);
  expect((await shared(id, asMember, '?search=Bea&order=name')).body.rows).toHaveLength(1);
});

test('nobody else hears of it: another member, whoever left, whoever it was shared with until now', async () => {
  const { site, group, path, member, outsider, asOrganizer, asSteward, asMember, make, share, shared } =
    await aCase();
  const other = site.as(await aMember(site, group));
  const id = await make();
  await share(id);
  expect((await shared(id, other)).status).toBe(404);
  expect((await other.get(`${path}/shared-views`)).body.rows).toEqual([]);
  expect((await shared(id, site.as(outsider))).status).toBe(404);
  expect((await shared(id, site.as(null))).status).toBe(401);
  const ended = `${path}/people-views/${id}/shares/${member.id}`;
  expect((await asMember.delete(ended)).status).toBe(404);
  expect((await asOrganizer.delete(ended)).status).toBe(204);
  expect((await shared(id)).status).toBe(404);
  await share(id);
  expect((await shared(id)).status).toBe(200);
  expect((await asSteward.delete(`${path}/members/${member.id}`)).status).toBe(204);
  expect((await shared(id)).status).toBe(404);
  await asMember.put(`${path}/membership`);
  expect((await shared(id)).status).toBe(404);
});

test('only who writes to the people makes, changes and shares views, and only with a member who does not see them', async () => {
  const { site, group, path, organizer, member, outsider, make, share, asMember, asOrganizer } =
    await aCase();
  const id = await make();
  const views = `${path}/people-views`;
  const watcher = await aMember(site, group);
  await site.as(group.steward).post(`${path}/roles`, { name: 'Watcher', responsibilities: ['see_people'] });
  const roles = (await site.as(group.steward).get(`${path}/roles`)).body.rows;
  const ownRoleId = roles.find(({ name }: { name: string }) => name === 'Watcher').id;
  const given = await site.as(group.steward).patch(`${path}/members/${watcher.id}`, { ownRoleId });
  expect(given.status).toBeLessThan(300);
  expect((await site.as(watcher).get(`${views}/${id}`)).status).toBe(200);
  expect((await site.as(watcher).put(`${views}/${id}/shares/${member.id}`)).status).toBe(403);
  expect((await site.as(watcher).post(views, { name: 'Mine', columns: ['name'] })).status).toBe(403);
  expect((await asMember.put(`${views}/${id}/shares/${member.id}`)).status).toBe(404);
  expect(await share(id, organizer)).toBe(409);
  expect(await share(id, outsider)).toBe(404);
  const receivers = (await asOrganizer.get(`${path}/people-view-receivers`)).body.rows;
  expect(receivers.map((row: { id: string }) => row.id)).toEqual([member.id]);
});

test('a field that only stewards see is no column for others, also where a steward made it one', async () => {
  const { site, group, steward, path, member, ana, asSteward, asOrganizer, shared } = await aCase();
  const field = await aField(site, { slug: group.slug, steward }, { name: 'Status', sees: 'stewards' });
  await fillValues(site, steward, {
    path: `${path}/people`,
    personId: ana.id,
    values: { [field]: 'Pending' },
  });
  const mine = { name: 'Mine', columns: ['name', field] };
  expect((await asOrganizer.post(`${path}/people-views`, mine)).body.fields).toMatchObject([
    { name: 'columns', code: 'segments.column-gone' },
  ]);
  const lines = `add:field:field=${field}:does=is:value=Pending`;
  const id = (await asSteward.post(`${path}/people-views`, { ...mine, lines })).body.id;
  expect((await asSteward.get(`${path}/people?view=${id}&search=Ana`)).body.rows[0].cells[1]).toEqual([
    'Pending',
  ]);
  const { view, rows } = (await asOrganizer.get(`${path}/people?view=${id}&search=Ana`)).body;
  expect([view.gone, rows[0].cells]).toEqual([['column', 'field'], [['Ana']]]);
  await asSteward.put(`${path}/people-views/${id}/shares/${member.id}`);
  expect((await shared(id)).body).toMatchObject({ rows: [], columns: [{ name: 'name' }] });
  await asSteward.put(`${path}/people-views/${id}`, mine);
  expect(JSON.stringify((await shared(id)).body)).not.toContain('Pending');
});

test('a view whose segment, tag or field is gone says so', async () => {
  const { site, group, steward, path, asOrganizer, asSteward, ana, make } = await aCase();
  const field = await aField(site, { slug: group.slug, steward });
  const segment = (await asOrganizer.post(`${path}/segments`, { name: 'S', lines: 'add:member' })).body.id;
  await asOrganizer.put(`${path}/people/${ana.id}/tags`, { tags: ['driver'] });
  const lines = `add:within:segment=${segment};add:tagged:tag=driver`;
  const id = await make({ columns: ['name', field], lines });
  const gone = async () => (await asOrganizer.get(`${path}/people-views/${id}`)).body.gone;
  expect(await gone()).toEqual([]);
  await asOrganizer.delete(`${path}/segments/${segment}`);
  await asOrganizer.put(`${path}/people/${ana.id}/tags`, { tags: [] });
  await asSteward.delete(`${path}/person-fields/${field}`);
  expect((await gone()).sort()).toEqual(['column', 'segment', 'tag']);
});

test('sharing is on record, and each look is counted once a day for whoever was looked at', async () => {
  const { site, member, ana, bea, make, share, shared, spanish } = await aCase();
  const id = await make({ lines: spanish });
  await share(id);
  await share(id);
  await shared(id);
  await shared(id);
  const { rows } = await site.db.execute(sql`select data from journal where kind = 'segments.view-shared'`);
  expect(rows).toEqual([{ data: { accountId: member.id } }]);
  const looks = async ({ ownRecord }: { ownRecord: string }) =>
    (await site.as(null).get(`/own-records/${ownRecord}/looks`)).body;
  expect(await looks(ana)).toMatchObject({ shownCount: 1, openedCount: 0 });
  expect(await looks(bea)).toMatchObject({ shownCount: 0 });
});

test('a shared view goes on from page to page, by cursors that nobody reads', async () => {
  const { site, group, make, share, shared, asMember } = await aCase();
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source)
    select gen_random_uuid(), ${group.id}, 'n' || n || '@example.org', 'N' || n, 'ar', 'import' from generate_series(1, 60) n`);
  const id = await make({ columns: ['name'], lines: 'add:speaking:language=ar', order: 'seen-last' });
  await share(id);
  const first = (await shared(id)).body;
  expect(first.rows).toHaveLength(50);
  const second = (await shared(id, asMember, `?after=${first.next}`)).body;
  expect(second.rows).toHaveLength(10);
  expect((await shared(id, asMember, `?before=${second.previous}`)).body.rows).toEqual(first.rows);
  expect((await shared(id, asMember, '?after=bm9uc2Vuc2U')).status).toBe(400);
  const other = await make({ name: 'Other', columns: ['name'] });
  await share(other);
  expect((await shared(other, asMember, `?after=${first.next}`)).status).toBe(400);
});

test('a changed view shows its new columns to whom it is shared with, and a removed one nothing', async () => {
  const { path, asOrganizer, make, share, shared } = await aCase();
  const id = await make();
  await share(id);
  await asOrganizer.put(`${path}/people-views/${id}`, { name: 'Calls', columns: ['name'] });
  expect((await shared(id)).body.columns).toEqual([{ name: 'name', field: null }]);
  expect((await asOrganizer.delete(`${path}/people-views/${id}`)).status).toBe(204);
  expect((await shared(id)).status).toBe(404);
});
