import { expect, test } from 'vitest';
import { aMember } from '../groups/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';
import { aCrew } from './fixtures.ts';

const kindsIn = ({ body }: TestAnswer) => body.history.map(({ kind }: { kind: string }) => kind);

test('a member who is removed or banned has left, and stays one of the group’s people', async () => {
  const site = await aSite();
  const { group, steward, organizer, path } = await aCrew(site);
  const [removed, banned] = [await aMember(site, group), await aMember(site, group)];
  await site.work();
  await site.as(steward).delete(`/groups/${group.slug}/members/${removed.id}`);
  await site.as(steward).put(`/groups/${group.slug}/bans/${banned.id}`);
  await site.work();
  for (const { email } of [removed, banned]) {
    const { rows } = (await site.as(organizer).get(`${path}?search=${email}`)).body;
    expect(rows).toMatchObject([{ isMember: false }]);
    expect(kindsIn(await site.as(organizer).get(`${path}/${rows[0].id}`))).toEqual(['left', 'joined']);
  }
});
