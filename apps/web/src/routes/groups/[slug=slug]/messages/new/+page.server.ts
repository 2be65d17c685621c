import type { GroupView } from '@groundwork/features/groups/contract';
import type { ChannelList, ChannelView } from '@groundwork/features/messaging/contract';
import { error as fault, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { channelFrom } from '#lib/messaging/channel-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, { can }] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<ChannelList>(at`/channels?${new URLSearchParams({ group: slug })}`),
  ]);
  if (!can.create) fault(403, event.locals.words.t('error.forbidden'));
  return { group };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let channel: ChannelView;
    try {
      const asked = channelFrom(words(form));
      channel = await api(event).post<ChannelView>(at`/groups/${event.params.slug}/channels`, asked);
    } catch (error) {
      return refused(error, form);
    }
    redirect(
      303,
      channel.readers === 'named' ? `/messages/${channel.id}/settings#members` : `/messages/${channel.id}`,
    );
  },
};
