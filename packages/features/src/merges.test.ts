import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSignature } from './campaigns/fixtures.ts';
import { anEvent, anRsvp, tokenFor } from './events/fixtures.ts';
import { aSite, type TestSite } from './testing.ts';
import { aCrew, aPerson } from './people/fixtures.ts';

async function twoRecords(site: TestSite) {
  const crew = await aCrew(site);
  const older = await aPerson(site, crew.group, {
    name: 'Sam Ortiz',
    email: 'sam@example.org',
    isSubscribed: true,
  });
  const newer = await aPerson(site, crew.group, {
    name: 'Samuel Ortiz',
    email: 'samuel@example.org',
    phone: '+15105550119',
  });
  const path = `${crew.path}/${older.id}`;
  return {
    ...crew,
    older,
    newer,
    own: path,
    merges: `${path}/merges`,
    body: { otherId: newer.id, chosen: [] },
  };
}
/** Everything that a group holds of its people, but for what a merge itself writes down. */
async function everything({ db }: TestSite) {
  const tables = [
    'people',
    'contact_points',
    'person_addresses',
    'consents',
    'signatures',
    'rsvps',
    'attendances',
    'event_needs',
    'field_values',
    'person_notes',
    'list_people',
    'mails',
    'person_merges',
    'people_apart',
  ];
  const held: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await db.execute<{ row: unknown }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text`,
    );
    held[table] = rows.map(({ row }) => row);
  }
  const { rows } = await db.execute<{ row: unknown }>(sql`
    select to_jsonb(t) as row from person_history t where kind not in ('merged', 'parted') order by id`);
  return { ...held, person_history: rows.map(({ row }) => row) };
}

test('two records are one, and nothing of either is lost', async () => {
  const site = await aSite();
  const { steward, older, newer, own, merges, body, path } = await twoRecords(site);
  await site.as(steward).post(`${path}/${newer.id}/notes`, { body: 'Drives.' });
  await site.as(steward).put(`${path}/${newer.id}/tags`, { tags: ['driver'] });
  const merged = await site.as(steward).post(merges, body);
  expect(merged).toMatchObject({ status: 201, body: { personId: older.id } });
  const person = await site.as(steward).get(own);
  expect(person.body).toMatchObject({ name: 'Samuel Ortiz', phone: '+15105550119', tags: ['driver'] });
  const reach = await site.as(steward).get(`${own}/reach`);
  expect(JSON.stringify(reach.body)).toContain('sam@example.org');
  expect(JSON.stringify(reach.body)).toContain('samuel@example.org');
  expect((await site.as(steward).get(`${own}/notes`)).body.rows).toHaveLength(1);
  expect((await site.as(steward).get(`${path}/${newer.id}`)).status).toBe(404);
  const history = await site.as(steward).get(`${own}/history?kind=record`);
  expect(history.body.rows.map(({ kind }: { kind: string }) => kind)).toContain('merged');
});

test('parted again, both are exactly as they were', async () => {
  const site = await aSite();
  const { group, steward, older, newer, merges, body, path } = await twoRecords(site);
  const campaign = await aCampaign(site, group, steward);
  for (const email of [older.email, newer.email]) await aSignature(site, campaign, { email: email ?? '' });
  const event = await anEvent(site, { group });
  for (const email of [older.email, newer.email]) await anRsvp(site, event, { email: email ?? '' });
  await site.work();
  await site.as(steward).put(`${path}/${older.id}/address`, { city: 'Oakland' });
  await site.as(steward).put(`${path}/${newer.id}/address`, { city: 'Oakland', street: '1 Long Street' });
  await site
    .as(steward)
    .put(`${path}/${newer.id}/spoken-answer`, { way: 'email', given: 'no', manner: 'phone' });
  await site.as(steward).put(`${path}/${older.id}/do-not-contact`);
  const before = await everything(site);
  const merged = await site.as(steward).post(merges, body);
  expect(merged.status).toBe(201);
  await site.work();
  const { rows } = await site.db.execute(sql`select count(*)::int as signed from signatures where stands`);
  expect(rows).toEqual([{ signed: 1 }]);
  expect((await site.as(null).get(campaign.path)).body.signatureCount ?? 1).toBe(1);
  const parted = await site.as(steward).delete(`${merges}/${merged.body.mergeId}`);
  expect(parted).toMatchObject({ status: 200, body: { personId: newer.id } });
  expect(await everything(site)).toEqual(before);
});

async function statesOf({ db }: TestSite) {
  const { rows } = await db.execute(sql`select
    (select json_agg(stands) from signatures) as stands, (select json_agg(state) from rsvps) as answers`);
  return rows[0];
}

for (const isNewerLast of [true, false])
  test(`who said yes by one record and no by the other is taken at their last word: ${isNewerLast ? 'the no' : 'the yes'}`, async () => {
    const site = await aSite();
    const { group, steward, older, newer, merges, body } = await twoRecords(site);
    const campaign = await aCampaign(site, group, steward);
    const event = await anEvent(site, { group });
    const [mine, theirs] = [older.email ?? '', newer.email ?? ''];
    const sayYes = async (email: string) => {
      const { sealed } = await aSignature(site, campaign, { email });
      await anRsvp(site, event, { email });
      return sealed;
    };
    const sayNo = async (email: string) => {
      const sealed = await sayYes(email);
      await site.as(null).delete(`/signatures/${sealed}`);
      await site.as(null).delete(`/rsvps/${await tokenFor(site, email)}`);
    };
    if (isNewerLast) {
      await sayYes(mine);
      await sayNo(theirs);
    } else {
      await sayNo(theirs);
      await sayYes(mine);
    }
    expect((await site.as(steward).post(merges, body)).status).toBe(201);
    expect(await statesOf(site)).toEqual({
      stands: [!isNewerLast],
      answers: [isNewerLast ? 'cancelled' : 'going'],
    });
  });

test('a no of either is a no of both, and so is a standing one', async () => {
  const site = await aSite();
  const { steward, older, newer, own, merges, body, path } = await twoRecords(site);
  const { steward: _, ...no } = { steward, way: 'email', given: 'no', manner: 'phone' };
  await site.as(steward).put(`${path}/${newer.id}/spoken-answer`, no);
  await site.as(steward).put(`${path}/${newer.id}/do-not-contact`);
  const shown = await site.as(steward).get(`${own}/comparison/${newer.id}`);
  expect(shown.body.answers).toContainEqual({
    way: 'email',
    purpose: 'updates',
    stays: 'yes',
    goes: 'no',
    merged: 'no',
  });
  await site.as(steward).post(merges, body);
  expect((await site.as(steward).get(own)).body.mayBeMailed).toBe(false);
  const { rows } = await site.db.execute(
    sql`select do_not_contact as "isNo" from people where id = ${older.id}`,
  );
  expect(rows).toEqual([{ isNo: true }]);
});

test('the links in mails to the one that went lead to the one that stayed, also later', async () => {
  const site = await aSite();
  const { steward, older, newer, own, merges, body } = await twoRecords(site);
  await site.as(steward).post(merges, body);
  await site.db.execute(sql`update person_merges set at = now() - interval '31 days'`);
  await site.sweep('people.forget-merges');
  expect((await site.as(null).delete(`/subscriptions/${newer.unsubscribe}`)).body.subscribed).toBe(false);
  expect((await site.as(steward).get(own)).body.mayBeMailed).toBe(false);
  expect(older.id).not.toBe(newer.id);
});

test('after 30 days what parts them is forgotten', async () => {
  const site = await aSite();
  const { steward, merges, body } = await twoRecords(site);
  const { mergeId } = (await site.as(steward).post(merges, body)).body;
  expect((await site.as(steward).get(merges)).body).toHaveLength(1);
  await site.db.execute(sql`update person_merges set at = now() - interval '31 days'`);
  expect((await site.as(steward).get(merges)).body).toEqual([]);
  const late = await site.as(steward).delete(`${merges}/${mergeId}`);
  expect(late).toMatchObject({ status: 409, body: { code: 'people.part-too-late' } });
  await site.sweep('people.forget-merges');
  const { rows } = await site.db.execute(sql`select kept from person_merges`);
  expect(rows).toEqual([{ kept: null }]);
});

test('of several the last is parted first, and the links lead through all', async () => {
  const site = await aSite();
  const { group, steward, older, newer, merges, body, path } = await twoRecords(site);
  const third = await aPerson(site, group, { name: 'S. Ortiz', email: 's@example.org' });
  await site.db.execute(sql`update people set added_at = now() - interval '9 days' where id = ${third.id}`);
  const before = await everything(site);
  const one = (await site.as(steward).post(merges, body)).body;
  const two = (await site.as(steward).post(merges, { ...body, otherId: third.id })).body;
  expect(two.personId).toBe(third.id);
  const own = `${path}/${third.id}/merges`;
  expect((await site.as(steward).get(own)).body.map(({ isNext }: { isNext: boolean }) => isNext)).toEqual([
    true,
    false,
  ]);
  expect((await site.as(null).get(`/subscriptions/${newer.unsubscribe}`)).status).toBe(200);
  const early = await site.as(steward).delete(`${own}/${one.mergeId}`);
  expect(early.body.code).toBe('people.part-newest-first');
  expect((await site.as(steward).delete(`${own}/${two.mergeId}`)).body.personId).toBe(older.id);
  expect((await site.as(steward).delete(`${merges}/${one.mergeId}`)).body.personId).toBe(newer.id);
  expect(await everything(site)).toEqual(before);
});

test('nobody is merged with themselves, with somebody of another group, or with another account', async () => {
  const site = await aSite();
  const { steward, older, own, merges, path } = await twoRecords(site);
  const other = await aCrew(site);
  const stranger = await aPerson(site, other.group);
  const ask = (otherId: string) => site.as(steward).post(merges, { otherId, chosen: [] });
  expect((await ask(older.id)).body.code).toBe('people.merge-same');
  expect((await ask(stranger.id)).status).toBe(404);
  expect((await site.as(steward).get(`${own}/comparison/${stranger.id}`)).status).toBe(404);
  await site.work();
  const { rows } = await site.db.execute<{ id: string }>(sql`
    select p.id from people p join groups g on g.id = p.group_id
    where p.account_id is not null and ${path} like '%' || g.slug || '/%'`);
  const [first, second] = rows.map(({ id }) => id);
  const refused = await site.as(steward).post(`${path}/${first}/merges`, { otherId: second, chosen: [] });
  expect(refused).toMatchObject({ status: 409, body: { code: 'people.merge-accounts' } });
});

test('two merges at the same moment are one', async () => {
  const site = await aSite();
  const { steward, older, newer, merges, body, path } = await twoRecords(site);
  const back = { otherId: older.id, chosen: [] };
  const answers = await Promise.all([
    site.as(steward).post(merges, body),
    site.as(steward).post(`${path}/${newer.id}/merges`, back),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
});

test('who may not manage members merges nobody and sees no comparison', async () => {
  const site = await aSite();
  const { organizer, member, own, newer, merges, body } = await twoRecords(site);
  expect((await site.as(organizer).post(merges, body)).status).toBe(403);
  expect((await site.as(organizer).get(`${own}/comparison/${newer.id}`)).status).toBe(403);
  expect((await site.as(member).post(merges, body)).status).toBe(404);
});

test('what is chosen stays, and the other email is a further one', async () => {
  const site = await aSite();
  const { steward, older, newer, own, merges, body } = await twoRecords(site);
  const chosen = [
    { part: 'name', personId: older.id },
    { part: 'email', personId: newer.id },
  ];
  await site.as(steward).post(merges, { ...body, chosen });
  expect((await site.as(steward).get(own)).body).toMatchObject({
    name: 'Sam Ortiz',
    email: 'samuel@example.org',
  });
});

test('what happened since stays with the one that stayed', async () => {
  const site = await aSite();
  const { steward, own, newer, merges, body, path } = await twoRecords(site);
  const { mergeId } = (await site.as(steward).post(merges, body)).body;
  await site.as(steward).post(`${own}/notes`, { body: 'Since.' });
  await site.as(steward).patch(own, { name: 'Sam O.' });
  await site.as(steward).delete(`${merges}/${mergeId}`);
  expect((await site.as(steward).get(own)).body).toMatchObject({ name: 'Sam O.', email: 'sam@example.org' });
  expect((await site.as(steward).get(`${own}/notes`)).body.rows).toHaveLength(1);
  expect((await site.as(steward).get(`${path}/${newer.id}/notes`)).body.rows).toEqual([]);
});

test('whoever is erased is erased with what was kept to part them', async () => {
  const site = await aSite();
  const { steward, own, merges, body } = await twoRecords(site);
  await site.as(steward).post(merges, body);
  await site.as(steward).delete(own);
  const { rows } = await site.db.execute(sql`select from person_merges`);
  expect(rows).toEqual([]);
});

test('an email that was the first one before the merge is not lost to another since', async () => {
  const site = await aSite();
  const { steward, newer, own, merges, body } = await twoRecords(site);
  const chosen = [{ part: 'email', personId: newer.id }];
  const { mergeId } = (await site.as(steward).post(merges, { ...body, chosen })).body;
  await site.db.execute(sql`update people set email = 'new@example.org' where email = 'samuel@example.org'`);
  expect((await site.as(steward).delete(`${merges}/${mergeId}`)).status).toBe(200);
  const reach = JSON.stringify((await site.as(steward).get(`${own}/reach`)).body);
  for (const email of ['new@example.org', 'sam@example.org']) expect(reach).toContain(email);
});
