import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { findSite } from '../site/queries.ts';
import { aSite } from '../testing.ts';
import { aGroup } from './fixtures.ts';

test('a password made of the names around it is refused: its owner’s, the site’s, and its groups’', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { name: 'Xochitl Vargas' });
  await aGroup(site, { steward, name: 'Quetzal Weavers', visibility: 'private' });
  const change = (by: typeof steward, newPassword: string) =>
    site.as(by).put('/account/password', { currentPassword: by.password, newPassword });
  const { name } = await findSite(site);
  for (const easy of ['quetzalweavers1', `${steward.name}-${steward.name}`, `${name}2026`]) {
    expect(await change(steward, easy)).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'newPassword', code: 'accounts.password-common' }] },
    });
  }
  // Whoever is not in it knows no more of it by this door either.
  const other = await anAccount(site);
  expect((await change(other, 'quetzal weavers at home')).status).toBe(204);
});
