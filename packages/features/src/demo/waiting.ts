import { newId } from '@groundwork/database';
import { askToJoin } from '../groups/join-requests/actions.ts';
import { startDirect } from '../messaging/directs/actions.ts';
import { sendMessage } from '../messaging/messages/actions.ts';
import type { CastKey } from './cast.ts';
import type { Stage } from './opening.ts';

const ASKERS: [CastKey, string][] = [
  ['carla', 'Linden 204, third floor. The heating has been off since October and there are nine of us.'],
  ['tomas', 'I work on Linden and move in there in January.'],
];

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
