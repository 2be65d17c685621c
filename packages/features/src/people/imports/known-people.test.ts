import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport, sendFile } from './fixtures.ts';

test('the preview counts whom the group knows, as the list then finds them', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  const as = site.as(organizer);
  await as.put(`${path}/${ana.id}/contact-points`, { email: 'ana@work.example' });
  await as.post(path, { name: 'Bo Diaz', phone: '(202) 555-0119' });
  await askToImport(site, group, organizer, { file: 'email,nationbuilder_id\ncy@example.org,77\n' });
  await site.work();
  await aPerson(site, await aGroup(site), { email: 'elsewhere@example.org' });
  const file = [
    'name,email,phone,nationbuilder_id',
    ...[
      'Ana,ana@example.org,,',
      'Ana,ana@work.example,,',
      'BO DIAZ,,+1 202 555 0119,',
      'Cy,cy@new.example,,77',
    ],
    ...[
      'Di,di@example.org,,',
      'Di again,di@example.org,,',
      'Else,elsewhere@example.org,,',
      'Bo Other,,202-555-0119,',
    ],
    ',nobody,,',
  ].join('\n');
  const { body } = await sendFile(site, group, organizer, file);
  expect(body).toMatchObject({ totalCount: 9, refusedCount: 1, repeatedCount: 1 });
  expect(body.findings.knownCount).toBe(4);
  const { path: list } = await askToImport(site, group, organizer, { file });
  await site.work();
  expect((await as.get(list)).body).toMatchObject({ addedCount: 3 });
});

test('a file of which no row can be taken is refused with what to do, and stays as it is', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  for (const file of ['email,name\n', 'email,name\nnobody,Ana\n']) {
    const { body } = await sendFile(site, group, organizer, file);
    const path = `/groups/${group.slug}/imports/${body.id}`;
    const refused = await site.as(organizer).put(`${path}/approval`);
    expect([refused.status, refused.body.fields]).toMatchObject([
      422,
      [{ name: 'columns', code: 'people.nobody-to-bring' }],
    ]);
    expect((await site.as(organizer).get(path)).body.state).toBe('preview');
  }
});
