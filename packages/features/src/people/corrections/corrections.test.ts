import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

test('a person’s record is corrected, and its history names what, and who did it, but not what stood there', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  const own = `${path}/${sam.id}`;
  const change = { name: 'Samira Ortiz', pronouns: 'she/her', assessment: 2, contactId: organizer.id };
  expect((await site.as(organizer).patch(own, change)).status).toBe(204);
  const { body } = await site.as(organizer).get(own);
  expect(body).toMatchObject({ name: 'Samira Ortiz', pronouns: 'she/her', assessment: 2, language: 'en' });
  expect(body.contact.id).toBe(organizer.id);
  const history = await site.as(organizer).get(`${own}/history`);
  expect(history.body.rows).toMatchObject([
    { kind: 'corrected', fields: ['name', 'pronouns', 'assessment', 'contact'], label: null },
  ]);
  expect(history.body.rows[0].by).toBe(body.contact.name);
});

test('what is saved as it stood is no correction, and what is emptied is gone', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  const own = `${path}/${sam.id}`;
  await site.as(organizer).patch(own, { name: 'Sam Ortiz', pronouns: '', assessment: 0, contactId: null });
  expect((await site.as(organizer).get(`${own}/history`)).body.rows).toEqual([]);
  await site.as(organizer).patch(own, { pronouns: 'they', assessment: 5 });
  await site.as(organizer).patch(own, { pronouns: '', assessment: 0 });
  expect((await site.as(organizer).get(own)).body).toMatchObject({ pronouns: null, assessment: null });
});

test('an assessment is one of five', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  for (const assessment of [-1, 6, 1.5])
    expect((await site.as(organizer).patch(`${path}/${sam.id}`, { assessment })).status).toBe(422);
});

test('whoever keeps in touch sees the group’s people: no member, outsider or account of another group', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider, path } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  for (const { id } of [member, outsider, other.steward]) {
    const refused = await site.as(organizer).patch(`${path}/${sam.id}`, { contactId: id });
    expect(refused.body.fields).toMatchObject([{ name: 'contactId', code: 'people.contact-sees-nobody' }]);
  }
  const { body } = await site.as(organizer).get(`/groups/${group.slug}/people-contacts`);
  expect(body.rows).toHaveLength(2);
  expect((await site.as(member).get(`/groups/${group.slug}/people-contacts`)).status).toBe(404);
});

test('whoever stops seeing people no longer keeps in touch, and after leaving does not come back as who does', async () => {
  const site = await aSite();
  const { group, steward, organizer, path } = await aCrew(site);
  const second = await aMember(site, group, 'organizer');
  const sam = await aPerson(site, group);
  const own = `${path}/${sam.id}`;
  await site.as(organizer).patch(own, { contactId: second.id });
  const role = `/groups/${group.slug}/members/${second.id}`;
  await site.as(steward).patch(role, { role: 'member' });
  expect((await site.as(organizer).get(own)).body.contact).toBeNull();
  await site.as(steward).delete(role);
  await site.work();
  const { rows } = await site.db.execute('select contact_account_id as contact from people');
  expect(rows.every(({ contact }) => contact === null)).toBe(true);
});

test('an edited name stays when its member comes again', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aMember(site, group);
  await site.work();
  const list = await site.as(organizer).get(path);
  const { id } = list.body.rows[0];
  await site.as(organizer).patch(`${path}/${id}`, { name: 'As we call them' });
  await site.work();
  expect((await site.as(organizer).get(`${path}/${id}`)).body.name).toBe('As we call them');
});

test('a member and whoever is of another group correct nothing', async () => {
  const site = await aSite();
  const { group, member, path } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(member).patch(`${path}/${sam.id}`, { name: 'X' })).status).toBe(404);
  expect((await site.as(other.steward).patch(`${other.path}/${sam.id}`, { name: 'X' })).status).toBe(404);
});
