import { newId } from '@groundwork/database';
import { anAccount } from '../accounts/fixtures.ts';
import { findViewer } from '../accounts/sessions.ts';
import { contextFor, NOBODY, type House } from '../context.ts';
import type { NewGroup } from '../groups/contract.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { createChannel, createFirstChannels } from './actions.ts';
import type { NewChannel } from './contract.ts';
import { sendMessage } from './messages/actions.ts';
import type { NewMessage } from './messages/contract.ts';
import { listChannels } from './queries.ts';

type Site = { house: House };
type Account = Pick<Awaited<ReturnType<typeof anAccount>>, 'token'>;

/** A group whose steward, organizer and member talk in its general channel; an outsider has an account and no part in it. */
export async function aTalk(site: Site, options: Partial<NewGroup> = {}) {
  const steward = await anAccount(site, { name: 'Stella Steward' });
  const organizer = await anAccount(site, { name: 'Omar Organizer' });
  const member = await anAccount(site, { name: 'Mina Member' });
  const outsider = await anAccount(site, { name: 'Otto Outsider' });
  const group = await aGroup(site, { visibility: 'private', ...options, steward });
  await aMember(site, group, 'organizer', organizer);
  await aMember(site, group, 'member', member);
  await createFirstChannels(contextFor(site.house), group.id);
  const [general] = await listChannels(await contextOf(site, steward), group.slug);
  if (!general) throw new Error('the general channel was not made');
  return { group, general, steward, organizer, member, outsider };
}

/** A channel that `by` opened in a group. */
export async function aChannel(
  site: Site,
  { by, slug, ...options }: { by: Account; slug: string } & Partial<NewChannel>,
) {
  return createChannel(await contextOf(site, by), slug, { name: 'rides', ...options });
}

/** A message that `by` sent to a channel. */
export async function aMessage(
  site: Site,
  { by, channelId, ...options }: { by: Account; channelId: string } & Partial<NewMessage>,
) {
  const message = { id: newId(), body: 'Who can drive?', ...options };
  return sendMessage(await contextOf(site, by), channelId, message);
}

/** What somebody is told of rooms and direct messages; what gathers is mailed to a typed address at once. */
export function messagingSamples<To, AtOnce, About extends { id: string }>({
  to,
  atOnce,
  about,
}: {
  to: To;
  atOnce: AtOnce;
  about: About;
}) {
  const ofRoom = { to, about, room: 'rides', group: 'Tenants', entryId: about.id };
  const call = { about, channelId: '1', room: 'rides', name: 'Amina' };
  const calls = [0, 2].map((others) => ({
    ...{ ...call, to: atOnce, reader: about.id },
    ...{ readSeq: others, others },
  }));
  return {
    'messaging.direct-received': [{ to: atOnce, about, channelId: '1', readSeq: 0, sender: 'Amina' }],
    'messaging.mentioned': calls,
    'messaging.replied': calls,
    'messaging.member-added': [ofRoom],
    'messaging.member-removed': [ofRoom],
  };
}

async function contextOf({ house }: Site, account: Account) {
  return contextFor(house, (await findViewer(house, account.token)) ?? NOBODY);
}
