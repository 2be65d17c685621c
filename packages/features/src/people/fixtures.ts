import { anAccount } from '../accounts/fixtures.ts';
import { contextFor, type House } from '../context.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { sealedId } from '../site/tokens.ts';
import { rememberPerson, type Remembered } from './actions.ts';
import { giveConsent } from './consents.ts';

type Site = { house: House };
type Options = Partial<Remembered> & { isSubscribed?: boolean };
let count = 0;

/** A human a group knows, as one who signed there would be. */
export async function aPerson(
  { house }: Site,
  group: { id: string },
  { isSubscribed = false, ...options }: Options = {},
) {
  count += 1;
  const asked: Remembered = {
    groupId: group.id,
    email: `sam${count}@example.org`,
    name: 'Sam Ortiz',
    language: 'en',
    source: 'signature',
    ...options,
  };
  const consent = { groupId: group.id, way: 'email', purpose: 'updates', how: 'signature' } as const;
  return contextFor(house).change(async (tx) => {
    const { id } = await rememberPerson(tx, asked);
    if (isSubscribed) await giveConsent(tx, house, { ...consent, personId: id });
    return {
      ...asked,
      id,
      unsubscribe: seal(house, 'unsubscribe', id),
      ownRecord: seal(house, 'own-record', id),
    };
  });
}

/** A group with one of each: who may see its people, who may not, and its path. */
export async function aCrew(site: Site, options: Parameters<typeof aGroup>[1] = {}) {
  const group = await aGroup(site, options);
  const organizer = await aMember(site, group, 'organizer');
  const member = await aMember(site, group);
  const outsider = await anAccount(site);
  return { group, steward: group.steward, organizer, member, outsider, path: pathOf(group) };
}

function pathOf({ slug }: AGroup) {
  return `/groups/${slug}/people`;
}

function seal({ settings }: House, purpose: string, id: string) {
  return sealedId(settings.secret, purpose, id);
}
