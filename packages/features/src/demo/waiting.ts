import { newId } from '@groundwork/database';
import { announce } from '../greetings/announcements/actions.ts';
import { writeWelcome } from '../greetings/welcomes/actions.ts';
import { askToJoin } from '../groups/join-requests/actions.ts';
import { startDirect } from '../messaging/directs/actions.ts';
import { sendMessage } from '../messaging/messages/actions.ts';
import type { CastKey } from './cast.ts';
import type { Stage } from './opening.ts';

const ASKERS: [CastKey, string][] = [
  ['carla', 'Linden 204, third floor. The heating has been off since October and there are nine of us.'],
  ['tomas', 'I work on Linden and move in there in January.'],
];

/** What the tenants' group says to whoever comes in, and what it said to all its members last. */
export async function greetTenants({ as, groups }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) return;
  const steward = as('amina');
  await writeWelcome(steward, tenants.slug, {
    body: `We are the tenants of the eastside, building by building.

**Begin here:** say in *general* which building you are in. Come to one evening before you decide anything.`,
    askId: steward.viewer.id,
  });
  await announce(steward, tenants.slug, {
    title: 'The hall on Ninth is cold: bring a coat on Thursday',
    body: `The boiler is out until next week. We meet all the same, and there is tea.

If you have a heater that you can carry, say so in *general*.`,
  });
}

/** What waits for the first steward: two who want to join, and a message to her alone. */
export async function askTheSteward({ as, groups }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) return;
  for (const [who, answer] of ASKERS) await askToJoin(as(who), tenants.slug, { answers: [answer] });
  const { id } = await startDirect(as('rosa'), tenants.slug, [as('amina').viewer.id]);
  for (const body of [
    'Are you there at six?',
    'Can you bring the key tonight? I am coming straight from work.',
  ])
    await sendMessage(as('rosa'), id, { id: newId(), body });
}
