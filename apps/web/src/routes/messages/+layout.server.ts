import type { ChannelList } from '@groundwork/features/messaging/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { rows } = await api(event).get<ChannelList>(at`/channels`);
  return { channels: rows };
};
