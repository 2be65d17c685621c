import { expect, test } from 'vitest';
import { aMember, aGroup } from '../../groups/fixtures.ts';
import { aWriter } from '../fixtures.ts';

/** A template of a group, and what it is for others. */
async function aTemplate({ isOffered }: { isOffered: boolean }) {
  const writer = await aWriter();
  const { site, asOrganizer, begin } = writer;
  const mailing = await begin({ subject: 'We won', body: 'Thank **you**.' });
  const id = mailing.split('/').at(-1) ?? '';
  expect((await asOrganizer.put(`${mailing}/template`, { isTemplate: true })).status).toBe(204);
  if (isOffered) await site.db.execute(`update compositions set is_offered = true where id = '${id}'`);
  const other = await aGroup(site);
  const asOther = site.as(await aMember(site, other, 'organizer'));
  const there = `/groups/${other.slug}/mailing-templates/${id}`;
  return { ...writer, id, other, asOther, there, here: `${writer.path}/mailing-templates/${id}` };
}

test('a template that is offered is read in another group before a mailing begins with it', async () => {
  const { asOther, other, there, id } = await aTemplate({ isOffered: true });
  const { body } = await asOther.get(there);
  expect(body).toMatchObject({
    ...{ isOffered: true, isOwn: false, can: { begin: true } },
    texts: [{ language: 'en', subject: 'We won', body: 'Thank **you**.' }],
  });
  const begun = await asOther.post(`/groups/${other.slug}/mailings`, { copyOf: id });
  expect(begun.status).toBe(201);
});

test('one that is not offered is not there for others, nor is what is no template, nor any for who writes no mail', async () => {
  const { site, asOrganizer, asOther, member, here, there, begin, path } = await aTemplate({
    isOffered: false,
  });
  expect((await asOrganizer.get(here)).body).toMatchObject({ isOwn: true, isOffered: false });
  expect((await asOther.get(there)).status).toBe(404);
  expect((await site.as(member).get(here)).status).toBe(404);
  const draft = (await begin()).split('/').at(-1) ?? '';
  expect((await asOrganizer.get(`${path}/mailing-templates/${draft}`)).status).toBe(404);
});
