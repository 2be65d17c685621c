import { newId } from '@groundwork/database';
import { createChannel } from '../messaging/actions.ts';
import { sendMessage } from '../messaging/messages/actions.ts';
import { listChannels } from '../messaging/queries.ts';
import { spreadMessages } from './backdating.ts';
import type { Stage } from './opening.ts';
import { talks } from './talk.ts';

/** What is said in the channels. */
export async function holdTalks(stage: Stage): Promise<void> {
  for (const { group: key, channel, purpose, lines } of talks) {
    const group = stage.groups.get(key);
    if (!group) continue;
    const steward = stage.as(group.steward);
    if (channel !== 'general' && channel !== 'delegates')
      await createChannel(steward, group.slug, { name: channel, purpose, retentionDays: 90 });
    const channels = await listChannels(steward, group.slug);
    const made = channels.find(({ name }) => name === channel);
    if (!made) throw new Error(`the channel ${channel} was not made`);
    for (const [who, body] of lines) await sendMessage(stage.as(who), made.id, { id: newId(), body });
    await spreadMessages(stage.house.db, made.id);
  }
}
