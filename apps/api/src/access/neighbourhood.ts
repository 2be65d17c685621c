import { access } from '@groundwork/features/access';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import type { TestSite } from '@groundwork/features/testing';
import type { Cast, Things } from '@groundwork/features/testing/access';

/** Two groups with everything a group can have, one public and one private, and everyone who might knock at them. */
export async function neighbourhood(site: TestSite) {
  const cast = {
    siteSteward: await anAccount(site, { name: 'Stella', isSiteSteward: true }),
    newcomer: await anAccount(site, { name: 'Nuria' }),
    member: await anAccount(site, { name: 'Mina' }),
    organizer: await anAccount(site, { name: 'Omar' }),
    steward: await anAccount(site, { name: 'Stan' }),
    outsider: await anAccount(site, { name: 'Olga' }),
    banned: await anAccount(site, { name: 'Boris' }),
  };
  await aGroup(site, { name: 'Elsewhere', steward: cast.outsider });
  const open = await furnish(site, cast, 'public');
  const hidden = await furnish(site, cast, 'private');
  // What the holder of a link from a mail carries is the same for everyone.
  const links = Object.entries(open).filter(([name]) => name.endsWith(':sealed'));
  return { cast, open, hidden: { ...hidden, ...Object.fromEntries(links) } };
}

async function furnish(site: TestSite, cast: Cast, visibility: 'public' | 'private'): Promise<Things> {
  // Furnished while everyone can see it: who asks to join a private group learned of it when it was not.
  const group = await aGroup(site, { name: `The ${visibility} group`, steward: cast.steward });
  const things: Things = {};
  for (const feature of access) Object.assign(things, await feature.furnish?.(site, { group, cast, things }));
  const { body } = await site.as(cast.steward).patch(`/groups/${group.slug}`, { visibility });
  return { ...things, 'groups/:slug': body.slug };
}
