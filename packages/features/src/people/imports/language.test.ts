import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';

test('a person whose row says no language is written to in the organizer’s', async () => {
  const site = await aSite();
  const { group, organizer, steward, path } = await aCrew(site);
  const file = 'email,language\nana@example.org,\nmona@example.org,ar\n';
  const headers = { 'content-type': 'text/csv' };
  const sent = await site
    .as(organizer, 'es')
    .post(`/groups/${group.slug}/imports?fileName=lista.csv`, file, headers);
  // Whoever approves it may read the site in another.
  await site.as(steward, 'en').put(`/groups/${group.slug}/imports/${sent.body.id}/approval`);
  await site.work();
  for (const [name, language] of [
    ['ana', 'es'],
    ['mona', 'ar'],
  ]) {
    const [row] = (await site.as(organizer).get(`${path}?search=${name}`)).body.rows;
    expect((await site.as(organizer).get(`${path}/${row.id}`)).body.language).toBe(language);
  }
});
