import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import type { TestSite } from '../testing.ts';

/** A group with someone in every role, and one outside: the cast of most stories about what it publishes. */
export async function aCast(site: TestSite, visibility: 'public' | 'unlisted' | 'private' = 'public') {
  const group = await aGroup(site, { visibility });
  const organizer = await aMember(site, group, 'organizer');
  const member = await aMember(site, group);
  return { group, steward: group.steward, organizer, member, outsider: await anAccount(site) };
}
